/** 朗读: where the device has a Mandarin voice of its own, what it reads, and how it is stopped. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openBrowser, phone } from '../rigs/browser.ts';
import { type SampleSite, serveSample } from '../rigs/sample-site.ts';
import { finishSentence, giveVoices, isSpeaking, spoken, type Voice } from '../rigs/speech.ts';

const article = '/news/zhi-suan-lian-he-shi-yan-shi/';
const ours: Voice = { name: '婷婷', lang: 'zh-CN', localService: true };
const others: Voice[] = [
  { name: 'Daniel', lang: 'en-GB', localService: true },
  { name: '普通话（联网）', lang: 'zh-CN', localService: false },
  { name: '善怡', lang: 'zh-HK', localService: true },
];

let site: SampleSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSample(), openBrowser()]);
});
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await site?.[Symbol.asyncDispose]();
});

/** A reader in 长者模式, where the tools are out, on a device with these voices. */
async function listener(voices: readonly Voice[], path = article) {
  const page = await browser.page({ viewport: phone });
  await giveVoices(page, voices);
  await page.goto(site.url + path, { waitUntil: 'load' });
  await page.getByRole('button', { name: '长者模式' }).click();
  return Object.assign(page, { [Symbol.asyncDispose]: () => page.context().close() });
}

test('is not offered where nobody on the device speaks Mandarin: no text goes to a voice elsewhere', async () => {
  await using page = await listener(others);
  expect(await page.getByRole('button', { name: '朗读' }).count()).toBe(0);
});

test('its program is fetched by the first press, no sooner', async () => {
  await using page = await listener([...others, ours]);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.reload({ waitUntil: 'load' });
  expect(fetched.filter((url) => url.includes('read-aloud'))).toEqual([]);
  await page.getByRole('button', { name: '朗读' }).click();
  await page.getByRole('button', { name: '暂停' }).waitFor();
  expect(fetched.filter((url) => url.includes('read-aloud')).length).toBe(1);
});

test('reads the title, then the text sentence by sentence, in Mandarin; pauses, goes on and stops', async () => {
  await using page = await listener([...others, ours]);
  await page.getByRole('button', { name: '朗读' }).click();
  await page.getByRole('button', { name: '暂停' }).waitFor();
  const [title = '', ...none] = await spoken(page);
  expect(none).toEqual([]);
  expect(title).toBe('婷婷 zh-CN 医海撷英，上新！');

  await finishSentence(page);
  await finishSentence(page);
  const [, , first = ''] = await spoken(page);
  const body = await page.locator('.prose').allInnerTexts();
  expect(body.join('').replaceAll(/\s/g, '')).toContain(
    first.replace('婷婷 zh-CN ', '').replaceAll(/\s/g, ''),
  );
  expect(await page.locator('.being-read').count(), 'what is read is marked').toBe(1);

  await page.getByRole('button', { name: '暂停' }).click();
  expect(await isSpeaking(page)).toBe(false);
  await page.getByRole('button', { name: '继续' }).click();
  expect((await spoken(page)).at(-1), 'the sentence is begun again').toBe(first);

  await page.getByRole('button', { name: '停止' }).click();
  expect(await isSpeaking(page)).toBe(false);
  expect(await page.locator('.being-read').count()).toBe(0);
  const start = page.getByRole('button', { name: '朗读' });
  expect(await start.evaluate((button) => button === document.activeElement)).toBe(true);
  await start.click();
  expect((await spoken(page)).at(-1), 'from the beginning').toBe(title);
});

test('reads to the end and then offers itself again; brackets and what is only drawn are not spoken', async () => {
  await using page = await listener([ours]);
  await page.getByRole('button', { name: '朗读' }).click();
  await page.getByRole('button', { name: '暂停' }).waitFor();
  for (let at = 0; at < 500 && (await isSpeaking(page)); at += 1) await finishSentence(page);
  expect(await isSpeaking(page)).toBe(false);
  expect(await page.getByRole('button', { name: '朗读' }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '停止' }).count()).toBe(0);
  const all = (await spoken(page)).join('');
  expect(all).toContain('做不成的也写进去。');
  expect(all).not.toMatch(/[【】]/);
});
