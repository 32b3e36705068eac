/** Health as signs and still lifes, and upright pictures. */
import * as body from '../scenes/body.ts';
import * as living from '../scenes/living.ts';
import * as moods from '../scenes/moods.ts';
import * as protection from '../scenes/protection.ts';
import * as stills from '../scenes/stills.ts';
import type { CataloguedPicture } from './picture.ts';

export const ideaPictures: CataloguedPicture[] = [
  {
    key: 'xin-zang',
    alt: '示意图：红色的心与一道心电曲线',
    caption: '心脏健康（示意图）。',
    draw: body.heart,
  },
  { key: 'da-nao', alt: '示意图：大脑与向外延伸的连线', caption: '脑健康（示意图）。', draw: body.brain },
  { key: 'fei-bu', alt: '示意图：气管与两肺', caption: '肺健康（示意图）。', draw: body.lungs },
  {
    key: 'xue-tang',
    alt: '示意图：血糖曲线、血糖仪与一滴血',
    caption: '血糖监测（示意图）。',
    draw: body.sugar,
  },
  {
    key: 'ji-zhu',
    alt: '示意图：脊柱，一处椎间盘以红色标出',
    caption: '脊柱与椎间盘（示意图）。',
    draw: body.spine,
  },
  { key: 'wei-chang', alt: '示意图：胃与四周的绿叶', caption: '胃肠健康（示意图）。', draw: body.stomach },
  {
    key: 'jia-zhuang-xian-hu-die',
    alt: '示意图：形如蝴蝶的甲状腺，一侧有一枚小结节',
    caption: '甲状腺（示意图）。',
    draw: body.butterfly,
  },
  { key: 'shui-mian', alt: '月夜里一人盖被安睡', caption: '睡眠与健康（示意图）。', draw: living.sleep },
  {
    key: 'yin-shi',
    alt: '餐盘里分区摆放蔬菜、谷物和肉类',
    caption: '均衡膳食（示意图）。',
    draw: living.food,
  },
  { key: 'pao-bu', alt: '三人在公园跑道上慢跑', caption: '规律运动（示意图）。', draw: living.running },
  { key: 'yi-miao', alt: '绿色盾牌与一支注射器', caption: '接种疫苗（示意图）。', draw: protection.vaccine },
  {
    key: 'kou-zhao',
    alt: '一只口罩，周围漂浮着病原体示意图形',
    caption: '科学佩戴口罩（示意图）。',
    draw: protection.droplets,
  },
  {
    key: 'xi-shou',
    alt: '流水下双手揉搓，泡沫飞溅',
    caption: '认真洗手（示意图）。',
    draw: protection.washing,
  },
  { key: 'shuang-shou', alt: '双手托起一颗红心', caption: '守护（示意图）。', draw: protection.cuppedHands },
  { key: 'mu-ying', alt: '母亲怀抱婴儿的剪影画', caption: '母婴（示意图）。', draw: living.motherAndChild },
  { key: 'lao-ren', alt: '两位老人挽手走在林间小路', caption: '老年健康（示意图）。', draw: living.elders },
  {
    key: 'er-tong',
    alt: '四个孩子站在草地上，手牵彩色气球',
    caption: '童年（示意图）。',
    draw: living.balloons,
  },
  {
    key: 'xue-ya-ji',
    alt: '桌上的电子血压计与袖带',
    caption: '家庭测压（示意图）。',
    draw: stills.bloodPressure,
  },
  {
    key: 'yao-pian',
    alt: '一板药片、一只药瓶和几粒胶囊',
    caption: '合理用药（示意图）。',
    draw: stills.tablets,
  },
  { key: 'shu-ju-tu', alt: '柱状图与环形图', caption: '统计示意图。', draw: stills.charts },
  { key: 'xing-hua-zhi', alt: '一枝杏花伸向晴空', caption: '杏花枝头。', draw: moods.branch, upright: true },
  {
    key: 'deng-huo',
    alt: '夜色中住院楼窗口的灯光，两名医护人员走过楼前',
    caption: '夜班灯火。',
    draw: moods.nightShift,
    upright: true,
  },
  {
    key: 'shu-zhi',
    alt: '书桌上的台灯、书和听诊器',
    caption: '灯下书桌。',
    draw: moods.desk,
    upright: true,
  },
  {
    key: 'chuang-qian',
    alt: '窗前沙发上，医生与一位老人并肩而坐',
    caption: '窗前的谈话。',
    draw: moods.byTheWindow,
    upright: true,
  },
];
