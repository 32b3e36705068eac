import type { SlotEntry } from '../../entries.ts';

export const slots: SlotEntry[] = [
  { key: 'tou-tiao', position: '首页头条', items: [] },
  { key: 'tui-jian', position: '首页推荐', items: [] },
  { key: 'ke-pu', position: '健康科普', items: [] },
];
