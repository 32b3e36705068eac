/** What the CMS process is told by its environment, and nothing more. */
import type { Secrets, Settings } from '../settings.ts';

export function cmsEnvironment(settings: Settings, secrets: Secrets): Record<string, string> {
  return {
    ...counterOf(settings, secrets),
    NODE_ENV: 'production',
    XINGLIN_DATA_DIR: settings.dataDir,
    XINGLIN_CMS_HOST: settings.cmsHost,
    XINGLIN_CMS_PORT: String(settings.cmsPort),
    XINGLIN_SITE_URL: settings.siteUrl,
    XINGLIN_PUBLISHER_TOKEN: secrets.publisherToken,
    XINGLIN_INTAKE_TOKEN: secrets.intakeToken,
    APP_KEYS: secrets.appKeys,
    API_TOKEN_SALT: secrets.apiTokenSalt,
    ADMIN_JWT_SECRET: secrets.adminJwtSecret,
    TRANSFER_TOKEN_SALT: secrets.transferTokenSalt,
    ENCRYPTION_KEY: secrets.encryptionKey,
    ...(settings.adminEmail === undefined ? {} : { XINGLIN_ADMIN_EMAIL: settings.adminEmail }),
    ...(settings.adminPassword === undefined ? {} : { XINGLIN_ADMIN_PASSWORD: settings.adminPassword }),
    ...settings.notify,
    ...(settings.databaseUrl === undefined ? {} : { XINGLIN_DATABASE_URL: settings.databaseUrl }),
  };
}

/** Where the CMS asks for views; nowhere while the counter is off. */
function counterOf(settings: Settings, { counterToken }: Secrets): Record<string, string> {
  const here = settings.counter ? `http://127.0.0.1:${settings.counterPort.number}` : undefined;
  const url = settings.counterUrl ?? here;
  return url === undefined ? {} : { XINGLIN_COUNTER_URL: url, XINGLIN_COUNTER_TOKEN: counterToken };
}
