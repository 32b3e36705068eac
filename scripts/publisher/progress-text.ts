/** How far long work is, in a few Chinese words with counts and a rate. */
import type { OnProgress, ProgressNews, Step } from './progress-port.ts';

const words: Readonly<Record<Step, readonly [string, string]>> = {
  receive: ['已收到', '条'],
  take: ['已采用', '条'],
  pages: ['已生成', '页'],
};

const grouped = (count: number) => Math.round(count).toLocaleString('en-US');

/** Turns news into text, for as long as the text is wanted; the rate is that of the step at hand. */
export function tellProgress(say: (text: string) => void, now = () => performance.now()): OnProgress {
  let step: Step | undefined;
  let began = 0;
  let first = 0;
  return (news: ProgressNews) => {
    if (news.step !== step) {
      step = news.step;
      began = now();
      first = news.done;
    }
    const seconds = (now() - began) / 1000;
    say(progressText(news, seconds < 0.5 ? undefined : (news.done - first) / seconds));
  };
}

/** @param rate how many a second; undefined while there is none to tell. */
export function progressText({ step, done, total }: ProgressNews, rate: number | undefined): string {
  const [verb, unit] = words[step];
  const of = total === undefined ? '' : ` / ${grouped(total)}`;
  if (rate === undefined || rate <= 0) return `${verb} ${grouped(done)}${of} ${unit}`;
  const left = total === undefined ? '' : `，还要约 ${grouped(Math.max(1, (total - done) / rate))} 秒`;
  return `${verb} ${grouped(done)}${of} ${unit}（每秒 ${grouped(rate)}${left}）`;
}
