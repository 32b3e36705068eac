/** The five things patients come for. Each is always there: where a datum is missing, the nearest page helps. */
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { shownChannels } from './channel.ts';
import { inOrder } from './channel-tree.ts';
import { type Link, liveUrl } from './links.ts';
import { dialOf } from './phones.ts';

/** One of the five; `note` says more where there is room. */
export interface Errand extends Link {
  note: string;
}

/** Where the list of all notices tells of 停诊. */
export const suspensionsPath = `${indexPath('notice')}#ting-zhen`;

/** 挂号, 停诊, 出诊, 电话, 怎么走, in this order. */
export function errandsOf(snapshot: Snapshot): Errand[] {
  const site = snapshot.site();
  const phone = dialOf(site?.phone);
  return [
    { label: '挂号', url: registration(snapshot), note: '预约与取号' },
    { label: '停诊', url: suspensionsPath, note: '今天与近日' },
    { label: '出诊', url: indexPath('doctor'), note: '医生出诊时间' },
    phone === undefined || site?.phone === undefined
      ? { label: '电话', url: anyPhone(snapshot), note: '各院区电话' }
      : { label: '电话', url: phone, note: site.phone },
    { label: '怎么走', url: indexPath('campus'), note: '院区与交通' },
  ];
}

/** Where one registers, else where it is told how, else the departments, whose phones are there. */
function registration(snapshot: Snapshot): string {
  const url = snapshot.site()?.registrationUrl;
  const [guide] = inOrder(shownChannels(snapshot).filter(({ category }) => category === '指南'));
  const told = guide === undefined ? indexPath('department') : itemPath('channel', guide.slug);
  return (url === undefined ? undefined : liveUrl(snapshot, url)) ?? told;
}

/** The first campus that can be called, else the list of all campuses. */
function anyPhone(snapshot: Snapshot): string {
  const phones = inOrder(snapshot.all('campus')).map(({ phone }) => dialOf(phone));
  return phones.find((phone) => phone !== undefined) ?? indexPath('campus');
}
