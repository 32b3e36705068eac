import { expect, test } from 'vitest';
import { httpDate, isFresh, partsFit } from './conditions.ts';

const at = { tag: '"a-1"', mtime: 1_800_000_000 };
const date = 'Fri, 15 Jan 2027 08:00:00 GMT';

test('a date is told as HTTP tells it', () => expect(httpDate(at.mtime)).toBe(date));

test.each([
  [{}, false],
  [{ 'if-none-match': '"a-1"' }, true],
  [{ 'if-none-match': 'W/"a-1"' }, true],
  [{ 'if-none-match': '"b-2", "a-1"' }, true],
  [{ 'if-none-match': '*' }, true],
  [{ 'if-none-match': '"a-1-gzip"' }, false],
  [{ 'if-modified-since': date }, true],
  [{ 'if-modified-since': 'Fri, 15 Jan 2027 08:00:01 GMT' }, false],
  [{ 'if-none-match': '"b-2"', 'if-modified-since': date }, false],
])('with %j the reader has the bytes: %j', (headers, fresh) => expect(isFresh(headers, at)).toBe(fresh));

test.each([
  [undefined, true],
  ['"a-1"', true],
  [date, true],
  ['W/"a-1"', false],
  ['"a-1-gzip"', false],
])('with If-Range %j a part may be sent: %j', (condition, fit) => expect(partsFit(condition, at)).toBe(fit));
