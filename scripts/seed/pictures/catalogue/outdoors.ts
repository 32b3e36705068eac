/** The campuses from outside. */
import * as moods from '../scenes/moods.ts';
import * as outdoors from '../scenes/outdoors.ts';
import type { CataloguedPicture } from './picture.ts';

export const outdoorPictures: CataloguedPicture[] = [
  {
    key: 'lou-wai-qing-chen',
    alt: '清晨的门诊楼，阳光照在楼前广场上',
    caption: '清晨的松溪院区门诊楼。',
    draw: (d, random) => outdoors.outpatientBuilding(d, random, 'morning'),
  },
  {
    key: 'lou-wai-huang-hun',
    alt: '黄昏时分的两栋住院楼，窗口亮起灯光',
    caption: '暮色中的住院楼。',
    draw: (d, random) => outdoors.wardTowers(d, random, 'dusk'),
  },
  {
    key: 'song-xi-yuan-qu',
    alt: '晴空下的松溪院区门诊楼与楼前广场',
    caption: '松溪院区。',
    draw: (d, random) => outdoors.outpatientBuilding(d, random, 'noon'),
  },
  {
    key: 'lu-ming-yuan-qu',
    alt: '白天的鹿鸣院区，两栋楼由连廊相接',
    caption: '鹿鸣院区。',
    draw: (d, random) => outdoors.wardTowers(d, random, 'noon'),
  },
  {
    key: 'wang-hu-yuan-qu',
    alt: '湖畔的低层院区建筑，倒影映在水面',
    caption: '望湖院区。',
    draw: (d, random) => outdoors.lakeside(d, random, 'noon'),
  },
  {
    key: 'ji-zhen-ru-kou',
    alt: '夜色中灯火通明的急诊楼入口',
    caption: '夜晚的急诊入口。',
    draw: (d, random) => outdoors.outpatientBuilding(d, random, 'night'),
  },
  {
    key: 'xing-hua-ting-yuan',
    alt: '庭院里杏花盛开，两人沿小路走来',
    caption: '院区庭院，杏花正开。',
    draw: moods.courtyard,
  },
  {
    key: 'qiu-ri-yin-xing',
    alt: '两排金黄的银杏，落叶铺满道旁',
    caption: '秋日的银杏道。',
    draw: (d, random) => outdoors.avenue(d, random, 'autumn'),
  },
  {
    key: 'xue-hou-yuan-qu',
    alt: '雪中的住院楼与挂雪的云杉',
    caption: '雪后的院区。',
    draw: (d, random) => outdoors.wardTowers(d, random, 'snow'),
  },
  {
    key: 'xia-ri-lin-yin',
    alt: '夏日浓绿的林荫道通向院区',
    caption: '夏日林荫。',
    draw: (d, random) => outdoors.avenue(d, random, 'summer'),
  },
];
