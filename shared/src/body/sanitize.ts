/**
 * The last word on what a body may contain: an explicit list. Markdown's own HTML and the raw HTML inside it
 * pass through here alike; pictures do not, they are put in afterwards (see `figures.ts`).
 */
import sanitizeHtml from 'sanitize-html';

const inline =
  'a abbr b bdi br cite code del dfn em i ins kbd mark q rp rt ruby s small span strong sub sup time u var wbr'.split(
    ' ',
  );
const block =
  'blockquote caption col colgroup dd div dl dt h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead tr ul'.split(
    ' ',
  );

/** Elements that say nothing when they are empty, for instance because their only picture is missing. */
const pointlessWhenEmpty = new Set(
  'a b blockquote code dd del div dl dt em h2 h3 h4 h5 h6 i ins li mark ol p pre q s small span strong sub sup u ul'.split(
    ' ',
  ),
);

/** Where a link leads, or undefined where it must not be a link: its text stays. */
export type ResolveLink = (href: string) => { href: string; download?: string } | undefined;

export interface Trust {
  link: ResolveLink;
  /** Ids that this renderer gave to headings; any other id is the writer's and goes. */
  ids: ReadonlySet<string>;
}

/** A language as BCP 47 spells it, as far as a hospital writes in it: `en`, `zh-Hant`, `ug-CN`. */
const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/;

const alignment: Readonly<Record<string, string>> = { center: 'center', right: 'end' };

/** HTML that holds nothing but the list above, whatever came in. */
export function sanitize(html: string, trust: Trust): string {
  const safe = sanitizeHtml(html, {
    allowedTags: [...inline, ...block],
    allowedAttributes: {
      a: ['href', 'rel', 'download'],
      col: ['span'],
      colgroup: ['span'],
      h2: ['id'],
      h3: ['id'],
      h4: ['id'],
      h5: ['id'],
      h6: ['id'],
      ol: ['start'],
      span: ['lang'],
      td: ['colspan', 'rowspan', 'class'],
      th: ['colspan', 'rowspan', 'scope', 'class'],
    },
    allowedClasses: { td: ['center', 'end'], th: ['center', 'end'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags:
      'script style textarea option select noscript noembed noframes iframe frameset object embed applet svg math template title xmp head'.split(
        ' ',
      ),
    transformTags: {
      a: (tagName, attributes) => {
        const target = trust.link(attributes['href'] ?? '');
        const attribs: Record<string, string> = { ...target };
        if (/^https?:/i.test(target?.href ?? '')) attribs['rel'] = 'noopener';
        return { tagName, attribs };
      },
      h1: 'h2',
      ...Object.fromEntries(
        ['h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [
          name,
          (tagName: string, { id }: Record<string, string>) => ({
            tagName,
            attribs: id !== undefined && trust.ids.has(id) ? { id } : ({} as Record<string, string>),
          }),
        ]),
      ),
      span: (tagName, { lang = '' }) => ({
        tagName,
        attribs: languageTag.test(lang) ? { lang } : ({} as Record<string, string>),
      }),
      td: (tagName, attributes) => ({ tagName, attribs: cell(attributes) }),
      th: (tagName, attributes) => ({ tagName, attribs: { scope: 'col', ...cell(attributes) } }),
    },
    exclusiveFilter: (frame) => pointlessWhenEmpty.has(frame.tag) && frame.text.trim() === '',
  });
  // A link that leads nowhere: its words stay. (Renaming it above to a tag that is not allowed leaks end tags.)
  return withoutBareSpans(safe.replace(/<a>([\s\S]*?)<\/a>/g, '$1'));
}

/** A span that names no language says nothing: its words stay. Spans may hold spans, so each end is told by its start. */
function withoutBareSpans(html: string): string {
  const kept: boolean[] = [];
  return html.replace(/<span( lang="[^"]*")?>|<\/span>/g, (tag, lang?: string) => {
    if (tag.startsWith('</')) return kept.pop() === true ? tag : '';
    kept.push(lang !== undefined);
    return lang === undefined ? '' : tag;
  });
}

/** A cell's attributes, spans only where they are sane numbers: a span of 1,000 rows freezes a reader's phone. */
function cell(attributes: Record<string, string>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ['colspan', 'rowspan']) {
    if (/^[1-9]\d?$/.test(attributes[name] ?? '')) kept[name] = attributes[name] as string;
  }
  if (attributes['scope'] === 'row') kept['scope'] = 'row';
  const side = alignment[attributes['align'] ?? ''];
  return side === undefined ? kept : { ...kept, class: side };
}
