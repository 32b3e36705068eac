/** The four videos. Each lasts as long as its subtitles. */
import { booking } from './booking.ts';
import type { Film } from './encode.ts';
import { exercise } from './exercise.ts';
import { resuscitation } from './first-aid.ts';
import { laboratory } from './laboratory.ts';

const seconds = 8;

export const films: Film[] = [
  { key: 'xin-fei-fu-su', seconds, draw: resuscitation },
  { key: 'kang-fu-cao', seconds, draw: exercise },
  { key: 'yu-yue-gua-hao', seconds, draw: booking },
  { key: 'zou-jin-jian-yan-ke', seconds, draw: laboratory },
];
