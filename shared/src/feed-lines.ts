/** Bytes that come in pieces, as lines. */

const newline = 0x0a;

/** Cuts bytes into lines as they come. The pieces must stay as they are until their lines were used. */
export class LineSplitter {
  #parts: Uint8Array[] = [];
  #waiting = 0;

  /** Bytes that came after the last newline. */
  get waiting(): number {
    return this.#waiting;
  }

  /** The lines that these bytes complete, each with its newline. */
  *push(bytes: Uint8Array): Generator<Uint8Array> {
    let from = 0;
    for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, from)) {
      const end = bytes.subarray(from, at + 1);
      from = at + 1;
      yield this.#parts.length === 0 ? end : this.#withWaiting(end);
    }
    if (from < bytes.length) {
      this.#parts.push(bytes.subarray(from));
      this.#waiting += bytes.length - from;
    }
  }

  /** What stands after the last newline; lets go of it. */
  take(): Uint8Array {
    return this.#withWaiting(new Uint8Array());
  }

  #withWaiting(end: Uint8Array): Uint8Array {
    const whole = Buffer.concat([...this.#parts, end]);
    this.#parts = [];
    this.#waiting = 0;
    return whole;
  }
}

/** A line's text, without its newline. */
export function textOf(line: Uint8Array): string {
  const length = line.at(-1) === newline ? line.length - 1 : line.length;
  return Buffer.from(line.buffer, line.byteOffset, length).toString('utf8');
}
