/** Plans of the campuses. */
import * as maps from '../scenes/maps.ts';
import type { CataloguedPicture } from './picture.ts';

export const planPictures: CataloguedPicture[] = [
  {
    key: 'di-tu-song-xi',
    alt: '松溪院区平面图：环形道路围绕六栋建筑，南侧三个出入口',
    caption: '松溪院区平面图（示意）。',
    draw: (d, random) => maps.plan(d, random, 'song-xi'),
  },
  {
    key: 'di-tu-lu-ming',
    alt: '鹿鸣院区平面图：环形道路围绕六栋建筑，南侧三个出入口',
    caption: '鹿鸣院区平面图（示意）。',
    draw: (d, random) => maps.plan(d, random, 'lu-ming'),
  },
  {
    key: 'di-tu-wang-hu',
    alt: '望湖院区平面图：四栋建筑，东侧临湖，南侧三个出入口',
    caption: '望湖院区平面图（示意）。',
    draw: (d, random) => maps.plan(d, random, 'wang-hu'),
  },
];
