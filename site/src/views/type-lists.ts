/** The lists of all items of a type, by what readers call them. */
import { indexPath, type SectionType } from '@xinglin/shared/paths.js';
import type { NamedLink } from './named.ts';

export const typeLists: Readonly<Record<SectionType, NamedLink>> = {
  doctor: { label: '全部医生', path: indexPath('doctor') },
  department: { label: '全部科室', path: indexPath('department') },
  campus: { label: '院区与交通', path: indexPath('campus') },
  disease: { label: '疾病', path: indexPath('disease') },
  article: { label: '全部新闻', path: indexPath('article') },
  notice: { label: '全部通知公告', path: indexPath('notice') },
  video: { label: '视频', path: indexPath('video') },
  consultation: { label: '健康咨询', path: indexPath('consultation') },
  topic: { label: '专题', path: indexPath('topic') },
  series: { label: '系列', path: indexPath('series') },
  tag: { label: '标签', path: indexPath('tag') },
  page: { label: '全部页面', path: indexPath('page') },
};
