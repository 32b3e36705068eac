/** Strapi ends every page's title with its own name; the office's tabs carry ours. */
const theirs = / \| Strapi$/;

/** Watches the document's title and corrects it. Runs as long as the page. */
export function keepTitle(name: string): void {
  const correct = () => {
    if (theirs.test(document.title)) document.title = document.title.replace(theirs, ` · ${name}`);
  };
  new MutationObserver(correct).observe(document.head, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  correct();
}
