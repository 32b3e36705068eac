import { schemas } from '@xinglin/shared/content/item.js';
import { expect, test } from 'vitest';
import type { Breach } from './read.ts';
import { type Labels, refusalOf, refuse } from './refusal.ts';

const labels: Labels = (_uid, attributes) =>
  ({
    channel: '主栏目',
    title: '标题',
    sources: '来源',
    'sources.label': '署名时的名称',
    employment: '在职状态',
    relatedDoctors: '相关医生',
    slug: '网址名',
  })[attributes.join('.')];
const article = { uid: 'api::article.article', typeName: '新闻', title: '揭牌' };
const breach = (path: (string | number)[], more: Partial<Breach> = {}): Breach => ({
  path,
  code: 'custom',
  message: '',
  missing: false,
  ...more,
});
const sentence = (...breaches: Breach[]) => refusalOf(article, '发布', breaches, labels).message;

test('names the item, the field by its label, and what to do', () => {
  expect(sentence(breach(['channel'], { missing: true }))).toBe(
    '新闻《揭牌》不能发布：“主栏目”必须填写。改好后请再发布一次。',
  );
});

test('names the place within a repeated part', () => {
  expect(sentence(breach(['sources', 1, 'label'], { missing: true }))).toContain(
    '“来源”第 2 项的“署名时的名称”必须填写',
  );
});

test('finds the label where the contract spells a field otherwise', () => {
  expect(sentence(breach(['status'], { code: 'invalid_value' }))).toContain('“在职状态”不是可选的值');
  expect(sentence(breach(['related', 'doctors'], { message: 'names one document twice' }))).toContain(
    '“相关医生”',
  );
});

test('says each thing once, and all of them', () => {
  const long = breach(['title'], {
    code: 'too_big',
    maximum: 120,
    message: 'expected string to have <=120 characters',
  });
  const message = sentence(long, long, breach(['slug']));
  expect(message).toBe(
    '新闻《揭牌》不能发布：“标题”最多 120 个字，请缩短；“网址名”只能用小写字母、数字和单个连字符。改好后请再发布一次。',
  );
});

test('is the error that Strapi shows beside the fields', () => {
  const error = refuse(refusalOf(article, '保存', [breach(['channel'], { missing: true })], labels));
  expect(error).toMatchObject({
    name: 'ValidationError',
    details: { errors: [{ path: ['channel'], message: '必须填写' }] },
  });
});

test('every breach of an empty article is put into words', () => {
  const { error } = schemas.article.safeParse({ type: 'article', id: 'a' });
  const breaches = (error?.issues ?? []).map((issue) => breach(issue.path as string[], { missing: true }));
  expect(breaches.length).toBeGreaterThan(5);
  expect(sentence(...breaches)).not.toMatch(/undefined|expected|Invalid/);
});
