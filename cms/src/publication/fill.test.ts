import { expect, test } from 'vitest';
import { labelOf } from './fill.ts';

test('an empty label takes the unit’s name of today', () => {
  expect(labelOf({ kind: '科室', label: null, department: { name: '信息中心' } })).toBe('信息中心');
  expect(labelOf({ kind: '院区', label: ' ', campus: { name: '东院区' } })).toBe('东院区');
});

test('a label that stands is never rewritten', () => {
  expect(labelOf({ kind: '科室', label: '信息处', department: { name: '信息中心' } })).toBeUndefined();
});

test('an outside organisation is named by the office, and nobody is named after another kind’s unit', () => {
  expect(labelOf({ kind: '外部单位', label: '', department: { name: '信息中心' } })).toBeUndefined();
  expect(labelOf({ kind: '院区', department: { name: '信息中心' }, campus: null })).toBeUndefined();
});
