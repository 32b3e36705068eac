import type { IntakeRequest, IntakeResult } from '@xinglin/shared/intake.js';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../progress.ts';
import type { DemoDocument } from './documents.ts';
import type { DemoMedia } from './media.ts';
import { send } from './send.ts';

const silent: Progress = { say: () => undefined, detail: () => undefined, during: (_, work) => work() };
const file: DemoMedia = {
  key: 'media/lou',
  name: '楼.jpg',
  mime: 'image/jpeg',
  make: async () => Uint8Array.of(1),
};
const article = (index: number): DemoDocument => ({
  key: `article/a-${index}`,
  type: 'article',
  place: `articles/a-${index}.md`,
  data: { title: '标题', body: '![楼](media:lou "图注")', cover: { key: 'media/lou' } },
});

function recorder(outcome: (key: string) => Partial<IntakeResult> = () => ({})) {
  const requests: IntakeRequest[] = [];
  const result = (key: string): IntakeResult => ({
    key,
    documentId: 'd1',
    outcome: 'created',
    ...outcome(key),
  });
  return {
    requests,
    media: async ({ key }: { key: string }) => result(key),
    documents: async (request: IntakeRequest) => {
      requests.push(request);
      return request.documents.map(({ key }) => result(key));
    },
  };
}

describe('sending', () => {
  it('names pictures in bodies by the identity that the CMS gave them', async () => {
    const client = recorder();
    await send(client, { media: [file], documents: [article(1)] }, silent);
    expect(client.requests[0]?.documents[0]).toEqual({
      key: 'article/a-1',
      type: 'article',
      publish: true,
      data: { title: '标题', body: '![楼](media:d1 "图注")', cover: { key: 'media/lou' } },
    });
  });

  it('publishes under a named approval, in requests of at most 20', async () => {
    const client = recorder();
    const documents = Array.from({ length: 45 }, (_, index) => article(index));
    await send(client, { media: [], documents }, silent);
    expect(client.requests.map(({ documents }) => documents.length)).toEqual([20, 20, 5]);
    expect(new Set(client.requests.map(({ approval }) => approval))).toEqual(new Set(['演示内容']));
  });

  it('counts every outcome and keeps the sentence of each refusal', async () => {
    const client = recorder((key) =>
      key === 'article/a-2'
        ? { outcome: 'refused', problem: '标题太长' }
        : { outcome: key.startsWith('media') ? 'unchanged' : 'kept' },
    );
    const tally = await send(client, { media: [file], documents: [article(1), article(2)] }, silent);
    expect(tally.counts).toEqual({ created: 0, updated: 0, unchanged: 1, kept: 1, refused: 1 });
    expect(tally.problems).toEqual(['article/a-2：标题太长']);
  });

  it('ends with the fault of the CMS when a file cannot be sent', async () => {
    const client = { ...recorder(), media: async () => Promise.reject(new Error('连不上')) };
    await expect(send(client, { media: [file, file, file], documents: [] }, silent)).rejects.toThrow(
      '连不上',
    );
  });
});
