/*
 * 朗读: the title and the text, sentence by sentence, by the device's own Mandarin voice. Fetched by the first
 * press of the button and starts at once. Served as it stands here, so nothing newer than ES2019.
 *
 * A pause ends the sentence and begins it again later: engines differ in what `pause()` does, and some forget.
 */
(() => {
  const speech = window.speechSynthesis;
  const [toggle, stop] = ['.reader > button', '[data-read-stop]'].map((of) => document.querySelector(of));
  const main = document.querySelector('main');
  const leaves = ['h2', 'h3', 'h4', 'p', 'li', 'tr', 'figcaption', 'dt', 'dd'];
  let sentences = [];
  let at = 0;
  let reading = false;

  /** The title, then the body's blocks; all of the page's blocks where it has no body. */
  function blocksToRead() {
    const below = main.querySelector('.prose') ? '.prose ' : '';
    const query = ['h1', ...leaves.map((name) => below + name)].join();
    return [...main.querySelectorAll(query)].filter(
      (block) => block.querySelector(leaves.join()) === null && block.getClientRects().length > 0,
    );
  }

  /** What is spoken of a block: nothing that is for the eye only, and the cells of a row one by one. */
  function wordsOf(block) {
    const copy = block.cloneNode(true);
    // A bracket that closes is a breath.
    for (const drawn of copy.querySelectorAll('[aria-hidden="true"], button, rt, script'))
      drawn.replaceWith(/[】）]$/.test(drawn.textContent) ? '，' : '');
    const parts = copy.localName === 'tr' ? [...copy.children] : [copy];
    return parts
      .map((part) => part.textContent.replace(/\s+/g, ' ').trim())
      .filter((part) => part !== '')
      .join('，');
  }

  function sentencesOf(block) {
    const found = wordsOf(block).match(/[^。！？；!?]+[。！？；!?]*[”」』）]*/g) || [];
    return found.map((text) => ({ block, text }));
  }

  function mark(block) {
    for (const read of document.querySelectorAll('.being-read')) read.classList.remove('being-read');
    if (block === null) return;
    block.classList.add('being-read');
    block.scrollIntoView({ block: 'nearest' });
  }

  function show() {
    toggle.textContent = reading ? '暂停' : at > 0 ? '继续' : '朗读';
    stop.hidden = !reading && at === 0;
  }

  function mandarin() {
    const local = speech.getVoices().filter(({ localService }) => localService);
    const of = (form) => local.find(({ lang }) => form.test(lang));
    return of(/^(zh|cmn).(cn|hans)/i) || of(/^(zh(?!.(hk|yue))|cmn)/i) || null;
  }

  function speak() {
    const sentence = sentences[at];
    if (sentence === undefined) return end();
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.lang = 'zh-CN';
    utterance.voice = mandarin();
    utterance.rate = document.documentElement.hasAttribute('data-elder') ? 0.9 : 1;
    utterance.onend = () => {
      // A sentence that was broken off ends too; it is read again.
      if (!reading || sentences[at] !== sentence) return;
      at += 1;
      speak();
    };
    utterance.onerror = ({ error }) => {
      if (error === 'canceled' || error === 'interrupted') return;
      console.info('朗读中断', error);
      end();
    };
    mark(sentence.block);
    speech.speak(utterance);
  }

  function start() {
    if (at === 0) sentences = blocksToRead().flatMap(sentencesOf);
    reading = true;
    speech.cancel();
    speak();
    show();
  }

  function pause() {
    reading = false;
    speech.cancel();
    show();
  }

  function end() {
    at = 0;
    mark(null);
    pause();
  }

  toggle.addEventListener('click', () => (reading ? pause() : start()));
  stop.addEventListener('click', () => {
    end();
    toggle.focus();
  });
  addEventListener('pagehide', end);
  start();
})();
