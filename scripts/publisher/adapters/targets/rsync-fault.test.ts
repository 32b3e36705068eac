import { expect, test } from 'vitest';
import { rsyncFault } from './rsync-fault.ts';

/** As rsync 3.2 and 3.5 and OpenSSH 9 say it. */
test.each([
  [11, 'rsync: [receiver] write failed on "/srv/big": No space left on device (28)', '目标磁盘没有空间了'],
  [23, 'rsync: [receiver] mkstemp "/srv/.a.Xy12Zz" failed: Permission denied (13)', '目标文件夹不让写'],
  [
    23,
    'rsync: [generator] recv_generator: mkdir "/srv/a" failed: Read-only file system (30)',
    '目标是只读的',
  ],
  [12, 'bash: line 1: rsync: command not found', '目标机器上没有 rsync'],
  [5, '@ERROR: auth failed on module site', '拒绝了连接'],
  [5, "@ERROR: Unknown module 'sitex'", '拒绝了连接'],
  [255, 'ssh: Could not resolve hostname web.example.cn: Name or service not known', '连不上目标机器'],
  [255, 'Host key verification failed.', '登录目标机器没有成功'],
  [
    10,
    'rsync: [sender] failed to connect to 127.0.0.1 (127.0.0.1): Connection refused (111)',
    '连不上目标机器',
  ],
  [30, 'rsync error: timeout in data send/receive (code 30) at io.c(197)', '太久没有回应'],
  [12, 'rsync error: error in rsync protocol data stream (code 12) at io.c(285) [sender=3.5.0]', '中断了'],
  [20, '', '中断了'],
  [14, 'rsync error: error in IPC code (code 14)', '传输出错'],
])('code %i with “%s” means %s', (code, words, meaning) => {
  const fault = rsyncFault('web:/srv', code, words);
  expect(fault.message).toContain(meaning);
  expect(fault.message).toContain('web:/srv');
  expect(fault.remedy).not.toBe('');
});
