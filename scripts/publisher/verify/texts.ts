/** The parts of an item that may name places on the site, by the names that the office knows them by. */
import type { Item } from '@xinglin/shared/content/item.js';

/** A text in Markdown. */
export interface NamedText {
  label: string;
  markdown: string;
}

/** A link that is a field of its own. */
export interface NamedLink {
  label: string;
  /** What readers see. */
  text: string;
  href: string;
}

/** What the office calls a type; as in the admin. */
export const typeNames: Readonly<Record<Item['type'], string>> = {
  article: '新闻',
  campus: '院区',
  channel: '栏目',
  consultation: '咨询',
  department: '科室',
  disease: '疾病',
  doctor: '医生',
  media: '媒体',
  notice: '通知公告',
  page: '单页',
  series: '系列',
  site: '站点设置',
  slot: '推荐位',
  tag: '标签',
  topic: '专题',
  video: '视频',
};

/** A doctor's `title` is a rank, no name; a slot has neither. */
export function nameOf(item: Item): string {
  return 'name' in item ? item.name : 'title' in item ? item.title : item.position;
}

/** 新闻「标题」, 医生「姓名」 */
export function called(item: Item): string {
  return `${typeNames[item.type]}「${nameOf(item)}」`;
}

/** Every text in Markdown that the item shows. */
export function textsOf(item: Item): NamedText[] {
  return fields(item).flatMap(([label, markdown]) => (markdown === undefined ? [] : [{ label, markdown }]));
}

function fields(item: Item): [label: string, markdown: string | undefined][] {
  switch (item.type) {
    case 'article':
      return [
        ['编者按', item.editorNote],
        ['正文', item.body],
      ];
    case 'notice':
    case 'page':
    case 'disease':
      return [['正文', item.body]];
    case 'department':
      return [
        ['简介', item.intro],
        ['门诊说明', item.clinicNote],
      ];
    case 'campus':
      return [
        ['简介', item.intro],
        ['交通', item.transport],
      ];
    case 'doctor':
    case 'topic':
      return [['简介', item.intro]];
    case 'video':
      return [['文字稿', item.transcript]];
    case 'consultation':
      return [['回答', item.answer]];
    case 'site':
      return [['页脚', item.footer]];
    default:
      return [];
  }
}

/** Every link that the office typed into a field of its own. */
export function linksOf(item: Item): NamedLink[] {
  if (item.type === 'slot') {
    return item.items.flatMap(({ title, url }) =>
      url === undefined ? [] : [{ label: '推荐', text: title ?? url, href: url }],
    );
  }
  if (item.type !== 'site') return [];
  const navigation = item.navigation.flatMap((entry) => [entry, ...entry.children]);
  return [
    ...navigation.map(({ label, url }) => ({ label: '导航', text: label, href: url })),
    ...item.friendLinks.map(({ label, url }) => ({ label: '友情链接', text: label, href: url })),
    ...(item.registrationUrl === undefined
      ? []
      : [{ label: '挂号链接', text: '挂号', href: item.registrationUrl }]),
  ];
}
