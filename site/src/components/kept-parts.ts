/** HTML of the frame's parts, kept with the frame that they show: another frame is another object. */
const known = new WeakMap<object, Map<string, string>>();

/** The part's HTML; made where it is not known yet. */
export async function keptPart(of: object, part: string, make: () => Promise<string>): Promise<string> {
  const parts = known.get(of) ?? new Map<string, string>();
  known.set(of, parts);
  const html = parts.get(part) ?? (await make());
  parts.set(part, html);
  return html;
}
