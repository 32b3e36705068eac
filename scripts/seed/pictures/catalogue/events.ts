/** Ceremonies, meetings and outings. */
import * as meetings from '../scenes/meetings.ts';
import * as outings from '../scenes/outings.ts';
import * as stages from '../scenes/stages.ts';
import type { CataloguedPicture } from './picture.ts';

export const eventPictures: CataloguedPicture[] = [
  {
    key: 'jie-pai-yi-shi',
    alt: '舞台上六人站在覆着红绸的铭牌两侧',
    caption: '揭牌仪式。',
    draw: stages.unveiling,
  },
  {
    key: 'qian-yue-yi-shi',
    alt: '长桌上摆着签约文本，双方代表站在桌后',
    caption: '签约仪式。',
    draw: stages.signing,
  },
  {
    key: 'xue-shu-hui-yi',
    alt: '会场大屏显示图表，讲者在讲台发言，台下坐满听众',
    caption: '学术会议现场。',
    draw: (d, random) => stages.conference(d, random, 'conference'),
  },
  {
    key: 'jiang-tang',
    alt: '讲堂里医生在讲台讲课，屏幕上是一颗心',
    caption: '健康讲堂。',
    draw: (d, random) => stages.conference(d, random, 'lecture'),
  },
  {
    key: 'yuan-zhuo-hui-yi',
    alt: '会议室里众人围桌而坐，桌上摆着文件',
    caption: '会议现场。',
    draw: (d, random) => meetings.meeting(d, random),
  },
  {
    key: 'biao-zhang-da-hui',
    alt: '舞台上一排获奖者手捧证书与鲜花',
    caption: '表彰大会。',
    draw: stages.awards,
  },
  {
    key: 'yi-zhen-huo-dong',
    alt: '广场上三顶帐篷下，医护人员为居民义诊',
    caption: '广场义诊。',
    draw: outings.squareClinic,
  },
  {
    key: 'jian-kang-jiang-zuo',
    alt: '社区活动室里，医生为老人讲健康知识',
    caption: '社区健康讲座。',
    draw: meetings.communityTalk,
  },
  {
    key: 'dang-ri-huo-dong',
    alt: '身穿红马甲的志愿者在楼前列队，旁边立着红旗',
    caption: '主题党日活动。',
    draw: outings.volunteers,
  },
  { key: 'hu-shi-jie', alt: '护士们手捧烛光列队', caption: '护士节传光仪式。', draw: stages.candles },
  { key: 'yi-shi-jie', alt: '身穿白衣的医师举起右手宣誓', caption: '医师节宣誓。', draw: stages.oath },
  {
    key: 'pei-xun-cao-zuo',
    alt: '学员围在模拟病人旁观看操作示范',
    caption: '技能培训。',
    draw: meetings.training,
  },
  {
    key: 'ying-ji-yan-lian',
    alt: '应急演练现场，救护车旁三名穿橙色马甲的人员和担架',
    caption: '应急演练。',
    draw: outings.drill,
  },
  {
    key: 'xian-xue',
    alt: '献血室里两人坐在采血椅上，医护人员在旁',
    caption: '无偿献血。',
    draw: meetings.bloodDonation,
  },
  {
    key: 'jian-bu-zou',
    alt: '湖边步道上，身着彩色运动衫的人们健步前行',
    caption: '职工健步走。',
    draw: outings.walk,
  },
  {
    key: 'shan-lu-xia-xiang',
    alt: '一辆客车行驶在通往山村的盘山路上',
    caption: '下乡途中。',
    draw: outings.mountainRoad,
  },
  {
    key: 'yuan-cheng-hui-zhen',
    alt: '会议室大屏上多地医生同时在线，几名医生坐在桌前',
    caption: '远程会诊。',
    draw: (d, random) => meetings.meeting(d, random, true),
  },
  {
    key: 'ke-shi-he-ying',
    alt: '身穿白衣的科室同事在楼前合影',
    caption: '科室合影。',
    draw: outings.groupPortrait,
  },
];
