/** What a measurement is told: numbers by name, each with its default. */
import { parseArgs } from 'node:util';

/** @throws Error naming an option that is unknown or no positive number. */
export function benchOptions<Name extends string>(defaults: Record<Name, number>): Record<Name, number> {
  const options = Object.fromEntries(
    Object.keys(defaults).map((name) => [name, { type: 'string' as const }]),
  );
  const { values } = parseArgs({ options });
  const numbers = { ...defaults };
  for (const [name, text] of Object.entries(values)) {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} 要一个正整数，不是「${text}」。`);
    numbers[name as Name] = number;
  }
  return numbers;
}
