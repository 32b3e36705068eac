/** Markdown files with YAML front matter: strict, and every fault names the file and the field. */
import { parseDocument } from 'yaml';
import type { z } from 'zod';

/** A fault in the demo content itself. */
export class ContentFault extends Error {
  override readonly name = 'ContentFault';
}

/** The two halves of a text file. The body has no white space around it. */
export interface TextFile {
  fields: unknown;
  body: string;
}

const fence = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

/**
 * Parts front matter and body.
 * @throws ContentFault where the fences, the YAML or the body are missing or broken.
 */
export function readTextFile(file: string, text: string): TextFile {
  const match = fence.exec(text.replaceAll('\r\n', '\n'));
  if (match === null) {
    throw new ContentFault(
      `${file}: has no front matter. Begin with a line ---, then fields, then a line ---.`,
    );
  }
  const [, head = '', rest = ''] = match;
  const document = parseDocument(head, { uniqueKeys: true });
  const [fault] = document.errors;
  if (fault !== undefined) throw new ContentFault(`${file}: its front matter is not YAML: ${fault.message}`);
  const body = rest.trim();
  if (body === '') throw new ContentFault(`${file}: has no body after the front matter.`);
  return { fields: document.toJS() as unknown, body };
}

/**
 * Checks fields against a schema.
 * @throws ContentFault naming every field that does not fit.
 */
export function checkFields<Schema extends z.ZodType>(
  place: string,
  schema: Schema,
  fields: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const field = issue.path.join('.');
    return `${place}: ${field === '' ? '' : `${field}: `}${issue.message}`;
  });
  throw new ContentFault(problems.join('\n'));
}
