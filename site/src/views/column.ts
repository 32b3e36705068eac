/**
 * The column that a page belongs to, as the head tags of the 政府网站发展指引 (国办发〔2017〕47 号) name it: its
 * channel, or the section of the site that its address stands in.
 */
import { spelledOnce } from '@xinglin/shared/canonical.js';
import type { Channel } from '@xinglin/shared/content/channel.js';
import { homePath, type SectionType, sectionTypeOf } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { onceAVersion } from './once.ts';

export interface Column {
  name: string;
  description: string;
  /** Parted by commas. */
  keywords: string;
  /** 栏目类型, in the guide's words where it has one. */
  type: string;
}

const typeOfCategory: Readonly<Record<Channel['category'], string>> = {
  新闻: '工作动态',
  公告: '通知公告',
  科普: '健康科普',
  指南: '办事服务',
  公开: '信息公开',
  概况: '概况信息',
};

const section = (name: string, type: string, description: string): Column =>
  spelledOnce({ name, description, keywords: name, type });

const sectionColumns: Readonly<Record<SectionType, Column>> = {
  article: section('全部新闻', '工作动态', '医院的全部新闻，最新的在前。'),
  campus: section('院区与交通', '办事服务', '各院区的地址、电话、交通路线和开设科室。'),
  consultation: section('健康咨询', '互动交流', '患者的提问与医生的解答。'),
  department: section('科室', '概况信息', '全部科室的院区、位置、电话和出诊医生。'),
  disease: section('疾病', '健康科普', '常见疾病的介绍、就诊科室和相关医生。'),
  doctor: section('医生', '办事服务', '医生的职称、擅长、出诊时间和停诊安排。'),
  notice: section('全部通知公告', '通知公告', '停诊、节假日门诊、招标采购等全部通知公告。'),
  page: section('全部页面', '概况信息', '医院概况、就医指南等全部页面。'),
  series: section('系列', '工作动态', '医院新闻的各个系列。'),
  tag: section('标签', '工作动态', '按标签查看医院的新闻。'),
  topic: section('专题', '专题专栏', '医院新闻的专题。'),
  video: section('视频', '健康科普', '医院的全部视频。'),
};

/** What belongs to no other: the site map, the list of feeds. */
const serviceColumn = section('网站服务', '办事服务', '网站地图、订阅等网站自己的服务。');

/** Home. */
const homeColumn = onceAVersion((snapshot): Column => {
  const { name = '', organisation = '', description } = snapshot.site() ?? {};
  return spelledOnce({
    name: '首页',
    description: description ?? homeDescription(organisation),
    keywords: [...new Set([name, organisation])].join(','),
    type: '首页',
  });
});

/** What home says of itself where the office has not described the site. */
export function homeDescription(organisation: string): string {
  return `${organisation}的官方网站：挂号、停诊、出诊、科室、医生和医院新闻。`;
}

const channelColumns = onceAVersion(() => new Map<string, Column>());

/** The column of a page at `path`; that of the channel with this id where it belongs to one. */
export function columnAt(snapshot: Snapshot, path: string, channelId?: string): Column {
  const named = channelId === undefined ? undefined : snapshot.get('channel', channelId);
  if (named !== undefined) return channelColumn(snapshot, named);
  if (path === homePath) return homeColumn(snapshot);
  const [, segment = ''] = path.split('/', 2);
  const type = sectionTypeOf(segment);
  if (type !== undefined) return sectionColumns[type];
  const channel = snapshot.bySlug('channel', segment);
  return channel === undefined ? serviceColumn : channelColumn(snapshot, channel);
}

/** Spelled once a version: it stands in the views of all that the channel holds. */
function channelColumn(snapshot: Snapshot, channel: Channel): Column {
  const known = channelColumns(snapshot);
  let column = known.get(channel.id);
  if (column === undefined) {
    const { name, description, keywords, category } = channel;
    column = spelledOnce({
      name,
      description: oneLine(description ?? `${snapshot.site()?.organisation ?? ''}“${name}”栏目。`),
      keywords: keywords ?? name,
      type: typeOfCategory[category],
    });
    known.set(channel.id, column);
  }
  return column;
}

/** A text as an attribute carries it: without line breaks. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
