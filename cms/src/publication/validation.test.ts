import { expect, test } from 'vitest';
import { breachesIn } from './validation.ts';

function validationError(message: string, errors: { path: string[]; message: string }[]): Error {
  return Object.assign(new Error(message), { name: 'YupValidationError', details: { errors } });
}

test('reads what is missing, too long or no choice out of Strapi’s words', () => {
  const error = validationError('3 errors occurred', [
    { path: ['name'], message: 'name must be defined.' },
    { path: ['sources', '0', 'label'], message: 'sources[0].label must be at most 60 characters' },
    { path: ['category'], message: 'category must be one of the following values: 新闻, 公告' },
  ]);
  expect(breachesIn(error)).toMatchObject([
    { path: ['name'], missing: true },
    { path: ['sources', 0, 'label'], code: 'too_big', maximum: 60, missing: false },
    { path: ['category'], code: 'invalid_value' },
  ]);
});

test('leaves other errors, and refusals that speak Chinese, to themselves', () => {
  expect(breachesIn(new Error('SQLITE_BUSY'))).toBeUndefined();
  expect(
    breachesIn(validationError('网址名已被使用', [{ path: ['slug'], message: '已被使用' }])),
  ).toBeUndefined();
  expect(breachesIn('nonsense')).toBeUndefined();
});
