import { describe, expect, it, vi } from 'vitest';
import { isHastyPatch, keepTyped } from './keep-typed.ts';

const patch = (queryCacheKey: string) => ({
  type: 'adminApi/queries/queryResultPatched',
  payload: { queryCacheKey, patches: [] },
});

describe('keeping what was typed', () => {
  it('lets every action pass but unconfirmed values of an opened document', () => {
    expect(isHastyPatch(patch('getDocument({"model":"api::article.article"})'))).toBe(true);
    expect(isHastyPatch(patch('getAllDocuments({})'))).toBe(false);
    expect(isHastyPatch({ type: 'adminApi/executeQuery/fulfilled' })).toBe(false);
  });

  it('stops those before the store sees them', () => {
    const next = vi.fn((action: unknown) => action);
    const dispatch = keepTyped()()(next);
    dispatch(patch('getDocument({})'));
    expect(next).not.toHaveBeenCalled();
    dispatch({ type: 'other' });
    expect(next).toHaveBeenCalledOnce();
  });
});
