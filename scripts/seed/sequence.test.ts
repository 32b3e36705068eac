import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DemoDocument } from './documents.ts';
import { inSendingOrder } from './sequence.ts';

const document = (key: string, ...names: string[]): DemoDocument => ({
  key,
  type: 'article',
  place: `${key}.md`,
  data: { related: names.map((name) => ({ key: name })) },
});

describe('the sending order', () => {
  it('puts what is named before what names it, whatever the order was', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 30 }), (graph) => {
        const documents = graph.map((names, index) =>
          document(`a/${index}`, ...names.map((name) => `a/${index === 0 ? 'media' : name % index}`)),
        );
        const sent: string[] = [];
        for (const { key, data } of inSendingOrder(documents.toReversed())) {
          for (const named of data['related'] as { key: string }[]) {
            if (graph[Number(named.key.slice(2))] !== undefined) expect(sent).toContain(named.key);
          }
          sent.push(key);
        }
        expect(sent).toHaveLength(documents.length);
      }),
    );
  });

  it('names the circle where there is one', () => {
    const circle = [document('a/1', 'a/2'), document('a/2', 'a/3'), document('a/3', 'a/1')];
    expect(() => inSendingOrder(circle)).toThrow(/a\/1 → a\/2 → a\/3 → a\/1/);
  });
});
