/** Strapi's own validation speaks English: here its findings become breaches, which are put into Chinese. */
import type { Breach } from './read.ts';

interface Finding {
  path?: readonly (string | number)[];
  message: string;
}

/** What a validation error found, or undefined where it is another error or speaks Chinese already. Pure. */
export function breachesIn(error: unknown): Breach[] | undefined {
  if (!(error instanceof Error) || !/ValidationError$/.test(error.name)) return undefined;
  const { details } = error as { details?: { errors?: readonly Finding[] } };
  const findings = details?.errors ?? [];
  if (findings.length === 0 || /\p{Script=Han}/u.test(error.message)) return undefined;
  return findings.map(breachOf);
}

function breachOf({ path = [], message }: Finding): Breach {
  const maximum = /at most (\d+) characters|less than or equal to (\d+)/.exec(message);
  return {
    path: path.map((key) => (/^\d+$/.test(String(key)) ? Number(key) : String(key))),
    code: maximum !== null ? 'too_big' : /one of the following/.test(message) ? 'invalid_value' : 'custom',
    message,
    missing: /must be defined|is required|cannot be (?:null|blank|empty)|at least 1 /i.test(message),
    ...(maximum === null ? {} : { maximum: Number(maximum[1] ?? maximum[2]) }),
  };
}
