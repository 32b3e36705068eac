/** Content handed over and taken in: the same site without the CMS, and nothing at all where anything is wrong. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publicKeyText, signingKey } from '../../scripts/publisher/hand-over/key.ts';
import { objectName, openManifest, sealManifest } from '../../scripts/publisher/hand-over/manifest.ts';
import { type FeedServer, feedServer, token } from '../rigs/feed-server.ts';
import { article, channel, site, tag } from '../rigs/items.ts';
import { mediaBytes, mediaOf } from '../rigs/media-files.ts';
import { root, runVerb } from '../rigs/newsroom.ts';
import { type ObjectHost, startObjectHost } from '../rigs/object-host.ts';
import { filesOf } from '../rigs/publisher.ts';
import { temporaryFolder } from '../rigs/temporary.ts';
import { until } from '../rigs/until.ts';

/** The house: a CMS, a published site, its hand-over. Made once; tests work on copies. */
let house: ReturnType<typeof temporaryFolder>;
let cms: FeedServer;
let folder: ReturnType<typeof temporaryFolder>;
let handed: string;
let taken: string;

const inHouse = () => ({
  XINGLIN_DATA_DIR: join(house.path, 'data'),
  XINGLIN_CMS_URL: cms.url,
  XINGLIN_PUBLISHER_TOKEN: token,
});
const signing = () => signingKey(join(house.path, 'data', 'hand-over-key.pem'));
/** A machine that knows the public key and nothing else: no CMS answers there. */
const outside = (more: Record<string, string> = {}) => ({
  XINGLIN_DATA_DIR: taken,
  XINGLIN_CMS_URL: 'http://127.0.0.1:9',
  XINGLIN_HAND_OVER_KEY: publicKeyText(signing().publicKey),
  ...more,
});
const takeIn = (...args: string[]) => runVerb('take-in', ['--from', handed, ...args], outside());

beforeAll(async () => {
  house = temporaryFolder();
  cms = await feedServer();
  for (const [hash, bytes] of mediaBytes) cms.media.set(hash, bytes);
  cms.ledger.put(
    ...[
      site,
      channel,
      tag('ai'),
      mediaOf('media1', false),
      mediaOf('media2', false),
      mediaOf('media3', false),
    ],
    article('a', {
      tags: ['ai'],
      cover: 'media1',
      body: '![图](media:media2)',
      attachments: [{ name: '附件', media: 'media3' }],
    }),
    article('b'),
  );
  const published = await runVerb('publish-site', [], inHouse());
  if (published.code !== 0) throw new Error(published.output);
  const given = await runVerb('hand-over', ['--to', join(house.path, 'handed')], inHouse());
  if (given.code !== 0) throw new Error(given.output);
});
afterAll(async () => {
  await cms[Symbol.asyncDispose]();
  house[Symbol.dispose]();
});
beforeEach(() => {
  folder = temporaryFolder();
  handed = join(folder.path, 'handed');
  taken = join(folder.path, 'outside');
  cpSync(join(house.path, 'handed'), handed, { recursive: true });
});
afterEach(() => folder[Symbol.dispose]());

const manifestFile = () => join(handed, 'hand-over.json');
const manifest = () => openManifest(readFileSync(manifestFile(), 'utf8'), signing().publicKey, handed);
const reseal = (change: object) =>
  writeFileSync(manifestFile(), sealManifest({ ...manifest(), ...change }, signing()));

describe('the way there and back', () => {
  test('gives the same bytes as a publish in the house, without the CMS', async () => {
    const [here, there] = [join(folder.path, 'here'), join(folder.path, 'there')];
    expect((await runVerb('publish-site', ['--into', here], inHouse())).code).toBe(0);
    const ended = await takeIn('--into', there);
    expect([ended.code, ended.output]).toEqual([0, expect.stringContaining(`修订 ${cms.ledger.revision}`)]);
    const site = filesOf(there);
    expect(Object.keys(site).some((file) => file.startsWith('media/'))).toBe(true);
    expect(Object.keys(site).some((file) => file.startsWith('files/'))).toBe(true);
    expect(site).toEqual(filesOf(here));
  });

  test('no original of a picture leaves the house, only what the site shows', () => {
    const [original] = mediaBytes.keys();
    expect(existsSync(join(handed, objectName(original as string)))).toBe(false);
    expect(manifest().files.length).toBeGreaterThan(3);
  });

  test('the private key is readable by its owner alone, and the command prints the public one', async () => {
    expect(statSync(join(house.path, 'data', 'hand-over-key.pem')).mode & 0o777).toBe(0o600);
    const { output } = await runVerb('hand-over-key', [], inHouse());
    expect(output).toContain(publicKeyText(signing().publicKey));
    expect(output).not.toContain('PRIVATE');
  });

  test('what is there already is not handed over again', async () => {
    const { output } = await runVerb('hand-over', ['--to', handed], inHouse());
    expect(output).toContain('已是最新');
    const full = await runVerb('hand-over', ['--to', handed, '--full'], inHouse());
    expect(full.output).toMatch(/新传 [1-9]\d* 个/);
  });
});

