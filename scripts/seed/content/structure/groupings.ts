import type { GroupingEntry } from '../../entries.ts';

export const series: GroupingEntry[] = [
  { key: 'yi-hai-xie-ying', name: '医海撷英', description: '新技术、新平台、新进展：记录学科前行的每一步。' },
  { key: 'jian-kang-jiang-tang', name: '健康讲堂', description: '一线医护讲健康：把专业的话说得明白。' },
  { key: 'yi-xian-gu-shi', name: '一线故事', description: '病房、诊室和路上，医护人员与患者的真实片段。' },
  { key: 'ke-shi-xun-li', name: '科室巡礼', description: '走进临床、医技与职能科室，看看他们怎样工作。' },
  { key: 'hu-li-zhi-guang', name: '护理之光', description: '记录护理人的专业与温度。' },
  { key: 'ban-shi-zhi-nan', name: '办事指南', description: '来院办一件事，先看这一篇。' },
];

export const tags: GroupingEntry[] = [
  { key: 'zhi-hui-yi-yuan', name: '智慧医院', description: '信息化、互联网医院与人工智能应用。' },
  { key: 'xin-ji-shu', name: '新技术', description: '新技术、新项目的开展与准入。' },
  { key: 'xue-ke-jian-she', name: '学科建设' },
  { key: 'yi-zhen', name: '义诊', description: '院内外义诊与健康咨询活动。' },
  { key: 'ke-pu', name: '科普' },
  { key: 'yi-liao-zhi-liang', name: '医疗质量', description: '质量与安全、流程改进。' },
  { key: 'hu-li', name: '护理' },
  { key: 'jiao-xue-pei-xun', name: '教学培训' },
  { key: 'ke-yan', name: '科研' },
  { key: 'guo-ji-jiao-liu', name: '国际交流' },
  { key: 'dang-jian', name: '党建' },
  { key: 'zhi-yuan-fu-wu', name: '志愿服务' },
  { key: 'man-bing-guan-li', name: '慢病管理', description: '高血压、糖尿病等慢性病的长期管理。' },
  { key: 'mu-ying-jian-kang', name: '母婴健康' },
  { key: 'lao-nian-jian-kang', name: '老年健康' },
  { key: 'er-tong-jian-kang', name: '儿童健康' },
  { key: 'zhong-yi-yao', name: '中医药' },
  { key: 'ji-jiu', name: '急救', description: '急诊急救与公众急救知识。' },
  { key: 'kang-fu', name: '康复' },
  { key: 'he-li-yong-yao', name: '合理用药' },
  { key: 'yi-lian-ti', name: '医联体', description: '医联体协作与基层帮扶。' },
  { key: 'bian-min-cu-shi', name: '便民措施' },
  { key: 'guo-qing-jie-jia-ri', name: '节假日' },
  { key: 'rong-yu', name: '荣誉' },
];
