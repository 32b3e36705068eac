/** Progress that a person can follow: a line when a long step begins, its seconds when it ends. */

export interface Progress {
  /** Shows a step's label, runs it, shows how long it took; a fault passes through. */
  during<Value>(label: string, work: () => Promise<Value>): Promise<Value>;
  /** One line of information. */
  say(text: string): void;
}

/** Writes to a stream; on a terminal the running step's seconds tick in place. */
export function lineProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return {
    say: (text) => void stream.write(`${text}\n`),
    async during(label, work) {
      const began = performance.now();
      const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
      if (!stream.isTTY) stream.write(`▸ ${label} …\n`);
      const ticking = stream.isTTY
        ? setInterval(() => stream.write(`\r▸ ${label} … ${seconds()} 秒`), 200)
        : undefined;
      try {
        const value = await work();
        stream.write(stream.isTTY ? `\r✓ ${label}，${seconds()} 秒   \n` : `✓ ${label}，${seconds()} 秒\n`);
        return value;
      } catch (error) {
        stream.write(`${stream.isTTY ? '\r' : ''}✗ ${label}，${seconds()} 秒后失败\n`);
        throw error;
      } finally {
        clearInterval(ticking);
      }
    },
  };
}
