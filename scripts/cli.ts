/** What every command shares: `--help`, options, faults that say what to do, and exit codes. */
import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util';

/** One option: what `parseArgs` wants, and a Chinese sentence for `--help`. */
export type Option = ParseArgsOptionDescriptor & { description: string };

export interface CommandInput {
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  positionals: string[];
}

export interface Command {
  /** The verb: `publish-site`. */
  name: string;
  /** One Chinese sentence. */
  summary: string;
  /** The words after the verb: `FILE [选项]`. */
  usage?: string;
  options?: Record<string, Option>;
  positionals?: boolean;
  /** More for `--help`: examples, exit codes beyond the usual. */
  notes?: string;
  /** Resolves to the exit code; nothing means 0. */
  run(input: CommandInput): Promise<number | undefined>;
}

/** A fault that the person at the keyboard can mend: what happened, to which thing, and the remedy. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
  readonly remedy: string;
  readonly exitCode: number;
  constructor(message: string, remedy: string, exitCode = 1) {
    super(message);
    this.remedy = remedy;
    this.exitCode = exitCode;
  }
}

const help: Option = { type: 'boolean', short: 'h', description: '显示这份说明' };

/** The text of `--help`. */
export function helpText(command: Command): string {
  const rows = Object.entries({ ...command.options, help }).map(([name, option]) => {
    const flag = `${option.short === undefined ? '    ' : `-${option.short}, `}--${name}${option.type === 'string' ? ' <值>' : ''}`;
    return `  ${flag.padEnd(30)}${option.description}`;
  });
  return [
    `${command.summary}`,
    '',
    `用法：pnpm ${command.name} ${command.usage ?? '[选项]'}`,
    `      npm run ${command.name} -- ${command.usage ?? '[选项]'}`,
    '',
    '选项：',
    ...rows,
    ...(command.notes === undefined ? [] : ['', command.notes]),
    '',
    '退出码：0 成功；1 有问题，已说明原因和办法；2 命令用法不对。',
  ].join('\n');
}

/** Runs a command with the process's arguments and ends the process with its exit code. */
export async function main(command: Command, args: readonly string[] = process.argv.slice(2)): Promise<void> {
  process.exitCode = await runCommand(command, args);
  // Listening for the parent's end keeps the channel to it open, and with it this process.
  process.channel?.unref();
}

/** Runs a command and resolves to its exit code; faults are printed to standard error. */
export async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const input = parse(command, args);
  if (typeof input === 'string') {
    process.stderr.write(`${input}\n用 --help 查看用法。\n`);
    return 2;
  }
  if (input.values['help'] === true) {
    process.stdout.write(`${helpText(command)}\n`);
    return 0;
  }
  try {
    return (await command.run(input)) ?? 0;
  } catch (error) {
    process.stderr.write(`\n${describeFault(error)}\n`);
    return error instanceof CommandFault ? error.exitCode : 1;
  }
}

/** What happened and what to do; the stack only where the fault is ours and not the person's. */
export function describeFault(error: unknown): string {
  if (error instanceof CommandFault) return `✗ ${error.message}\n  ${error.remedy}`;
  if (error instanceof Error) return `✗ ${error.stack ?? error.message}`;
  return `✗ ${String(error)}`;
}

function parse(command: Command, args: readonly string[]): CommandInput | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, help },
      allowPositionals: command.positionals ?? false,
    });
    return { values, positionals };
  } catch (error) {
    return `✗ ${command.name}：${(error as Error).message}`;
  }
}
