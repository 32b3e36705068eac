/** What a page's head says to machines, gathered while its tags are scanned. Values stay as they are spelled. */

export interface HeadFacts {
  /** `<meta>` by name or property in lower case: HTML compares names without regard to case. */
  meta: ReadonlyMap<string, readonly string[]>;
  canonical: readonly string[];
  /** What stands in the browser's tab; undefined where the page has no title. */
  title: string | undefined;
  /** The text of each `<script type="application/ld+json">`. */
  graphs: readonly string[];
}

export class HeadReader implements HeadFacts {
  readonly meta = new Map<string, string[]>();
  readonly canonical: string[] = [];
  readonly graphs: string[] = [];
  title: string | undefined;
  readonly #html: string;

  /** @param html the page that is scanned, from which the text of scripts is taken. */
  constructor(html: string) {
    this.#html = html;
  }

  /** A start tag, whichever; attributes as `TagVisitor` has them. */
  open(name: string, attributes: readonly string[], end: number): void {
    switch (name) {
      case 'meta':
        this.#meta(attributes);
        break;
      case 'link':
        if (attributeOf(attributes, 'rel') === 'canonical')
          this.canonical.push(attributeOf(attributes, 'href') ?? '');
        break;
      case 'title':
        // The first: a drawing further down has titles of its own.
        this.title ??= this.#textTo('</title', end);
        break;
      case 'script':
        if (attributeOf(attributes, 'type') === 'application/ld+json')
          this.graphs.push(this.#textTo('</script', end));
        break;
    }
  }

  #meta(attributes: readonly string[]): void {
    const key = (attributeOf(attributes, 'name') ?? attributeOf(attributes, 'property'))?.toLowerCase();
    if (key === undefined) return;
    const content = attributeOf(attributes, 'content') ?? '';
    const known = this.meta.get(key);
    if (known === undefined) this.meta.set(key, [content]);
    else known.push(content);
  }

  #textTo(mark: string, start: number): string {
    const end = this.#html.indexOf(mark, start);
    return this.#html.slice(start, end < 0 ? undefined : end);
  }
}

function attributeOf(attributes: readonly string[], name: string): string | undefined {
  for (let at = 0; at < attributes.length; at += 2) if (attributes[at] === name) return attributes[at + 1];
  return undefined;
}
