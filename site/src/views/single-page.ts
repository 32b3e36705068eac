/** 单页: 医院概况, 就医指南 …, among its siblings in the channel. */
import { itemPath } from '@xinglin/shared/paths.js';
import { type AttachmentView, attachmentsOf } from './attachments.ts';
import { bodyHtml, excerptOf } from './body.ts';
import { inOrder, wayTo } from './channel-tree.ts';
import { itemPages, type Kind } from './kind.ts';
import { type NamedLink, nameLink } from './named.ts';
import { type PageView, pageOf } from './page.ts';
import { publicationOf } from './publication.ts';

export interface SinglePageView extends PageView {
  title: string;
  bodyHtml: string;
  attachments: AttachmentView[];
  /** 复核到期, where that day is over. */
  overdueSince?: string;
  /** 责任科室 */
  department?: NamedLink;
  /** The channel, and all pages in it: this one has no path. */
  channel?: NamedLink;
  siblings: { label: string; path?: string }[];
}

export const singlePage: Kind<SinglePageView> = {
  ...itemPages('page'),
  view(snapshot, place) {
    const found = snapshot.bySlug('page', place.slug);
    if (found === undefined) return undefined;
    const unit = found.department === undefined ? undefined : snapshot.get('department', found.department);
    const channel = snapshot.get('channel', found.channel);
    const siblings =
      channel === undefined ? [] : snapshot.naming({ owner: channel, type: 'page', rels: ['channel'] });
    return {
      ...pageOf(snapshot, {
        path: itemPath('page', found.slug),
        title: found.title,
        description: excerptOf(found.body),
        channel: found.channel,
        content: { ...publicationOf(found), source: unit?.name, keywords: found.title },
        way: [...wayTo(snapshot, found.channel), { label: found.title }],
      }),
      title: found.title,
      bodyHtml: bodyHtml(snapshot, found.body, { onTop: true }) ?? '',
      ...(found.reviewOverdue && { overdueSince: found.reviewDue }),
      attachments: attachmentsOf(snapshot, found.attachments),
      department: unit && nameLink<'department'>(unit),
      channel: channel && nameLink<'channel'>(channel),
      siblings: inOrder(siblings).map((page) =>
        page.id === found.id ? { label: page.title } : nameLink<'page'>(page),
      ),
    };
  },
};
