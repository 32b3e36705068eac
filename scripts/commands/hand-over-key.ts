/** `pnpm hand-over-key`: the public key that receivers of hand-overs must know. */
import { type Command, main } from '../cli.ts';
import { fingerprint, publicKeyText, signingKey } from '../publisher/hand-over/key.ts';
import { readSettings } from '../settings.ts';

const command: Command = {
  name: 'hand-over-key',
  summary: '显示交接包的公钥（还没有密钥时先生成一对），给接收的一方放进 XINGLIN_HAND_OVER_KEY。',
  notes: '私钥在数据文件夹的 hand-over-key.pem（权限 0600），不要给任何人。',
  async run() {
    const { publicKey } = signingKey(readSettings().paths.handOverKey);
    process.stdout.write(`${publicKeyText(publicKey)}\n`);
    process.stderr.write(`指纹 ${fingerprint(publicKey)}\n`);
    return 0;
  },
};

await main(command);
