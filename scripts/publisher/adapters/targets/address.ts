/** What stands after `--to`. Pure. */
import { isAbsolute, resolve } from 'node:path';
import { CommandFault } from '../../../cli.ts';

export type TargetAddress = { kind: 'folder'; folder: string } | { kind: 'rsync'; destination: string };

/**
 * `rsync://host/module/path`, `user@host:path`, or a folder of this machine. As rsync reads it: a colon before
 * the first slash makes a machine's name of what stands before it.
 * @throws CommandFault where it is none, or would mean a whole home or module by mistake.
 */
export function parseTarget(text: string): TargetAddress {
  if (/^rsync:\/\//.test(text)) {
    if (/^rsync:\/\/[^/\s]+\/[^/\s]+/.test(text)) return { kind: 'rsync', destination: text };
    throw unusable(text, '请写成 rsync://主机/模块 或 rsync://主机/模块/文件夹。');
  }
  const remote = /^([^/:]+):(.*)$/s.exec(text);
  if (remote !== null) {
    const [, host = '', path = ''] = remote;
    if (/^[\w.-]+(?:@[\w.-]+)?$/.test(host) && !host.startsWith('-') && /^[^\s:]/.test(path)) {
      return { kind: 'rsync', destination: text };
    }
    throw unusable(text, '请写成 用户@主机:文件夹，冒号后面不能空着。');
  }
  if (text.trim() === '' || text.includes('\0'))
    throw unusable(text, '请给出一个文件夹、用户@主机:文件夹 或 rsync:// 地址。');
  const folder = isAbsolute(text) ? text : resolve(text);
  if (folder === '/') throw unusable(text, '不能把整台机器的根当作网站文件夹。');
  return { kind: 'folder', folder };
}

function unusable(text: string, remedy: string): CommandFault {
  return new CommandFault(`--to 的值「${text}」不能用。`, remedy, 2);
}
