import type { SlotEntry } from '../../entries.ts';

const articles = (...keys: string[]) => keys.map((article) => ({ article }));

export const slots: SlotEntry[] = [
  {
    key: 'tou-tiao',
    position: '首页头条',
    items: articles(
      'yi-zhan-shi-fu-wu-zhong-xin',
      'gu-ke-dao-hang-fu-zhu-shou-shu',
      'zhi-neng-jian-yan-liu-shui-xian',
    ),
  },
  {
    key: 'tui-jian',
    position: '首页推荐',
    items: articles(
      'yao-xue-men-zhen-kai-zhen',
      'san-bu-yu-yue-sheng-ji',
      'kang-fu-da-ting-qi-yong',
      'yuan-cheng-hui-zhen-wang',
      'chun-jie-zhi-shou-2026',
    ),
  },
  {
    key: 'ke-pu',
    position: '健康科普',
    items: articles(
      'kai-xue-shi-wu-zhou-hu-xi',
      'zai-jia-liang-xue-ya',
      'yao-teng-bie-ji-zhe-an-mo',
      'shui-mian-ri-ke-pu',
    ),
  },
];
