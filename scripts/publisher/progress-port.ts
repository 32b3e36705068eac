/** How far long work is. Told as often as it suits the work: whoever shows it decides how often. */

/** The long steps: rows of a feed come in and are taken up, pages are made. */
export type Step = 'receive' | 'take' | 'pages';

export interface ProgressNews {
  step: Step;
  done: number;
  /** Undefined where it is not known yet. */
  total?: number | undefined;
}

export type OnProgress = (news: ProgressNews) => void;
