/**
 * Turns `[data-tabs]`, a list of sections with headings, into tabs as the ARIA Authoring Practices describe
 * them: one stop in the tab order, arrows move and select, Home and End go to the ends. A link to a section
 * opens its tab, whether it is pressed, typed or gone back to.
 */
for (const box of document.querySelectorAll<HTMLElement>('[data-tabs]')) {
  const panels = [...box.querySelectorAll<HTMLElement>('[data-tab]')];
  if (panels.length > 1) makeTabs(box, panels);
}

function makeTabs(box: HTMLElement, panels: HTMLElement[]): void {
  const list = document.createElement('div');
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', box.getAttribute('aria-label') ?? '');
  const tabs = panels.map((panel) => tabFor(panel));
  list.append(...tabs);
  box.prepend(list);

  const select = (index: number) => {
    for (const [at, tab] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(at === index));
      tab.tabIndex = at === index ? 0 : -1;
    }
    for (const [at, panel] of panels.entries()) panel.hidden = at !== index;
  };
  for (const [index, tab] of tabs.entries()) tab.addEventListener('click', () => select(index));
  list.addEventListener('keydown', (event) => {
    const from = tabs.indexOf(document.activeElement as HTMLButtonElement);
    const to = target(event.key, from, tabs.length);
    if (from < 0 || to === undefined) return;
    event.preventDefault();
    select(to);
    tabs[to]?.focus();
  });

  /** Whether an address means something in here; its tab is open then. */
  const open = (hash: string) => {
    const meant = document.getElementById(hash.slice(1));
    const index = panels.findIndex((panel) => panel.contains(meant));
    if (index >= 0) select(index);
    return index < 0 ? null : meant;
  };
  select(0);
  open(location.hash)?.scrollIntoView();
  addEventListener('hashchange', () => open(location.hash)?.scrollIntoView());
  // Before the browser follows the link: also where the address has this end already.
  document.addEventListener('click', ({ target: pressed }) => {
    const link = pressed instanceof Element ? pressed.closest<HTMLAnchorElement>('a[href*="#"]') : null;
    if (link?.pathname === location.pathname) open(link.hash);
  });
}

function tabFor(panel: HTMLElement): HTMLButtonElement {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.id = `${panel.id}-tab`;
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', panel.id);
  tab.textContent = panel.dataset['tab'] ?? '';
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', tab.id);
  panel.querySelector('h2')?.setAttribute('hidden', '');
  return tab;
}

function target(key: string, from: number, count: number): number | undefined {
  const moves: Record<string, number> = {
    ArrowRight: (from + 1) % count,
    ArrowLeft: (from - 1 + count) % count,
    Home: 0,
    End: count - 1,
  };
  return moves[key];
}
