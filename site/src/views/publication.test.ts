import { expect, test } from 'vitest';
import { pubDate, publicationOf } from './publication.ts';

const recorded = '2026-03-26T15:30:07+08:00';

test.each([
  [
    'the typed minute',
    { publishedOn: '2026-03-26', publishedTime: '14:02', firstPublishedAt: recorded },
    '2026-03-26T14:02:00+08:00',
    '2026-03-26 14:02',
  ],
  [
    'the recorded hour of the typed day',
    { publishedOn: '2026-03-26', firstPublishedAt: recorded },
    recorded,
    '2026-03-26 15:30',
  ],
  [
    'the day that was typed, recorded on another',
    { publishedOn: '2019-05-06', firstPublishedAt: recorded },
    '2019-05-06',
    '2026-03-26 15:30',
  ],
  ['the record alone, of what has no day', { firstPublishedAt: recorded }, recorded, '2026-03-26 15:30'],
  [
    'the day of an answer',
    { answeredOn: '2026-03-26', firstPublishedAt: recorded },
    recorded,
    '2026-03-26 15:30',
  ],
  ['the day alone, without an invented hour', { publishedOn: '2026-03-26' }, '2026-03-26', '2026-03-26'],
  ['nothing, where nothing is known', {}, undefined, ''],
])('an item was published at %s', (_, item, published, tag) => {
  const publication = publicationOf(item);
  expect(publication.published).toBe(published);
  expect(pubDate(publication)).toBe(tag);
});
