/** One run of rsync: names in, items out. */
import { spawn } from 'node:child_process';
import { rsyncFault, rsyncMissing } from './rsync-fault.ts';

export interface RsyncProgram {
  program: string;
  /** For messages: where the files go. */
  target: string;
}

/** The lines it printed, names decoded. `files` are handed over on standard input, so that no name is ever an argument. */
export async function runRsync(
  { program, target }: RsyncProgram,
  args: readonly string[],
  files: readonly string[] | undefined,
  isFine: (code: number, words: string) => boolean = (code) => code === 0,
): Promise<string[]> {
  const child = spawn(program, args, {
    // English words for rsync-fault.ts, and names in bytes.
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  // It may end before it has read all names; its exit code says why.
  child.stdin.on('error', () => {});
  child.stdin.end(files?.map((file) => `${file}\0`).join('') ?? '');
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? rsyncMissing(program) : error),
    );
    child.once('close', (status) => resolve(status ?? 20));
  });
  const words = Buffer.concat(said).toString();
  if (!isFine(code, words)) throw rsyncFault(target, code, words);
  return Buffer.concat(out).toString('latin1').split('\n').map(decoded);
}

/** rsync spells a byte that it will not print as `\#ooo`, octal. */
function decoded(line: string): string {
  const bytes = line.replace(/\\#([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}
