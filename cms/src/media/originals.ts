/** Uploaded bytes stay as they came: the publisher names them by their hash and makes its own sizes. */
import type { Core } from '@strapi/strapi';

const untouched = {
  sizeOptimization: false,
  responsiveDimensions: false,
  autoOrientation: false,
  aiMetadata: false,
};

/** Turns off everything by which Strapi would change or multiply an upload. */
export async function keepOriginals(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'upload', key: 'settings' });
  const settings = (await store.get({})) as Record<string, unknown> | null;
  const wrong = Object.entries(untouched).some(([key, value]) => settings?.[key] !== value);
  if (wrong) await store.set({ value: { ...settings, ...untouched } });
}
