/** Progress that a person can follow: a line when a long step begins, its seconds when it ends. */

export interface Progress {
  /** Shows a step's label, runs it, shows how long it took; a fault passes through. */
  during<Value>(label: string, work: () => Promise<Value>): Promise<Value>;
  /** How far the running step is: shown in its line on a terminal, now and then as a line elsewhere. */
  detail(text: string): void;
  /** One line of information. */
  say(text: string): void;
}

/** Milliseconds between two details where there is no terminal. */
const detailEvery = 10_000;

/** Writes to a stream; on a terminal the running step's seconds tick in place. */
export function lineProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let detail = '';
  let told = performance.now();
  /** Rewrites the terminal's line; what stood there before may have been longer. */
  const rewrite = (text: string) => stream.write(`\r${text}\x1b[K`);
  return {
    say: (text) => void stream.write(`${text}\n`),
    detail(text) {
      detail = `，${text}`;
      if (stream.isTTY || performance.now() - told < detailEvery) return;
      told = performance.now();
      stream.write(`  ${text}\n`);
    },
    async during(label, work) {
      const began = performance.now();
      detail = '';
      told = began;
      const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
      if (!stream.isTTY) stream.write(`▸ ${label} …\n`);
      const ticking = stream.isTTY
        ? setInterval(() => rewrite(`▸ ${label} … ${seconds()} 秒${detail}`), 200)
        : undefined;
      try {
        const value = await work();
        if (stream.isTTY) rewrite(`✓ ${label}，${seconds()} 秒\n`);
        else stream.write(`✓ ${label}，${seconds()} 秒\n`);
        return value;
      } catch (error) {
        if (stream.isTTY) rewrite(`✗ ${label}，${seconds()} 秒后失败\n`);
        else stream.write(`✗ ${label}，${seconds()} 秒后失败\n`);
        throw error;
      } finally {
        clearInterval(ticking);
      }
    },
  };
}
