/** A stylesheet as engines read it that know no `@layer`: they drop each such rule with its block. */

/** The same sheet without layers, and with what asks for such engines switched on. */
export function asOldEnginesRead(css: string): string {
  let kept = '';
  let at = 0;
  for (let start = css.indexOf('@layer'); start >= 0; start = css.indexOf('@layer', at)) {
    kept += css.slice(at, start);
    at = endOfRule(css, start);
  }
  return `${kept}${css.slice(at)}`.replaceAll(/@supports[^{]*text-emphasis[^{]*\{/g, '@media all{');
}

/** Just past the `;` or the closing brace of the rule that starts here. */
function endOfRule(css: string, start: number): number {
  const found = /[;{]/.exec(css.slice(start));
  if (found === null) return css.length;
  let at = start + found.index + 1;
  for (let depth = found[0] === '{' ? 1 : 0; depth > 0 && at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}') depth -= 1;
  }
  return at;
}
