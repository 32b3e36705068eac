import { afterEach, expect, test, vi } from 'vitest';
import { registerNotify } from './boot.ts';

afterEach(() => vi.unstubAllEnvs());

test('a setting that cannot be used ends the boot with its name and its remedy, and without the secret', () => {
  vi.stubEnv('XINGLIN_NOTIFY_URL', 'https://hooks.example.test/in');
  vi.stubEnv('XINGLIN_NOTIFY_SECRETS', 'whsec_geheim');
  expect(() => registerNotify({} as never)).toThrow(/XINGLIN_NOTIFY_SECRETS 的值不能用。请改成(?!.*geheim)/);
});
