/** Passwords of the first administrator. Pure but for the dice. */
import { randomInt } from 'node:crypto';

// Without 0 O o 1 l I i: it is read from a screen and typed by hand.
const letters = 'abcdefghjkmnpqrstuvwxyz';
const capitals = letters.toUpperCase();
const digits = '23456789';
const groups = 5;

/** Five groups of four, `x7Kp-…`: over 85 bits, with the lower case, capital and digit that Strapi demands. */
export function generatePassword(dice: (sides: number) => number = randomInt): string {
  const pick = (from: string): string => from.charAt(dice(from.length));
  const all = letters + capitals + digits;
  const group = () => pick(letters) + pick(capitals) + pick(digits) + pick(all);
  return Array.from({ length: groups }, group).join('-');
}
