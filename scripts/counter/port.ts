/** The counter's port, which its neighbours have to know too. Built-ins only. */
import { CommandFault } from '../cli.ts';

/** Where it listens unless somebody says otherwise; the configurations of nginx and Caddy name it too. */
const usual = 8081;

export interface CounterPort {
  number: number;
  /** Whether somebody chose it: then no other one will do. */
  chosen: boolean;
}

/**
 * XINGLIN_COUNTER_PORT, or the first from the usual one on that none of the others was given.
 * @throws CommandFault where it is none.
 */
export function counterPortOf(env: NodeJS.ProcessEnv, others: readonly number[] = []): CounterPort {
  const text = env['XINGLIN_COUNTER_PORT'] ?? '';
  if (text === '') {
    let number = usual;
    while (others.includes(number)) number += 1;
    return { number, chosen: false };
  }
  return { number: wholeNumber('XINGLIN_COUNTER_PORT', text, 65_535), chosen: true };
}

/** @throws CommandFault naming the variable where the text is no whole number from 1 on. */
export function wholeNumber(variable: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= 1 && number <= most) return number;
  throw new CommandFault(
    `环境变量 ${variable} 的值「${text}」不能用。`,
    `请改成一个 1–${most} 的整数，或不设它。`,
    2,
  );
}
