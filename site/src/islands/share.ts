/** 分享: the page's address copied, drawn as a QR code, or handed to the device's own sharing. */
import library from 'lean-qr/nano?url';
import { drawn } from './share-code.ts';

type Way = (button: HTMLElement) => Promise<void> | void;

for (const box of document.querySelectorAll<HTMLElement>('[data-share]')) ways(box);

function ways(box: HTMLElement): void {
  const address = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  const part = (selector: string) => box.querySelector<HTMLElement>(selector) as HTMLElement;
  const say = (words: string) => {
    part('[role="status"]').textContent = words;
  };

  const by: Record<string, Way> = {
    async copy() {
      say('');
      say((await copied(address)) ? '链接已复制' : `没能自动复制，请长按或选中复制：${address}`);
    },
    async code(button) {
      const place = part('#share-code');
      if (place.childElementCount === 0) {
        // A file of its own, fetched by this press. By its address: a literal would bring Vite's preloader, 0.9 KB.
        const { generate } = (await import(/* @vite-ignore */ library)) as typeof import('lean-qr/nano');
        const words = document.createElement('p');
        words.textContent = '用手机扫一扫，在手机上打开本页';
        place.replaceChildren(drawn(generate(address)), words);
      }
      place.hidden = !place.hidden;
      button.setAttribute('aria-expanded', String(!place.hidden));
    },
    system: () => navigator.share({ title: document.title, url: address }),
  };

  if (typeof navigator.share === 'function') part('[data-share-by="system"]').hidden = false;
  box.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-share-by]') : null;
    try {
      if (button !== null) await by[button.dataset['shareBy'] ?? '']?.(button);
    } catch (error) {
      // The reader closed the device's own dialogue: nothing went wrong.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      console.info('分享没有成功', error);
      say('这一方式现在用不了，请试试另一种');
    }
  });
}

/** Whether the text is in the clipboard now. Pages without HTTPS and old engines have the old command only. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'unseen';
    const focused = document.activeElement;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return done;
  }
}
