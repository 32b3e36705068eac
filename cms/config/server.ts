import { publicDir } from '../src/environment.ts';

/** The subset of Strapi's `env` reader that the configuration uses. */
interface Env {
  (key: string): string | undefined;
  (key: string, fallback: string): string;
  int(key: string, fallback: number): number;
  array(key: string): string[];
}

export default ({ env }: { env: Env }) => ({
  host: env('XINGLIN_CMS_HOST', '127.0.0.1'),
  port: env.int('XINGLIN_CMS_PORT', 1337),
  app: { keys: env.array('APP_KEYS') },
  dirs: { public: publicDir() },
  // Nothing is fetched from, or announced to, the outside.
  logger: { updates: { enabled: false }, startup: { enabled: false } },
  transfer: { remote: { enabled: false } },
});
