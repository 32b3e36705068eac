/** `.github/workflows/publish.yml`: what it may do, that all it runs exists, and its steps run as they stand. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicKeyText, signingKey } from '../../scripts/publisher/hand-over/key.ts';
import { type FeedServer, feedServer, token } from '../rigs/feed-server.ts';
import { article, channel, site } from '../rigs/items.ts';
import { mediaBytes, mediaOf } from '../rigs/media-files.ts';
import { root, runVerb } from '../rigs/newsroom.ts';
import { type ObjectHost, startObjectHost } from '../rigs/object-host.ts';
import { filesOf } from '../rigs/publisher.ts';
import { temporaryFolder } from '../rigs/temporary.ts';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Job {
  permissions: Record<string, string>;
  env?: Record<string, string>;
  steps: Step[];
}
interface Workflow {
  on: { repository_dispatch: { types: string[] } };
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const file = join(root, '.github/workflows/publish.yml');
const text = readFileSync(file, 'utf8');
const { parse } = createRequire(join(root, 'scripts/package.json'))('yaml') as {
  parse(text: string): Workflow;
};
const workflow = parse(text);
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const runs = steps.flatMap(({ run }) => run ?? []);

/** `npm run verb -- --flag value`: the verb, and its flags. */
function called(line: string): { verb: string; flags: string[] } | undefined {
  const match = /^npm run ([\w-]+)(?: -- (.*))?$/.exec(line.trim());
  return match === null
    ? undefined
    : { verb: match[1] as string, flags: match[2]?.match(/(?<=^|\s)--[\w-]+/g) ?? [] };
}
const calls = runs.flatMap((run) => run.split('\n')).flatMap((line) => called(line) ?? []);

describe('the workflow', () => {
  test('is started by the event that the CMS sends', () => {
    const sender = readFileSync(join(root, 'cms/src/notify/github-target.ts'), 'utf8');
    const [, sent] = /dispatchType = '([^']+)'/.exec(sender) ?? [];
    expect(workflow.on.repository_dispatch.types).toEqual([sent]);
  });

  test('may do nothing but what each job needs', () => {
    expect(workflow.permissions).toEqual({});
    expect(
      Object.fromEntries(Object.entries(workflow.jobs).map(([name, job]) => [name, job.permissions])),
    ).toEqual({
      'from-cms': { contents: 'read' },
      'from-hand-over': { contents: 'read' },
      'to-pages': { pages: 'write', 'id-token': 'write' },
      'to-rsync': {},
    });
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
  });

  test('uses actions by their full commit, with the version beside', () => {
    const used = [...text.matchAll(/uses: (.*)$/gm)].map((match) => match[1]);
    expect(used.length).toBeGreaterThan(8);
    for (const one of used) expect(one).toMatch(/^actions\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('takes nothing into a script that an event could have written', () => {
    expect(runs.length).toBeGreaterThan(4);
    for (const run of runs) expect(run).not.toContain('${{');
  });

  test('calls verbs and flags that exist', async () => {
    expect(calls.length).toBeGreaterThanOrEqual(5);
    for (const { verb, flags } of calls) {
      const { code, output } = await runVerb(verb, ['--help'], {});
      expect([verb, code]).toEqual([verb, 0]);
      for (const flag of flags) expect(output).toMatch(new RegExp(`(?:^|[ ,])${flag}(?: |$)`, 'm'));
    }
  });

  test('a call that does not exist would be noticed', () => {
    expect(called('npm run publish-site -- --no-such "$X"')).toEqual({
      verb: 'publish-site',
      flags: ['--no-such'],
    });
  });

  test('names only variables and secrets that the operations manual explains', () => {
    const manual = readFileSync(join(root, 'docs/operations.md'), 'utf8');
    const named = new Set([...text.matchAll(/(?:vars|secrets)\.(\w+)/g)].map((match) => match[1] as string));
    expect(named.size).toBeGreaterThan(6);
    expect([...named].filter((name) => !manual.includes(name))).toEqual([]);
  });
});

describe('its steps', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let cms: FeedServer;
  let host: ObjectHost;
  beforeAll(async () => {
    folder = temporaryFolder();
    cms = await feedServer();
    host = await startObjectHost();
    for (const [hash, bytes] of mediaBytes) cms.media.set(hash, bytes);
    cms.ledger.put(site, channel, mediaOf('media1', false), article('a', { cover: 'media1' }), article('b'));
  });
  afterAll(async () => {
    await host[Symbol.asyncDispose]();
    await cms[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  /** Runs a job's own scripts in order, as a runner would; actions are left to it. */
  async function play(job: string, env: Record<string, string>): Promise<string> {
    const temp = join(folder.path, job);
    mkdirSync(temp, { recursive: true });
    for (const { run } of workflow.jobs[job]?.steps ?? []) {
      if (run === undefined) continue;
      await promisify(execFile)('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
        cwd: root,
        env: {
          PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
          HOME: process.env['HOME'] ?? '/tmp',
          RUNNER_TEMP: temp,
          GITHUB_OUTPUT: join(temp, 'output'),
          ...env,
        },
      });
    }
    return temp;
  }
  const house = () => ({
    XINGLIN_DATA_DIR: join(folder.path, 'house'),
    XINGLIN_CMS_URL: cms.url,
    XINGLIN_PUBLISHER_TOKEN: token,
  });

  test('from the CMS, and from the hand-over without it, make the same site; rsync brings it where it is served', async () => {
    const fromCms = filesOf(join(await play('from-cms', house()), 'site'));
    expect(Object.keys(fromCms)).toContain('news/a/index.html');

    expect((await runVerb('hand-over', ['--to', host.url], house())).code).toBe(0);
    const temp = await play('from-hand-over', {
      XINGLIN_DATA_DIR: join(folder.path, 'hosted'),
      XINGLIN_HAND_OVER_URL: host.url,
      XINGLIN_HAND_OVER_KEY: publicKeyText(
        signingKey(join(folder.path, 'house/hand-over-key.pem')).publicKey,
      ),
      REVISION: String(cms.ledger.revision),
    });
    expect(filesOf(join(temp, 'site'))).toEqual(fromCms);

    mkdirSync(join(folder.path, 'to-rsync/artifact'), { recursive: true });
    const tar = join(folder.path, 'to-rsync/artifact/artifact.tar');
    await promisify(execFile)('tar', ['-cf', tar, '-C', join(temp, 'site'), '.']);
    const served = join(folder.path, 'served');
    await play('to-rsync', { RSYNC_TARGET: `${served}/`, RSYNC_SSH_KEY: 'none', RSYNC_HOST_KEY: 'none' });
    expect(filesOf(served)).toEqual(fromCms);
  });
});
