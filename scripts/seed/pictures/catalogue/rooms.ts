/** Inside the hospital. */
import * as halls from '../scenes/halls.ts';
import * as laboratory from '../scenes/laboratory.ts';
import * as machines from '../scenes/machines.ts';
import * as pharmacy from '../scenes/pharmacy.ts';
import * as wards from '../scenes/wards.ts';
import type { CataloguedPicture } from './picture.ts';

export const roomPictures: CataloguedPicture[] = [
  {
    key: 'men-zhen-da-ting',
    alt: '宽敞明亮的门诊大厅，导诊台后有工作人员，几位来院者站在厅内',
    caption: '门诊大厅。',
    draw: halls.hall,
  },
  {
    key: 'zhen-qu-zou-lang',
    alt: '诊区走廊，两侧是诊室门，远处有医护人员走来',
    caption: '诊区走廊。',
    draw: halls.corridor,
  },
  { key: 'hu-shi-zhan', alt: '护士站里三名护士在台后工作', caption: '护士站。', draw: halls.nursesStation },
  {
    key: 'bing-fang',
    alt: '明亮的病房里，医护人员站在两张病床之间',
    caption: '病房一角。',
    draw: wards.ward,
  },
  {
    key: 'zhen-shi',
    alt: '诊室里医生与来诊者隔桌交谈',
    caption: '诊室里的一次问诊。',
    draw: wards.consultingRoom,
  },
  {
    key: 'shou-shu-shi',
    alt: '无影灯下，四名穿手术衣的医护人员围在手术台旁',
    caption: '手术室。',
    draw: (d, random) => wards.operatingTheatre(d, random),
  },
  {
    key: 'fu-he-shou-shu-shi',
    alt: '复合手术室，手术台后是弧形影像设备和显示屏',
    caption: '复合手术室。',
    draw: (d, random) => wards.operatingTheatre(d, random, true),
  },
  {
    key: 'jian-yan-liu-shui-xian',
    alt: '检验流水线上，带彩色管帽的采血管依次前行',
    caption: '检验流水线。',
    draw: laboratory.assemblyLine,
  },
  { key: 'shi-yan-tai', alt: '实验台上的显微镜、烧瓶和试管', caption: '实验台。', draw: laboratory.bench },
  {
    key: 'yao-fang',
    alt: '药房货架前，两名药师站在柜台后',
    caption: '门诊药房。',
    draw: pharmacy.pharmacy,
  },
  {
    key: 'zhong-yao-gui',
    alt: '一面墙的中药抽屉，柜台上摆着五碗药材',
    caption: '中药柜。',
    draw: pharmacy.herbCabinet,
  },
  { key: 'zhong-yao-cai', alt: '桌上的药碾与四碗中药材', caption: '药碾与药材。', draw: pharmacy.herbs },
  {
    key: 'kang-fu-da-ting',
    alt: '康复大厅里，治疗师陪伴患者在平行杠旁练习',
    caption: '康复大厅。',
    draw: wards.rehabilitation,
  },
  {
    key: 'ct-ji-fang',
    alt: 'CT 机房里的环形扫描设备，技师站在一旁',
    caption: 'CT 检查室。',
    draw: (d, random) => machines.scanner(d, random, 'ct'),
  },
  {
    key: 'ci-gong-zhen',
    alt: '磁共振检查室里的设备与检查床',
    caption: '磁共振检查室。',
    draw: (d, random) => machines.scanner(d, random, 'mr'),
  },
  {
    key: 'fu-wu-qi-ji-fang',
    alt: '机房里两排闪着指示灯的机柜，一名工作人员站在过道中',
    caption: '信息机房。',
    draw: machines.serverRoom,
  },
  {
    key: 'shu-ju-da-ping',
    alt: '指挥室里的大屏显示着各类图表，四人坐在台前',
    caption: '运行指挥中心。',
    draw: machines.commandWall,
  },
  {
    key: 'er-ke-men-zhen',
    alt: '儿科候诊区，彩色矮凳和气球，孩子与家长在候诊',
    caption: '儿科候诊区。',
    draw: halls.childrensClinic,
  },
  {
    key: 'jian-hu-shi',
    alt: '监护室内，两名医护人员守在病床两侧，墙上是监护屏',
    caption: '监护室。',
    draw: wards.intensiveCare,
  },
  {
    key: 'zi-zhu-ji',
    alt: '大厅里一排自助机，工作人员协助来院者操作',
    caption: '自助服务区。',
    draw: halls.machines,
  },
  { key: 'cha-fang', alt: '医护人员在病床旁查房', caption: '晨间查房。', draw: wards.morningRound },
];
