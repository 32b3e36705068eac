/** What kind of unit a source is, by its name alone. Pure; the CMS is asked afterwards. */

export type UnitKind = '院区' | '科室' | '外部单位';

/** Press, broadcasters and companies are never departments of a hospital. */
const outside =
  /(?:日报|晚报|时报|早报|晨报|新闻网|新华社|新华网|人民网|央视网|电视台|广播电台|通讯社|有限公司|集团|大学|研究院)$/;

export function unitKind(name: string): UnitKind {
  if (/院区$/.test(name)) return '院区';
  return outside.test(name) ? '外部单位' : '科室';
}

/** The category of a channel that an import has to create; the office may change it. */
export function channelCategory(name: string): '新闻' | '公告' | '科普' | '指南' | '公开' | '概况' {
  if (/公告|通知|招标|采购/.test(name)) return '公告';
  if (/科普|健康|养生/.test(name)) return '科普';
  if (/指南|就医|就诊/.test(name)) return '指南';
  if (/公开/.test(name)) return '公开';
  return /概况|简介|介绍|领导/.test(name) ? '概况' : '新闻';
}
