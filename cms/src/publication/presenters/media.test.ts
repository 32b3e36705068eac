import { expect, it } from 'vitest';
import { media } from './media.ts';

const formOf = (alternativeText: string | null, decorative?: boolean) => {
  const { form } = media.present(
    { alternativeText, decorative, probe: {} },
    {
      now: new Date('2026-11-24T00:00:00Z'),
      siteUrl: 'https://www.example.cn',
      files: new Map(),
    },
  );
  return { alt: form['alt'], decorative: form['decorative'] };
};

it.each(['装饰', '装饰图', ' （装饰性图片） '])(
  '%s as 替代文字 says that a picture only decorates',
  (alt) => {
    expect(formOf(alt)).toEqual({ alt: undefined, decorative: true });
  },
);

it('words about something decorated describe it', () => {
  expect(formOf('装饰一新的门诊大厅')).toEqual({ alt: '装饰一新的门诊大厅', decorative: false });
});

it('no words are not there yet, unless the file says that it only decorates', () => {
  expect(formOf(null)).toEqual({ alt: undefined, decorative: false });
  expect(formOf('花纹', true)).toEqual({ alt: undefined, decorative: true });
});
