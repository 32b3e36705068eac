/** `pnpm counter`: the view counter; `start` runs it too. */
import { type Command, CommandFault, main } from '../cli.ts';
import { type Counter, type CounterOptions, startCounter } from '../counter/service.ts';
import { type CounterSettings, readCounterSettings } from '../counter/settings.ts';

const command: Command = {
  name: 'counter',
  summary: '浏览计数：面向公众的小服务，给每篇文章数浏览次数。通常由 npm start 启动，也可以单独运行。',
  notes: [
    '不记录读者的地址，不用 Cookie；日志里没有读者，也没有读者看了什么。停掉它，网页照样完整。',
    '',
    '环境变量：',
    '  XINGLIN_COUNTER_PORT          端口，默认 8081（没有设而 8081 被占用时自动换一个）',
    '  XINGLIN_COUNTER_HOST          监听的地址，默认 127.0.0.1（只限本机）',
    '  XINGLIN_COUNTER_DATABASE_URL  postgres://…，默认用数据文件夹里的 SQLite',
    '  XINGLIN_COUNTER_IDS           已发布文章的清单，默认是发布程序写的那一个',
    '  XINGLIN_COUNTER_PROXIES       本机以外的网页服务器的地址，逗号隔开，可写网段；它们说的读者地址才算数',
    '  XINGLIN_COUNTER_PER_MINUTE    同一地址每分钟最多计多少次，默认 120',
    '  XINGLIN_COUNTER_TOKEN         管理后台来取浏览次数时用的令牌，默认读 secrets.json',
  ].join('\n'),
  async run() {
    const settings = readCounterSettings();
    const say = (sentence: string) => void process.stdout.write(`${new Date().toISOString()} ${sentence}\n`);
    const ended = Promise.withResolvers<void>();
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(event, () => ended.resolve());
    const counter = await open({ ...settings, say }, settings);
    say(`浏览计数在 http://${settings.host}:${counter.port}/views`);
    process.send?.({ kind: 'listening', port: counter.port });
    await ended.promise;
    await counter.close();
    say('浏览计数已停止，全部存好。');
    if (process.connected) process.disconnect();
    return 0;
  },
};

/** Where nobody chose the port, another newsroom on this machine may have it: then any free one will do. */
async function open(options: CounterOptions, { portChosen }: CounterSettings): Promise<Counter> {
  try {
    return await startCounter(options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof CommandFault || code === undefined) throw error;
    if (code === 'EADDRINUSE' && !portChosen) return startCounter({ ...options, port: 0 });
    throw new CommandFault(
      code === 'EADDRINUSE'
        ? `浏览计数的端口 ${options.port} 被占用了。`
        : `浏览计数不能在 ${options.host}:${options.port} 上监听：${message}`,
      '请停掉占用它的程序，或用 XINGLIN_COUNTER_PORT 换一个端口。',
    );
  }
}

await main(command);
