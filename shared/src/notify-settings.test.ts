import { expect, test } from 'vitest';
import { NotifySettingsFault, readNotifySettings } from './notify-settings.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const other = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const url = { XINGLIN_NOTIFY_URL: 'http://10.0.0.7:9000/hook?site=1', XINGLIN_NOTIFY_SECRETS: secret };
const github = {
  XINGLIN_NOTIFY_GITHUB_REPOSITORY: 'hospital/website',
  XINGLIN_NOTIFY_GITHUB_TOKEN: 'github_pat_11AAA',
};

/** What is said of an environment; all of it, so that a secret in it is seen. */
function fault(env: Record<string, string>): string {
  try {
    readNotifySettings(env);
  } catch (error) {
    if (error instanceof NotifySettingsFault) return `${error.message}${error.remedy}`;
    throw error;
  }
  return '';
}

test('nothing is told to anybody where nothing is set, and other variables are left alone', () => {
  const env = { PATH: '/bin', XINGLIN_SITE_URL: 'x', XINGLIN_NOTIFY_URL: '', XINGLIN_NOTIFY_SECRETS: ' ' };
  expect(readNotifySettings(env)).toEqual({ url: undefined, github: undefined, window: 3 });
});

test('an address with two secrets, a repository with its token, the window', () => {
  const env = {
    ...url,
    ...github,
    XINGLIN_NOTIFY_SECRETS: `${secret}, ${other}`,
    XINGLIN_NOTIFY_GITHUB_API: 'https://github.example.cn/api/v3/',
    XINGLIN_NOTIFY_WINDOW_SECONDS: '30',
  };
  expect(readNotifySettings(env)).toEqual({
    url: { url: 'http://10.0.0.7:9000/hook?site=1', secrets: [secret, other] },
    github: {
      api: 'https://github.example.cn/api/v3',
      repository: 'hospital/website',
      token: 'github_pat_11AAA',
    },
    window: 30,
  });
});

test.each([
  ['XINGLIN_NOTIFY_SECRETS', { XINGLIN_NOTIFY_URL: url.XINGLIN_NOTIFY_URL }],
  ['XINGLIN_NOTIFY_URL', { XINGLIN_NOTIFY_SECRETS: secret }],
  ['XINGLIN_NOTIFY_URL', { ...url, XINGLIN_NOTIFY_URL: 'ftp://x/' }],
  ['XINGLIN_NOTIFY_URL', { ...url, XINGLIN_NOTIFY_URL: 'https://user:pass@x/' }],
  ['XINGLIN_NOTIFY_URL', { ...url, XINGLIN_NOTIFY_URL: '/hook' }],
  ['XINGLIN_NOTIFY_SECRETS', { ...url, XINGLIN_NOTIFY_SECRETS: 'whsec_c2hvcnQ=' }],
  ['XINGLIN_NOTIFY_SECRETS', { ...url, XINGLIN_NOTIFY_SECRETS: `${secret},${other},${secret}` }],
  ['XINGLIN_NOTIFY_GITHUB_TOKEN', { XINGLIN_NOTIFY_GITHUB_REPOSITORY: 'a/b' }],
  ['XINGLIN_NOTIFY_GITHUB_REPOSITORY', { XINGLIN_NOTIFY_GITHUB_TOKEN: 'x' }],
  ['XINGLIN_NOTIFY_GITHUB_REPOSITORY', { ...github, XINGLIN_NOTIFY_GITHUB_REPOSITORY: '../b/c' }],
  ['XINGLIN_NOTIFY_GITHUB_TOKEN', { ...github, XINGLIN_NOTIFY_GITHUB_TOKEN: 'a b' }],
  ['XINGLIN_NOTIFY_GITHUB_API', { ...github, XINGLIN_NOTIFY_GITHUB_API: 'http://github.example.cn' }],
  ['XINGLIN_NOTIFY_WINDOW_SECONDS', { XINGLIN_NOTIFY_WINDOW_SECONDS: '601' }],
  ['XINGLIN_NOTIFY_WINDOW_SECONDS', { XINGLIN_NOTIFY_WINDOW_SECONDS: '1.5' }],
  ['XINGLIN_NOTIFY_SECRET', { ...url, XINGLIN_NOTIFY_SECRET: secret }],
])('%s is named where it cannot be used: case %#', (name, env) => {
  const said = fault(env);
  expect(said).toContain(name);
  expect(said).not.toMatch(/MfKQ9r8|c2hvcnQ|user:pass|github_pat/);
});
