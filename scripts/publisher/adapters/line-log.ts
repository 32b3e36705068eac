/** One line a fact: time, level, permanent name, sentence, fields. Tokens and bodies never come here. */
import { canonicalJson } from '@xinglin/shared/canonical.js';
import type { Log } from '../ports.ts';

export function lineLog(stream: NodeJS.WritableStream): Log {
  return (level, event, message, fields = {}) => {
    const sentence = message.replace(/\s*\n\s*/g, ' ');
    stream.write(`${new Date().toISOString()} ${level} ${event} ${sentence} ${canonicalJson(fields)}\n`);
  };
}
