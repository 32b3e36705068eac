/*
 * What the reader has chosen: 长者模式 and the size of the text. Runs in the head before anything is painted,
 * so that no page flashes in another size first; served as it stands here, so nothing newer than ES2019.
 * Choices are kept in `localStorage` and never leave the device.
 */
(() => {
  const root = document.documentElement;
  const smallest = 14;
  const largest = 28;

  /* Where storage is forbidden (private windows, strict settings) a choice holds for this page only. */
  function remember(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch (error) {
      console.info('本机不允许保存阅读偏好', error);
    }
  }

  function recall(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function chosenSize() {
    const size = Number(recall('xinglin.size'));
    return size >= smallest && size <= largest ? Math.round(size) : null;
  }

  function usualSize() {
    return root.hasAttribute('data-elder') ? 24 : Number(root.getAttribute('data-size')) || 18;
  }

  function showSize(size) {
    root.style.setProperty('--size', String(size));
    root.setAttribute('data-shown-size', String(size));
  }

  function elder(on) {
    if (on) root.setAttribute('data-elder', '');
    else root.removeAttribute('data-elder');
  }

  root.setAttribute('data-js', '');
  elder(recall('xinglin.elder') === '1');
  showSize(chosenSize() || usualSize());

  function reflect() {
    for (const button of document.querySelectorAll('[data-elder-switch]')) {
      button.setAttribute('aria-pressed', String(root.hasAttribute('data-elder')));
    }
    const size = Number(root.getAttribute('data-shown-size'));
    for (const output of document.querySelectorAll('[data-size-output]')) output.textContent = String(size);
    for (const button of document.querySelectorAll('[data-size-step]')) {
      const next = size + Number(button.getAttribute('data-size-step'));
      button.setAttribute('aria-disabled', String(next < smallest || next > largest));
    }
  }

  function onClick(event) {
    const target = event.target;
    const button = target instanceof Element ? target.closest('[data-elder-switch], [data-size-step]') : null;
    if (button === null) return;
    if (button.hasAttribute('data-elder-switch')) {
      elder(!root.hasAttribute('data-elder'));
      remember('xinglin.elder', root.hasAttribute('data-elder') ? '1' : null);
      /* The switch says how large everything is; an older choice of size would contradict it. */
      remember('xinglin.size', null);
      showSize(usualSize());
    } else if (button.getAttribute('aria-disabled') !== 'true') {
      const size =
        Number(root.getAttribute('data-shown-size')) + Number(button.getAttribute('data-size-step'));
      remember('xinglin.size', String(size));
      showSize(size);
    }
    reflect();
  }

  document.addEventListener('click', onClick);
  document.addEventListener('DOMContentLoaded', reflect);
})();
