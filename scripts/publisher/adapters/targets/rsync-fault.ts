/** What rsync's exit code and its words mean for the person at the keyboard. Pure. */
import { TargetFault } from '../../targets.ts';

const again = '目标上的文件都是完整的，再次运行会接着做。';

/** The first that fits, in this order: the more telling words before the vaguer codes. */
const causes: readonly { fits: (code: number, words: string) => boolean; what: string; remedy: string }[] = [
  {
    fits: (_, words) => /No space left on device|Disk quota exceeded/.test(words),
    what: '目标磁盘没有空间了',
    remedy: `请在目标机器上腾出空间后再运行。${again}`,
  },
  {
    fits: (_, words) => /rsync[^\n]*(?:command )?not found|not found[^\n]*rsync/.test(words),
    what: '目标机器上没有 rsync',
    remedy: '请在目标机器上安装 rsync（Debian：apt install rsync）。',
  },
  {
    fits: (code, words) => code === 5 || /@ERROR: (?:auth|access|unknown module)/i.test(words),
    what: '目标的 rsync 服务拒绝了连接',
    remedy: '请检查模块名、用户名和密码（RSYNC_PASSWORD），以及服务端 rsyncd.conf 的 hosts allow。',
  },
  {
    fits: (_, words) =>
      /Permission denied \((?:publickey|password|keyboard)|Host key verification failed/.test(words),
    what: '登录目标机器没有成功',
    remedy: '请先用 ssh 手动登录一次：装好公钥，并确认主机指纹。',
  },
  {
    fits: (_, words) => /Read-only file system/.test(words),
    what: '目标是只读的',
    remedy: '请换一个可写的位置，或在目标机器上重新挂载。',
  },
  {
    fits: (_, words) => /Permission denied|Operation not permitted|read only/.test(words),
    what: '目标文件夹不让写',
    remedy: '请让登录目标机器的用户可以写这个文件夹。',
  },
  {
    fits: (code, words) =>
      code === 10 ||
      code === 35 ||
      /Connection refused|Could not resolve|No route to host|Network is unreachable|Connection timed out|Name or service not known/.test(
        words,
      ),
    what: '连不上目标机器',
    remedy: '请检查地址、端口、网络和防火墙后再运行。',
  },
  {
    fits: (code) => code === 30,
    what: '传输时目标太久没有回应',
    remedy: `请检查网络后再运行。${again}`,
  },
  {
    fits: (code) => code === 12 || code === 20 || code === 255,
    what: '和目标机器的连接中断了',
    remedy: `请检查网络，并用 ssh 手动登录一次试试。${again}`,
  },
];

export function rsyncFault(target: string, code: number, words: string): TargetFault {
  const cause = causes.find(({ fits }) => fits(code, words));
  const said = words
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '');
  return new TargetFault(
    `同步到 ${target} 没有完成：${cause?.what ?? '传输出错'}（rsync ${code}${said === undefined ? '' : `：${said}`}）。`,
    cause?.remedy ?? `请检查目标后再运行。${again}`,
  );
}

/** The program itself could not be started. */
export function rsyncMissing(program: string): TargetFault {
  return new TargetFault(
    `这台机器上没有 rsync（${program}）。`,
    '请先安装（Debian：apt install rsync），或改用文件夹作目标。',
  );
}
