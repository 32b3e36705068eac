/** One article of the corpus: a function of its number and of how many there are. */
import type { Source } from '@xinglin/shared/content/article.js';
import type { ItemOf } from '@xinglin/shared/content/item.js';
import {
  campuses,
  channels,
  countedDepartment,
  departments,
  diseaseId,
  doctors,
  doctorsOf,
  series,
  tags,
} from './corpus-places.ts';
import { Dice } from './corpus-random.ts';
import { bullets, heading, paragraph, type Subject, timetable, title } from './corpus-sentences.ts';
import { diseaseNames, outside, syllables } from './corpus-words.ts';

/** How many articles name the counted department, in a corpus that has so many. */
export const countedArticles = 300;

/** Characters of a body. */
const bodyLength = 2500;

/** The calendar day so far into ten years that end on 31 October 2026. `share` is from 0, below 1. */
export function dayAt(share: number): string {
  const first = Date.UTC(2016, 10, 1);
  const days = (Date.UTC(2026, 10, 1) - first) / 86_400_000;
  return new Date(first + Math.floor(share * days) * 86_400_000).toISOString().slice(0, 10);
}

const newsChannels = channels.filter(({ category }) => category === '新闻' || category === '科普');
const others = departments.filter(({ id }) => id !== countedDepartment);

/** Whether the article is one of those of the counted department: spread evenly over all years. */
function isCounted(index: number, total: number): boolean {
  const wanted = Math.min(countedArticles, Math.floor(total / 3));
  return Math.floor(((index + 1) * wanted) / total) > Math.floor((index * wanted) / total);
}

/**
 * The article of a number from 0, the oldest first.
 * @param pictures how many pictures there are to name.
 */
export function articleAt(index: number, total: number, pictures: number): ItemOf<'article'> {
  const dice = new Dice('article', index);
  const department = isCounted(index, total) ? (departments[0] as ItemOf<'department'>) : dice.zipf(others);
  const people = doctorsOf.get(department.id) ?? doctors.slice(0, 3);
  const disease = dice.pick(diseaseNames);
  const subject = { department: department.name, people: people.map(({ name }) => name), disease };
  const channel = dice.zipf(newsChannels);
  const related = (share: number, make: () => string[]) => (dice.chance(share) ? make() : []);
  const day = dayAt(index / total);
  const minute = `${String(dice.int(8, 17)).padStart(2, '0')}:${String(dice.int(0, 59)).padStart(2, '0')}`;
  return {
    type: 'article',
    id: `article${index + 1}`,
    slug: `${dice.some(syllables, 4).join('-')}-${index + 1}`,
    title: title(dice, subject),
    ...(dice.chance(0.4) && { series: dice.zipf(series).id }),
    ...(dice.chance(0.1) && { editorNote: paragraph(dice, subject, 2) }),
    body: bodyOf(dice, subject, { department: department.slug, doctor: people[0]?.slug ?? '', pictures }),
    ...(dice.chance(0.5) && { summary: paragraph(dice, subject, 1).replaceAll('**', '').slice(0, 110) }),
    publishedOn: day,
    publishedTime: minute,
    firstPublishedAt: `${day}T${minute}:00+08:00`,
    writers: dice.pick(people).name,
    ...(dice.chance(0.5) && { photographers: dice.pick(people).name }),
    byline: `${department.name} ${dice.pick(people).name}`,
    legacyViews: dice.int(20, 9000),
    pinned: false,
    aiAssisted: dice.chance(0.03),
    attachments: [],
    corrections: [],
    channel: channel.id,
    alsoIn: related(0.2, () => [dice.pick(newsChannels.filter((one) => one !== channel)).id]),
    sources: sourcesOf(dice, department),
    tags: Array.from(new Set([dice.zipf(tags).id, ...related(0.6, () => [dice.zipf(tags).id])])),
    related: {
      departments: related(0.3, () => [dice.pick(others).id]),
      doctors: related(0.5, () => dice.some(people, 2).map(({ id }) => id)),
      articles: related(0.1, () => (index === 0 ? [] : [`article${dice.int(1, index)}`])),
      consultations: [],
      videos: [],
      diseases: related(0.2, () => [diseaseId(disease)]),
    },
  };
}

function sourcesOf(dice: Dice, department: ItemOf<'department'>): ItemOf<'article'>['sources'] {
  const first: Source = { kind: '科室', label: department.name, department: department.id };
  const more: Source[] = [];
  if (dice.chance(0.25)) {
    const second = dice.pick(others.filter((one) => one !== department));
    more.push({ kind: '科室', label: second.name, department: second.id });
  }
  if (dice.chance(0.1)) {
    const campus = dice.pick(campuses);
    more.push({ kind: '院区', label: campus.name, campus: campus.id });
  } else if (dice.chance(0.08)) more.push({ kind: '外部单位', label: dice.pick(outside) });
  return [first, ...more];
}

interface Naming {
  department: string;
  doctor: string;
  pictures: number;
}

/** Paragraphs under headings until there is enough, with lists, a table, links and pictures in some. */
function bodyOf(dice: Dice, subject: Subject, naming: Naming): string {
  const blocks = [paragraph(dice, subject, 3)];
  const shots = naming.pictures === 0 ? 0 : dice.int(0, 3);
  const extras = [
    ...Array.from({ length: shots }, () => {
      const caption = `${subject.department}团队在现场`;
      return `![${caption}](media:media${dice.int(1, naming.pictures)} "${caption}")`;
    }),
    ...(dice.chance(0.4) ? [bullets(dice)] : []),
    ...(dice.chance(0.12) ? [timetable(dice, subject)] : []),
    ...(dice.chance(0.3)
      ? [
          `更多信息见[${subject.department}](/departments/${naming.department}/)和[专家介绍](/doctors/${naming.doctor}/)。`,
        ]
      : []),
  ];
  let length = 0;
  const add = (block: string) => {
    blocks.push(block);
    length += block.length;
  };
  while (length < bodyLength - 280) {
    if (blocks.length % 4 === 1) add(`## ${heading(dice)}`);
    add(paragraph(dice, subject, dice.int(3, 5)));
    const extra = extras.pop();
    if (extra !== undefined) add(extra);
  }
  return [...blocks, ...extras].join('\n\n');
}
