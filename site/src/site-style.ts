/** The stylesheet that the site settings write. */
import type { SiteStyleView } from './views/site-style.ts';

/** 长者模式's own size (`styles/tokens.css`). */
const elderSize = 24;

/**
 * 全站置灰: a pane before the whole screen takes the colours away. Not a filter on `html` or `body`, which would
 * make them the frame of what is fixed to the screen; where engines know no such pane, a filter on what stands in
 * `body`. Nobody's own colours are touched (forced colours), nor is paper.
 */
const grey = `@media screen {
  html::after {
    content: "";
    position: fixed;
    z-index: 9;
    inset: 0;
    -webkit-backdrop-filter: grayscale(1);
    backdrop-filter: grayscale(1);
    pointer-events: none;
  }
}
@supports not ((backdrop-filter: grayscale(1)) or (-webkit-backdrop-filter: grayscale(1))) {
  body > * {
    filter: grayscale(1);
  }
}
@media (forced-colors: active) {
  html::after {
    content: none;
  }
}
`;

/** The sheet's text. It stands in no layer, and says the size by `:root`: see `styles/tokens.css`. */
export function siteStyleCss({ fontSize, greyscale }: SiteStyleView): string {
  const elder = fontSize > elderSize ? `html[data-elder]:root {\n  --size: ${fontSize};\n}\n` : '';
  return `:root {\n  --size: ${fontSize};\n}\n${elder}${greyscale ? grey : ''}`;
}
