import { describe, expect, it } from 'vitest';
import { contentDirectory, demoDocuments, problemsOf } from './content.ts';
import { contractProblems } from './contract.ts';
import { mediaKeysIn, textsIn } from './documents.ts';
import { demoMedia } from './media-list.ts';
import { structureDocuments } from './structure.ts';
import { textDocuments } from './text-files.ts';

const today = '2026-11-23';
const media = demoMedia('/nowhere');
const mediaKeys = new Set(media.map(({ key }) => key));
const documents = demoDocuments(today, mediaKeys);
const of = (type: string) => documents.filter((document) => document.type === type);
const texts = documents.flatMap(({ place, data }) => textsIn(data).map((text) => ({ place, text })));

describe('the demo content', () => {
  it('loads, and every reference and link leads somewhere', () => {
    const all = [...structureDocuments(), ...textDocuments(contentDirectory, today)];
    expect(problemsOf(all, mediaKeys)).toEqual([]);
    expect(documents).toHaveLength(all.length);
  });

  it('passes the content contract once presented', () => {
    expect(contractProblems(documents)).toEqual([]);
  });

  it('is as generous as promised', () => {
    const counts = Object.fromEntries(
      ['campus', 'department', 'doctor', 'article', 'notice', 'disease', 'consultation', 'video', 'slot'].map(
        (type) => [type, of(type).length],
      ),
    );
    expect(counts).toEqual({
      campus: 3,
      department: 20,
      doctor: 60,
      article: 60,
      notice: 12,
      disease: 10,
      consultation: 6,
      video: 4,
      slot: 3,
    });
  });

  it('has two doctors of one name, two who have left, and polyphonic surnames spelled as surnames', () => {
    const doctors = of('doctor').map(({ data }) => data);
    expect(doctors.filter(({ name }) => name === '王丽')).toHaveLength(2);
    expect(doctors.filter(({ employment }) => employment === '离院')).toHaveLength(2);
    const pinyin = (surname: string) =>
      String(doctors.find(({ name }) => String(name).startsWith(surname))?.['pinyin']).split(' ')[0];
    expect([...'单解仇曾查任盖'].map(pinyin)).toEqual(['shan', 'xie', 'qiu', 'zeng', 'zha', 'ren', 'ge']);
  });

  it.each(['2024-02-28', '2026-12-31', '2031-07-15'])('has two 停诊 running on %s', (day) => {
    const running = demoDocuments(day, mediaKeys).filter(({ data }) =>
      ((data['suspensions'] ?? []) as { from: string; until: string }[]).some(
        ({ from, until }) => from <= day && day <= until,
      ),
    );
    expect(running).toHaveLength(2);
  });

  it('dates its articles on fixed days of 2024 to 2026', () => {
    const days = of('article').map(({ data }) => String(data['publishedOn']));
    expect(days.filter((day) => day < '2024-01-01' || day > '2026-11-23')).toEqual([]);
  });

  it('describes every picture, in the library and in bodies', () => {
    const pictures = media.filter(({ mime }) => mime.startsWith('image/'));
    expect(pictures.filter(({ alt, caption }) => !alt || !caption)).toEqual([]);
    expect(texts.filter(({ text }) => /!\[\s*\]\(/.test(text)).map(({ place }) => place)).toEqual([]);
  });

  it('shows pictures in most articles', () => {
    const bare = of('article').filter(
      ({ data }) => data['cover'] === undefined && mediaKeysIn(String(data['body'])).length === 0,
    );
    expect(bare.length).toBeLessThan(of('article').length / 3);
  });

  it('names nobody real: telephones are 0000-5550xxx, hosts are example domains', () => {
    const telephones = texts.flatMap(({ text }) => text.match(/(?<![\d〔-])0\d{2,3}-\d{7,8}/g) ?? []);
    expect(telephones.filter((telephone) => !telephone.startsWith('0000-5550'))).toEqual([]);
    const hosts = texts.flatMap(({ text }) =>
      Array.from(text.matchAll(/https?:\/\/([^/\s)）]+)/g), ([, host]) => host ?? ''),
    );
    expect(hosts.filter((host) => !/(?:^|\.)example\.(?:cn|com|org)$/.test(host))).toEqual([]);
  });

  it('promises no cure', () => {
    const promise = /根治|包治|治愈率|药到病除|无效退款|永不复发|国家级|最(?:佳|好|先进|权威)/;
    expect(
      texts
        .filter(({ text }) => promise.test(text))
        .map(({ place, text }) => `${place}: ${promise.exec(text)?.[0]}`),
    ).toEqual([]);
  });

  it('leaves no placeholder of a date unfilled', () => {
    expect(texts.filter(({ text }) => text.includes('{{')).map(({ place }) => place)).toEqual([]);
  });
});
