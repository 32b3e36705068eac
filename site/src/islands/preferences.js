/*
 * What the reader has chosen: 长者模式, the size of the text, more contrast, a large pointer. Runs in the head
 * before anything is painted, so that no page flashes in another form first; served as it stands here, so nothing
 * newer than ES2019. Choices are kept in `localStorage` and never leave the device.
 */
(() => {
  const root = document.documentElement;
  const smallest = 14;
  const largest = 28;
  const step = 2;
  const elderSize = 24;
  const asked = matchMedia('(prefers-contrast: more)');

  /** Choices of this page: all there is where storage is forbidden (private windows, strict settings). */
  const here = {};

  function remember(key, value) {
    try {
      if (value === null) localStorage.removeItem(`xinglin.${key}`);
      else localStorage.setItem(`xinglin.${key}`, value);
    } catch (error) {
      here[key] = value;
      console.info('本机不允许保存阅读偏好', error);
    }
  }

  function recall(key) {
    if (key in here) return here[key];
    try {
      return localStorage.getItem(`xinglin.${key}`);
    } catch {
      return null;
    }
  }

  function flag(name, on) {
    if (on) root.setAttribute(`data-${name}`, '');
    else root.removeAttribute(`data-${name}`);
  }

  const isElder = () => recall('elder') === '1';
  /** Each mode has a size of its own, so that neither forgets what was chosen in it. */
  const sizeKey = () => (isElder() ? 'elder-size' : 'size');

  function chosenSize() {
    const size = Number(recall(sizeKey()));
    return size >= smallest && size <= largest ? Math.round(size) : null;
  }

  function usualSize() {
    const shown = document.querySelector('[data-usual-size]');
    const usual = shown === null ? 0 : Number(shown.getAttribute('data-usual-size'));
    return isElder() ? Math.max(elderSize, usual) : usual;
  }

  const usualContrast = () => (isElder() || asked.matches ? 'more' : 'usual');
  const contrast = () => recall('contrast') || usualContrast();

  /** All that a choice changes hangs on the root element: the stylesheet does the rest. */
  function apply() {
    const size = chosenSize();
    flag('elder', isElder());
    flag('cursor', recall('cursor') === '1');
    root.setAttribute('data-contrast', contrast());
    if (size === null) root.style.removeProperty('--size');
    else root.style.setProperty('--size', String(size));
  }

  const pressed = {
    elder: isElder,
    contrast: () => contrast() === 'more',
    cursor: () => recall('cursor') === '1',
  };

  /** Makes the controls say what holds. */
  function reflect() {
    const size = chosenSize() || usualSize();
    for (const shown of document.querySelectorAll('[data-usual-size]')) shown.textContent = String(size);
    for (const button of document.querySelectorAll('[data-size-step]'))
      button.setAttribute('aria-disabled', String(stepped(size, button) === size));
    for (const name of Object.keys(pressed)) {
      for (const button of document.querySelectorAll(`[data-switch="${name}"]`))
        button.setAttribute('aria-pressed', String(pressed[name]()));
    }
  }

  function stepped(size, button) {
    const next =
      Number(button.getAttribute('data-size-step')) > 0
        ? (Math.floor(size / step) + 1) * step
        : (Math.ceil(size / step) - 1) * step;
    return Math.min(largest, Math.max(smallest, next));
  }

  const switches = {
    elder: () => remember('elder', isElder() ? null : '1'),
    contrast() {
      const next = contrast() === 'more' ? 'usual' : 'more';
      remember('contrast', next === usualContrast() ? null : next);
    },
    cursor: () => remember('cursor', recall('cursor') === '1' ? null : '1'),
    tools(button) {
      flag('tools', !root.hasAttribute('data-tools'));
      button.setAttribute('aria-expanded', String(root.hasAttribute('data-tools')));
    },
  };

  /** Says the result once: the figures beside the buttons are no live region. */
  function say(words) {
    for (const line of document.querySelectorAll('[data-said]')) line.textContent = words;
  }

  function changeSize(button) {
    const size = chosenSize() || usualSize();
    const next = stepped(size, button);
    if (next !== size) remember(sizeKey(), next === usualSize() ? null : String(next));
    say(`字号 ${next}`);
  }

  /** 朗读 is a file of its own, fetched by the first press; from then on it answers to its buttons itself. */
  function fetchReader(button) {
    const script = document.createElement('script');
    script.src = button.getAttribute('data-read');
    button.removeAttribute('data-read');
    document.head.append(script);
  }

  function onClick(event) {
    const target = event.target;
    const button =
      target instanceof Element && target.closest('[data-switch], [data-size-step], [data-read]');
    if (!button) return;
    if (button.hasAttribute('data-read')) return fetchReader(button);
    if (button.hasAttribute('data-switch')) switches[button.getAttribute('data-switch')](button);
    else changeSize(button);
    follow();
  }

  /** Only voices of the device: others would send the text to somebody else's server. */
  function offerReading() {
    const voices = window.speechSynthesis.getVoices();
    flag(
      'speech',
      voices.some(({ lang, localService }) => localService && /^(zh(?!.(hk|yue))|cmn)/i.test(lang)),
    );
  }

  function follow() {
    apply();
    reflect();
  }

  root.setAttribute('data-js', '');
  apply();
  document.addEventListener('click', onClick);
  asked.onchange = follow;
  // Back from a page where something else was chosen.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) follow();
  });
  document.addEventListener('DOMContentLoaded', () => {
    reflect();
    if (!('speechSynthesis' in window)) return;
    window.speechSynthesis.onvoiceschanged = offerReading;
    offerReading();
  });
})();
