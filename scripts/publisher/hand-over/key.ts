/** The Ed25519 key that signs hand-overs: made once, kept in the data folder (mode 0600), never sent anywhere. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandFault } from '../../cli.ts';

export interface SigningKey {
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** Reads the key of a file; makes it where there is none. */
export function signingKey(file: string): SigningKey {
  if (!existsSync(file)) makeKey(file);
  // A copy back from a backup may have wider rights.
  chmodSync(file, 0o600);
  const privateKey = createPrivateKey(readFileSync(file, 'utf8'));
  if (privateKey.asymmetricKeyType !== 'ed25519') {
    throw new CommandFault(
      `${file} 不是签名密钥。`,
      '请从备份恢复它；删除后会重新生成，但接收的一方要换公钥。',
    );
  }
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.new`;
  writeFileSync(beside, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  renameSync(beside, file);
}

const prefix = 'ed25519:';

/** The public key on one line, as it goes into `XINGLIN_HAND_OVER_KEY`. */
export function publicKeyText(key: KeyObject): string {
  return prefix + String(key.export({ format: 'jwk' }).x);
}

/** @throws CommandFault where the text is no public key. */
export function publicKeyFrom(text: string): KeyObject {
  const x = text.trim().startsWith(prefix) ? text.trim().slice(prefix.length) : '';
  if (/^[\w-]{43}$/.test(x))
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  throw new CommandFault(
    '没有可用的公钥，无法确认交接包来自自己人。',
    '在交出的机器上运行 pnpm hand-over-key，把那一行放进 XINGLIN_HAND_OVER_KEY（或用 --key）。',
    2,
  );
}

/** Names a public key: the first 16 hex digits of its SHA-256. */
export function fingerprint(key: KeyObject): string {
  return createHash('sha256').update(publicKeyText(key)).digest('hex').slice(0, 16);
}
