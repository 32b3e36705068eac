/** What the sample gave up: addresses that moved, and content that was withdrawn, removed or replaced. */
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { Tombstone } from '@xinglin/shared/feed.js';

/** By the item's id. */
export const formerSlugs: Readonly<Record<string, string[]>> = {
  dongtai: ['dong-tai-jiu-zhi'],
  daoguan: ['dao-guan-shi', 'yi-tian'],
};

type Removal = { type: ItemType; id: string } & Partial<Tombstone>;

export const removals: readonly Removal[] = [
  {
    type: 'article',
    id: 'chehui',
    slug: 'che-hui-de-wen-zhang',
    title: '机密标题甲',
    reason: 'withdrawn',
    explanation:
      '经核查，原稿中一项设备的启用时间有误，可能影响患者安排就诊，现予撤回。\n更正后的消息将在院内公告栏和本网站另行发布，给您带来不便，敬请谅解。',
  },
  { type: 'article', id: 'xiaxian', slug: 'xia-xian-de-wen-zhang', title: '机密标题乙', reason: 'gone' },
  {
    type: 'notice',
    id: 'tidai',
    slug: 'jiu-tong-zhi',
    reason: 'redirect',
    redirectTo: '/news/yi-tian/',
  },
  { type: 'channel', id: 'chexiao', slug: 'che-xiao-de-lan-mu', reason: 'gone' },
];
