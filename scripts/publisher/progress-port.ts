/** How far long work is. Told as often as it suits the work: whoever shows it decides how often. */

/** The long steps, in their order. */
export type Step = 'receive' | 'take' | 'view' | 'render' | 'media' | 'compress' | 'write' | 'apply';

export interface ProgressNews {
  step: Step;
  done: number;
  /** Undefined where it is not known yet. */
  total?: number | undefined;
}

export type OnProgress = (news: ProgressNews) => void;
