/** One entry of the catalogue of pictures: what is drawn, and what is said about it. */
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

export interface CataloguedPicture {
  key: string;
  /** What one sees. */
  alt: string;
  caption: string;
  draw(drawing: Drawing, random: Random): void;
  upright?: true;
}
