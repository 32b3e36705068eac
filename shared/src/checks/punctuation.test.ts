import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { syntaxStretches } from './markdown-syntax.ts';
import { applyPunctuation, proposePunctuation } from './punctuation.ts';

const restored = (text: string) => applyPunctuation(text, proposePunctuation(text));

describe('marks next to Chinese become full-width', () => {
  test.each([
    ['今天,我们', '今天，我们'],
    ['注意:上午;下午!真的?', '注意：上午；下午！真的？'],
    ['真的?!走', '真的？！走'],
    ['使用AI,提高效率', '使用AI，提高效率'],
    ['完成“全连接”,专属', '完成“全连接”，专属'],
    ['**注意**:带证件', '**注意**：带证件'],
    ['见[说明](/pages/a,b/),谢谢', '见[说明](/pages/a,b/)，谢谢'],
    ['见 https://a.example/x,y,谢谢', '见 https://a.example/x,y，谢谢'],
    ['𠮷,好', '𠮷，好'],
    ['共3例,均好转', '共3例，均好转'],
  ])('%s', (before, after) => expect(restored(before)).toBe(after));
});

describe('pairs become full-width only where both halves are certain', () => {
  test.each([
    ['(宣传处)', '（宣传处）'],
    ['人工智能(AI)门诊', '人工智能（AI）门诊'],
    ['他说"好",她说"行"', '他说“好”，她说“行”'],
    ["称'静配中心'为后盾", '称‘静配中心’为后盾'],
    ['"甲"和"乙', '"甲"和"乙'],
    ['5"屏,6"屏', '5"屏，6"屏'],
    ['1)挂号', '1)挂号'],
    ["it's 好", "it's 好"],
    ['(见[说明](/a(b)/))', '（见[说明](/a(b)/)）'],
  ])('%s', (before, after) => expect(restored(before)).toBe(after));
});

describe('numbers, Latin text and Markdown keep their marks', () => {
  test.each([
    '共 1,234 人，14:02 开始',
    'Hello, world! Is it (really) so? "Yes": it is; 好',
    '`甲,乙`',
    '```\n甲,乙\n```',
    '![图片,3.jpg](missing:图片,3.jpg)',
    '<span title="甲,乙">',
    '[说明]: /pages/a "甲,乙"',
    '上新![图](media:abc)',
    '甲&nbsp;乙',
    '| 甲 | 乙 |\n|:---|---:|',
  ])('%s', (text) => expect(proposePunctuation(text)).toEqual([]));
});

test('an edit says where it stands: offset, line and column', () => {
  expect(proposePunctuation('第一段。\n\n第二,段')).toEqual([
    { at: 8, line: 3, column: 3, from: ',', to: '，' },
  ]);
});

test('edits for another text are refused', () => {
  const edits = proposePunctuation('今天,好');
  expect(() => applyPunctuation('今天真,好', edits)).toThrow(/已不是「,」/);
});

const scraps = fc.constantFrom(
  ...['今', '天', '，', '。', '“', '”', ',', ';', ':', '!', '?', '(', ')', '"', "'", 'a', '5', ' ', '\n'],
  ...['`', '*', '[', ']', '](', '![', '<', '>', '&amp;', '\\', 'https://a.b/', '~~~\n', '𠮷', '—', '\ud842'],
);
const texts = fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(''));

test('applying a proposal leaves nothing to propose', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(proposePunctuation(restored(text))).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test('only the listed characters change, each into its own full-width form', () => {
  const forms: Record<string, string> = {
    ',': '，',
    ';': '；',
    ':': '：',
    '!': '！',
    '?': '？',
    '(': '（',
    ')': '）',
    '"': '“”',
    "'": '‘’',
  };
  fc.assert(
    fc.property(texts, (text) => {
      const edits = proposePunctuation(text);
      const after = applyPunctuation(text, edits);
      expect(after).toHaveLength(text.length);
      const listed = new Map(edits.map((edit) => [edit.at, edit]));
      for (let at = 0; at < text.length; at += 1) {
        const edit = listed.get(at);
        if (edit === undefined) expect(after[at]).toBe(text[at]);
        else expect(forms[edit.from]).toContain(edit.to);
      }
    }),
  );
});

test('code, tags, addresses, pictures and link targets are never touched', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const after = restored(text);
      for (const { start, end } of syntaxStretches(text))
        expect(after.slice(start, end)).toBe(text.slice(start, end));
    }),
  );
});
