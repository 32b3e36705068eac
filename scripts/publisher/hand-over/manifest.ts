/**
 * A hand-over: all that another machine needs to make the site without the CMS. A folder, or addresses below one:
 *
 *     hand-over.json            this manifest and its signature, written last
 *     objects/<ab>/<sha256>     the snapshot (gzip) and every file made of media, named by their bytes
 *
 * Pure: sealing, opening, and what a manifest must be. Names of objects are hashes and nothing else, so that no
 * manifest can point out of its folder.
 */
import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '@xinglin/shared/canonical.js';
import { z } from 'zod';
import { CommandFault } from '../../cli.ts';
import { fingerprint } from './key.ts';

export const manifestName = 'hand-over.json';

/** What is wrong with a hand-over, and what to do. Nothing was changed. */
export class HandOverFault extends CommandFault {}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.int().min(0);

const manifestSchema = z.strictObject({
  format: z.literal('xinglin-hand-over/1'),
  epoch: z.string().min(1).max(64),
  revision: z.int().min(0),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** What the files depend on beside their originals: another recipe means other bytes. */
  recipe: z.string().min(1).max(64),
  /** `size` of the object, `bytes` unpacked. */
  snapshot: z.strictObject({ sha256, size, bytes: size }),
  /** By path, in code-unit order. */
  files: z.array(
    z.strictObject({
      path: z
        .string()
        .regex(/^\/(?:media|files)\/[\w./%-]+$/)
        .max(300),
      sha256,
      size,
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

const sealed = z.strictObject({ key: z.string(), signature: z.string(), manifest: z.string() });

/** The text of `hand-over.json`. */
export function sealManifest(
  manifest: Manifest,
  key: { privateKey: KeyObject; publicKey: KeyObject },
): string {
  const text = canonicalJson(manifest);
  const signature = sign(null, Buffer.from(text), key.privateKey).toString('base64');
  return `${canonicalJson({ key: fingerprint(key.publicKey), signature, manifest: text })}\n`;
}

/**
 * Believes a text that the key has signed.
 * @throws HandOverFault
 */
export function openManifest(text: string, publicKey: KeyObject, where: string): Manifest {
  const outer = sealed.safeParse(parseJson(text));
  if (!outer.success) {
    throw new HandOverFault(
      `${where} 的 ${manifestName} 不完整，或不是交接包。什么也没有改动。`,
      '多半是传输中断：请等对方重新交出后再取。',
    );
  }
  const { manifest, signature, key } = outer.data;
  if (!verify(null, Buffer.from(manifest), publicKey, Buffer.from(signature, 'base64'))) {
    throw new HandOverFault(
      `${where} 的签名不对（签名的公钥指纹是 ${key.slice(0, 16)}，这里认的是 ${fingerprint(publicKey)}）。什么也没有改动。`,
      '请核对公钥：在交出的机器上运行 pnpm hand-over-key；若公钥没错，这个包被改动过，不要使用。',
    );
  }
  const parsed = manifestSchema.safeParse(parseJson(manifest));
  if (parsed.success && inOrder(parsed.data)) return parsed.data;
  const issue = parsed.error?.issues[0];
  throw new HandOverFault(
    `${where} 的清单不合约定（${issue === undefined ? 'files' : issue.path.join('.')}）。什么也没有改动。`,
    '请让两边使用同一版本的杏林。',
  );
}

/** Every object that a manifest names, each once. */
export function objectsOf({ snapshot, files }: Manifest): Map<string, number> {
  return new Map([snapshot, ...files].map((one) => [one.sha256, one.size]));
}

/** Where an object lies, below the hand-over's folder. */
export function objectName(digest: string): string {
  return `objects/${digest.slice(0, 2)}/${digest}`;
}

/** Whether bytes are what their name says. */
export function isObject(digest: string, bytes: Uint8Array): boolean {
  return createHash('sha256').update(bytes).digest('hex') === digest;
}

/** Each path once, no `..` in any. */
function inOrder({ files }: Manifest): boolean {
  return files.every(
    ({ path }, index) =>
      !path.split('/').includes('..') && (index === 0 || (files[index - 1]?.path ?? '') < path),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
