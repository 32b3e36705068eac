/** What a page in the browser measures: targets for fingers, text as it is painted. */
import type { Page } from 'playwright-core';

/** Every link, button and field that is shown and can be pressed on less than 44 px of height. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 43.5;
    const interactive = 'a[href], button, input, select, textarea, summary, [role="tab"]';
    const shown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.getClientRects().length > 0 &&
      getComputedStyle(element).clipPath === 'none';

    /** A word among words, as WCAG 2.5.8 excepts it: its line has text that is no link. */
    const inText = (element: Element) => {
      if (getComputedStyle(element).display !== 'inline') return false;
      let block: Element | null = element.parentElement;
      while (block !== null && getComputedStyle(block).display.startsWith('inline'))
        block = block.parentElement;
      if (block === null) return false;
      const rest = block.cloneNode(true) as Element;
      for (const one of rest.querySelectorAll(interactive)) one.remove();
      return /[\p{L}\p{N}]/u.test(rest.textContent ?? '');
    };

    /** How many pixels above and below its middle really answer to it: an entry may be its link's target. */
    const reach = (element: Element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = element.getClientRects()[0] as DOMRect;
      const [x, middle] = [box.x + box.width / 2, box.y + box.height / 2];
      const answers = (y: number) => document.elementFromPoint(x, y)?.closest(interactive) === element;
      let [top, bottom] = [middle, middle];
      while (middle - top < 44 && answers(top - 1)) top -= 1;
      while (bottom - middle < 44 && answers(bottom + 1)) bottom += 1;
      return bottom - top;
    };

    return [...document.querySelectorAll(interactive)]
      .filter((element) => shown(element) && element.getBoundingClientRect().height < least)
      .filter((element) => !inText(element) && reach(element) < least)
      .map((element) => {
        const height = Math.round(element.getBoundingClientRect().height);
        return `${element.closest('[class]')?.className}: ${element.textContent?.trim()} (${height} px)`;
      });
  });
}

/** A block of text as it is painted. */
export interface PaintedText {
  text: string;
  top: number;
  bottom: number;
  /** WCAG contrast of its ink with what lies behind it. */
  contrast: number;
}

/** Headings, paragraphs and list entries below an element, in document order; hidden ones are left out. */
export function paintedTexts(page: Page, below: string): Promise<PaintedText[]> {
  return page.locator(below).evaluate((top) => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)';
      const colour = getComputedStyle(element).backgroundColor;
      return channels(colour)[3] === 0 ? behind(element.parentElement) : colour;
    };
    return [...top.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, figcaption, td, th')]
      .filter((element) => element.checkVisibility() && element.innerText.trim() !== '')
      .map((element) => {
        const box = element.getBoundingClientRect();
        const pair = [luminance(getComputedStyle(element).color), luminance(behind(element))];
        return {
          text: element.innerText.replaceAll(/\s+/g, ''),
          top: box.top,
          bottom: box.bottom,
          contrast: (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05),
        };
      });
  });
}
