/** Progress of a long count on standard error: in place on a terminal, a line now and then elsewhere. */

/** Told after every step; writes seldom. */
export type CountProgress = (done: number, total: number) => void;

/** Milliseconds between two updates: a terminal is looked at, a log is kept. */
const pace = { terminal: 200, log: 5_000 };

/** `核对网站文件 3120/12448（每秒 1900）` */
export function countProgress(label: string, stream: NodeJS.WriteStream = process.stderr): CountProgress {
  const began = performance.now();
  let told = began;
  return (done, total) => {
    const now = performance.now();
    const over = done === total;
    if (!over && now - told < (stream.isTTY ? pace.terminal : pace.log)) return;
    told = now;
    const rate = Math.round((done * 1000) / Math.max(1, now - began));
    const line = `▸ ${label} ${done}/${total}（每秒 ${rate}）`;
    if (stream.isTTY) stream.write(`\r${line}${over ? '\n' : ''}`);
    else stream.write(`${line}\n`);
  };
}
