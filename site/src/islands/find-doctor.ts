/**
 * Filters the list of all doctors by what a reader types and chooses. The list is the page's own and each doctor
 * stays where it stands; the address keeps what is asked, so that it can be kept, shared and gone back to.
 */
import { matches, readFound, type Wanted } from './find-match.ts';

const form = document.querySelector<HTMLFormElement>('.find');
if (form !== null) find(form);

function find(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>('[role=status]');
  const field = form.querySelector<HTMLInputElement>('input');
  const lists = [...form.querySelectorAll('select')];
  const groups = [...document.querySelectorAll<HTMLElement>('.found')];
  const lines = groups.flatMap((group) => [...group.querySelectorAll('li')]);
  const doctors = lines.map((line) => ({
    line,
    found: readFound(
      line.querySelector('a')?.textContent ?? '',
      line.dataset['p'] ?? '',
      line.dataset['k'] ?? '',
    ),
  }));
  let resting: ReturnType<typeof setTimeout> | undefined;

  /** The place of what is chosen in its list; the first entry of each means all. */
  const chosen = (name: string) => {
    const index = lists.find((list) => list.name === name)?.selectedIndex ?? 0;
    return index > 0 ? index - 1 : undefined;
  };

  const show = () => {
    const day = chosen('weekday');
    const wanted: Wanted = {
      name: field?.value ?? '',
      unit: chosen('department'),
      campus: chosen('campus'),
      title: chosen('title'),
      day: day === undefined ? undefined : day + 1,
    };
    let count = 0;
    for (const { line, found } of doctors) {
      line.hidden = !matches(found, wanted);
      if (!line.hidden) count += 1;
    }
    for (const group of groups) group.hidden = group.querySelector('li:not([hidden])') === null;
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value.trim() !== '') asked.append(name, value.trim());
    }
    const query = String(asked);
    // The letters lead to whole groups: they are for a list that is whole.
    for (const nav of document.querySelectorAll<HTMLElement>('.find-ways')) nav.hidden = query !== '';
    // Told when the reader rests, not with every key: a voice would begin anew each time.
    clearTimeout(resting);
    resting = setTimeout(() => {
      const words =
        count === 0 ? '没有找到符合条件的医生。请减少条件，或换一种写法。' : `找到 ${count} 位医生`;
      if (status !== null) status.textContent = words;
      history.replaceState(null, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
    }, 300);
  };

  // What an input method is still composing is no word yet.
  form.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) show();
  });
  form.addEventListener('compositionend', show);
  form.addEventListener('reset', () => setTimeout(show));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    lines
      .find((line) => !line.hidden)
      ?.querySelector('a')
      ?.focus();
  });

  const asked = new URLSearchParams(location.search);
  if (field !== null) field.value = asked.get('name') ?? '';
  for (const list of lists) {
    const value = asked.get(list.name) ?? '';
    list.selectedIndex = Math.max(
      0,
      [...list.options].findIndex((option) => option.value === value),
    );
  }
  if (location.search !== '') show();
}
