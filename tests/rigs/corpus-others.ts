/** What the corpus holds beside articles and places: diseases, videos, consultations, notices, pages, slots. */
import type { Item } from '@xinglin/shared/content/item.js';
import { noticeCategory } from '@xinglin/shared/content/notice.js';
import { dayAt } from './corpus-article.ts';
import { channels, departments, diseaseId, doctors, doctorsOf } from './corpus-places.ts';
import { Dice } from './corpus-random.ts';
import { bullets, paragraph, type Subject } from './corpus-sentences.ts';
import * as words from './corpus-words.ts';

const channelOf = (category: string): string =>
  channels.findLast((channel) => channel.category === category)?.id ?? 'channel1';

/** A department, its doctors and a subject to write about, by chance. */
function unit(dice: Dice) {
  const department = dice.pick(departments.slice(1));
  const people = doctorsOf.get(department.id) ?? doctors.slice(0, 3);
  const subject: Subject = {
    department: department.name,
    people: people.map(({ name }) => name),
    disease: dice.pick(words.diseaseNames),
  };
  const named = { departments: [department.id], doctors: [dice.pick(people).id] };
  return { department, people, subject, named };
}

function* many(count: number, type: string, make: (dice: Dice, index: number) => Item): Generator<Item> {
  for (let index = 0; index < count; index += 1) yield make(new Dice(type, index), index);
}

/**
 * All of it.
 * @param articles how many articles there are: notices grow with them, one to twenty-five.
 */
export function* otherItems(articles: number): Generator<Item> {
  yield* many(words.diseaseNames.length, 'disease', (dice, index) => {
    const { subject, named } = unit(dice);
    const name = words.diseaseNames[index] as string;
    const about = { ...subject, disease: name };
    const body = [paragraph(dice, about, 4), '## 怎么预防', bullets(dice), paragraph(dice, about, 4)];
    return {
      type: 'disease',
      id: diseaseId(name),
      slug: `ji-bing-${index + 1}`,
      name,
      aliases: [],
      body: body.join('\n\n'),
      reviewOverdue: false,
      ...named,
    };
  });
  yield* many(400, 'consultation', (dice, index) => {
    const { subject, people, named } = unit(dice);
    return {
      type: 'consultation',
      id: `consultation${index + 1}`,
      slug: `zi-xun-${index + 1}`,
      title: `${subject.disease}患者日常要注意什么？`,
      question: paragraph(dice, subject, 2),
      answer: [paragraph(dice, subject, 3), bullets(dice)].join('\n\n'),
      answeredBy: dice.pick(people).id,
      answeredOn: dayAt(index / 400),
      firstPublishedAt: `${dayAt(index / 400)}T16:30:00+08:00`,
      ...named,
    };
  });
  yield* many(120, 'video', (dice, index) => {
    const { subject, named } = unit(dice);
    return {
      type: 'video',
      id: `video${index + 1}`,
      slug: `shi-pin-${index + 1}`,
      title: `${subject.department}讲${subject.disease}`,
      summary: paragraph(dice, subject, 2).replaceAll('**', ''),
      file: `videofile${index + 1}`,
      transcript: paragraph(dice, subject, 6),
      durationSeconds: dice.int(60, 900),
      publishedOn: dayAt(index / 120),
      firstPublishedAt: `${dayAt(index / 120)}T11:00:00+08:00`,
      ...named,
    };
  });
  const notices = Math.floor(articles / 25);
  yield* many(notices, 'notice', (dice, index) => {
    const { department, subject, named } = unit(dice);
    const category = dice.pick(noticeCategory.options);
    const [doctor] = named.doctors;
    const day = dayAt(index / notices);
    return {
      type: 'notice',
      id: `notice${index + 1}`,
      slug: `gong-gao-${index + 1}`,
      title: `${department.name}关于${category}的通知（${index + 1}）`,
      category,
      publishedOn: day,
      publishedTime: '09:00',
      firstPublishedAt: `${day}T09:00:00+08:00`,
      expired: index < notices - 20,
      body: [paragraph(dice, subject, 3), bullets(dice)].join('\n\n'),
      attachments: [],
      channel: channelOf('公告'),
      department: department.id,
      clinics: [],
      suspensions:
        category === '停诊' && doctor !== undefined
          ? [
              {
                doctor,
                department: department.id,
                from: day,
                until: day,
                session: '上午',
                state: index < notices - 20 ? '已结束' : '进行中',
              },
            ]
          : [],
    };
  });
  yield* many(40, 'page', (dice, order) => {
    const { subject } = unit(dice);
    return {
      type: 'page',
      id: `page${order + 1}`,
      slug: `dan-ye-${order + 1}`,
      title: `${dice.pick(['就诊须知', '预约挂号', '医保政策', '住院指南', '信息公开'])}（${order + 1}）`,
      body: [paragraph(dice, subject, 4), bullets(dice)].join('\n\n'),
      attachments: [],
      channel: channelOf(order % 2 === 0 ? '指南' : '概况'),
      firstPublishedAt: '2016-11-01T08:00:00+08:00',
      reviewOverdue: false,
      order,
    };
  });
  const newest = (count: number, skip: number): { article: string }[] =>
    Array.from({ length: Math.min(count, articles) }, (_, index) => ({
      article: `article${Math.max(1, articles - skip - index)}`,
    }));
  yield { type: 'slot', id: 'slot1', position: '首页头条', items: newest(1, 0) };
  yield { type: 'slot', id: 'slot2', position: '首页推荐', items: newest(6, 5) };
  yield { type: 'slot', id: 'slot3', position: '健康科普', items: newest(4, 20) };
}
