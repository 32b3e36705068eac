/** Where hand-overs are put and fetched. Names are relative: `hand-over.json`, `objects/ab/<sha256>`. */

/** Every method throws a `HandOverFault` that names the place. */
export interface HandOverPlace {
  /** For people: where it is, without anything secret. */
  readonly name: string;
  /** The bytes of a name; undefined where nothing is there. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Bytes of what is there; undefined where nothing is. */
  sizeOf(name: string): Promise<number | undefined>;
  /** Whole or not at all. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}
