/** Every file of the demo content: pictures, portraits, videos, subtitles, plans. Nothing is stored, all is made. */
export interface DemoMedia {
  /** `media/…` */
  key: string;
  /** Under which a reader saves it. */
  name: string;
  mime: string;
  alt?: string;
  caption?: string;
  credit?: string;
  make(): Promise<Uint8Array<ArrayBuffer>>;
}