describe('a hand-over that is wrong is refused by name and changes nothing', () => {
  /** Takes a good one in first, so that there is something to leave alone. */
  async function refused(spoil: () => void, sentence: RegExp, ...args: string[]): Promise<void> {
    const into = join(folder.path, 'site');
    expect((await takeIn()).code).toBe(0);
    mkdirSync(into);
    writeFileSync(join(into, 'index.html'), 'the site as it was');
    const site = filesOf(into);
    spoil();
    const before = filesOf(join(taken, 'taken'));
    const ended = await takeIn('--into', into, ...args);
    expect(ended.output).toMatch(sentence);
    expect(ended.output).toContain('什么也没有改动');
    expect(ended.code).toBe(1);
    expect(filesOf(into)).toEqual(site);
    const after = filesOf(join(taken, 'taken'));
    for (const file of ['hand-over.json', 'snapshot.db']) expect(after[file] === before[file]).toBe(true);
  }
  const firstFile = () => manifest().files[0] as { path: string; sha256: string; size: number };
  const object = () => join(handed, objectName(firstFile().sha256));
  /** As if the receiver had never had it. */
  const forget = () => rmSync(join(taken, 'taken', objectName(firstFile().sha256)));

  test('a manifest of which one digit was changed', () =>
    refused(() => {
      const text = readFileSync(manifestFile(), 'utf8');
      writeFileSync(manifestFile(), text.replace(/revision\\":\d+/, 'revision\\":99'));
    }, /签名不对/));

  test('a manifest that another key has signed', () =>
    refused(() => {
      const other = signingKey(join(folder.path, 'other.pem'));
      writeFileSync(manifestFile(), sealManifest(manifest(), other));
    }, /签名不对/));

  test('a manifest that was cut', () =>
    refused(() => {
      writeFileSync(manifestFile(), readFileSync(manifestFile(), 'utf8').slice(0, 300));
    }, /不完整，或不是交接包/));

  test('no manifest', () => refused(() => rmSync(manifestFile()), /没有交接包/));

  test('an object of other bytes', () =>
    refused(() => {
      const bytes = readFileSync(object());
      bytes[0] = (bytes[0] as number) ^ 1;
      writeFileSync(object(), bytes);
      forget();
    }, /和它的校验值不符/));

  test('an object that was cut', () =>
    refused(() => {
      writeFileSync(object(), readFileSync(object()).subarray(0, -1));
      forget();
    }, /字节，应有/));

  test('an object that is missing', () =>
    refused(() => {
      rmSync(object());
      forget();
    }, /不见了/));

  test('a path out of the folder, even signed', () =>
    refused(() => {
      const [first, ...rest] = manifest().files;
      reseal({ files: [{ ...first, path: '/media/../../../etc/passwd' }, ...rest] });
    }, /清单不合约定/));

  test('a name of an object that is a path, even signed', () =>
    refused(() => {
      const [first, ...rest] = manifest().files;
      reseal({ files: [{ ...first, sha256: '../../../../etc/passwd' }, ...rest] });
    }, /清单不合约定/));

  test('a snapshot that is not the manifest’s', () =>
    refused(() => reseal({ revision: manifest().revision + 1 }), /是修订 \d+，清单说的是/));

  test('a snapshot that unpacks to more than was said', () =>
    refused(() => reseal({ snapshot: { ...manifest().snapshot, bytes: 100 } }), /解开后不是 100 字节/));

  test('a list that lacks a picture', () =>
    refused(() => reseal({ files: manifest().files.slice(1) }), /不在清单里/));

  test('an older revision than the last', () =>
    refused(() => {
      const newer = join(taken, 'taken', 'hand-over.json');
      const revision = manifest().revision + 5;
      writeFileSync(newer, sealManifest({ ...manifest(), revision }, signing()));
    }, /交接包是旧的/));

  test('another history', () =>
    refused(() => {
      const other = join(taken, 'taken', 'hand-over.json');
      writeFileSync(other, sealManifest({ ...manifest(), epoch: 'another' }, signing()));
    }, /另一个内容库/));

  test('one that has not caught up with what was told', () =>
    refused(() => undefined, /只到修订 \d+，要的是修订 9999/, '--at-least', '9999', '--wait', '1'));

  test('and taken all the same where the person says so', async () => {
    expect((await takeIn()).code).toBe(0);
    const newer = join(taken, 'taken', 'hand-over.json');
    writeFileSync(newer, sealManifest({ ...manifest(), revision: manifest().revision + 5 }, signing()));
    expect((await takeIn('--allow-older')).code).toBe(0);
  });

  test('a receiver without a public key takes nothing', async () => {
    const ended = await runVerb('take-in', ['--from', handed], outside({ XINGLIN_HAND_OVER_KEY: '' }));
    expect(ended.code).toBe(2);
    expect(ended.output).toContain('XINGLIN_HAND_OVER_KEY');
  });
});

describe('over HTTP', () => {
  let host: ObjectHost;
  beforeEach(async () => {
    host = await startObjectHost();
  });
  afterEach(() => host[Symbol.asyncDispose]());
  const give = (...args: string[]) =>
    runVerb('hand-over', ['--to', host.url, ...args], {
      ...inHouse(),
      XINGLIN_HAND_OVER_AUTHORIZATION: 'Bearer geheim',
    });

  test('a push that was cut goes on where it was, the manifest comes last, and the site is the same', async () => {
    host.authorization = 'Bearer geheim';
    let puts = 0;
    let failures = 0;
    host.meddle = (request, response) => {
      if (!request.startsWith('PUT')) return false;
      puts += 1;
      if (puts === 2 || puts === 5) {
        failures += 1;
        if (puts === 2) response.writeHead(503).end();
        else response.destroy();
        return true;
      }
      return false;
    };
    const given = await give();
    expect([given.code, failures]).toEqual([0, 2]);
    expect(given.output).not.toContain('geheim');
    const stored = host.asked.filter((line) => line.startsWith('PUT'));
    expect(stored.at(-1)).toBe('PUT /hand-over.json');
    expect(new Set(stored).size).toBe(stored.length);

    const there = join(folder.path, 'there');
    const env = outside({ XINGLIN_HAND_OVER_AUTHORIZATION: 'Bearer geheim' });
    const ended = await runVerb('take-in', ['--from', host.url, '--into', there], env);
    expect([ended.code, ended.output]).toEqual([0, expect.stringContaining('✓ 已收下')]);
    const here = join(folder.path, 'here');
    await runVerb('publish-site', ['--into', here], inHouse());
    expect(filesOf(there)).toEqual(filesOf(here));
  });

  test('a run that gave up left what it had put: the next one does not put it again', async () => {
    host.meddle = (request, response) => {
      if (request !== 'PUT /hand-over.json') return false;
      response.writeHead(403).end();
      return true;
    };
    const first = await give();
    expect([first.code, first.output]).toEqual([1, expect.stringContaining('应答 403')]);
    const objects = host.files.size;
    expect(objects).toBeGreaterThan(3);
    host.meddle = undefined;
    host.asked.length = 0;
    expect((await give()).code).toBe(0);
    const puts = host.asked.filter((line) => line.startsWith('PUT'));
    expect(puts).toEqual(['PUT /hand-over.json']);
  });

  test('--follow hands over again when the content moves, and what was taken back is nowhere', async () => {
    const follower = spawn(
      process.execPath,
      [join(root, 'scripts/commands/hand-over.ts'), '--to', host.url, '--follow'],
      {
        env: { ...process.env, ...inHouse() },
        stdio: 'ignore',
      },
    );
    try {
      const told = () => host.files.get('hand-over.json')?.toString() ?? '';
      await until('the first hand-over', () => told().includes(`revision\\":${cms.ledger.revision}`));
      const before = new Set(host.files.keys());
      cms.ledger.remove('article', 'a');
      expect((await runVerb('publish-site', ['--allow-mass-deletion'], inHouse())).code).toBe(0);
      await until('the next hand-over', () => told().includes(`revision\\":${cms.ledger.revision}`));
      await until(
        'what nothing names to be removed',
        () => [...before].filter((name) => host.files.has(name)).length === 1,
      );
      expect(globSync('hand-over.*.db', { cwd: join(house.path, 'data', 'publisher') })).toEqual([]);
    } finally {
      follower.kill('SIGTERM');
    }
  });
});
