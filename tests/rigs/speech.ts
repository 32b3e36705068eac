/** A device that can speak, for browsers on machines that cannot: it writes down what it would say. */
import type { Page } from 'playwright-core';

export interface Voice {
  name: string;
  lang: string;
  localService: boolean;
}

/**
 * Gives every later page of this tab the voices, told late as engines do. Nothing is finished by itself: see
 * `finishSentence`.
 */
export const giveVoices = (page: Page, voices: readonly Voice[]) =>
  page.addInitScript(
    (given) => {
      interface Spoken {
        text: string;
        lang: string;
        voice: Voice | null;
        onend?: () => void;
        onerror?: (event: { error: string }) => void;
      }
      type Voice = (typeof given)[number];
      const spoken: Spoken[] = [];
      let current: Spoken | undefined;
      let known: Voice[] = [];
      const speech = {
        onvoiceschanged: undefined as (() => void) | undefined,
        getVoices: () => known,
        speak(utterance: Spoken) {
          current = utterance;
          spoken.push(utterance);
        },
        cancel() {
          const broken = current;
          current = undefined;
          broken?.onerror?.({ error: 'canceled' });
        },
      };
      class Utterance {
        lang = '';
        voice: Voice | null = null;
        rate = 1;
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      }
      Object.defineProperties(window, {
        speechSynthesis: { value: speech },
        SpeechSynthesisUtterance: { value: Utterance },
        spokenHere: { get: () => spoken.map(({ text, lang, voice }) => `${voice?.name} ${lang} ${text}`) },
        finishHere: {
          value: () => {
            const done = current;
            current = undefined;
            done?.onend?.();
          },
        },
        isSpeakingHere: { get: () => current !== undefined },
      });
      addEventListener('load', () => {
        known = given;
        speech.onvoiceschanged?.();
      });
    },
    [...voices],
  );

interface SpeakingWindow {
  spokenHere: string[];
  isSpeakingHere: boolean;
  finishHere(): void;
}

/** All sentences so far: voice, language, words. */
export const spoken = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as SpeakingWindow).spokenHere);

export const isSpeaking = (page: Page): Promise<boolean> =>
  page.evaluate(() => (window as unknown as SpeakingWindow).isSpeakingHere);

/** The sentence that is being spoken comes to its end. */
export const finishSentence = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as SpeakingWindow).finishHere());
