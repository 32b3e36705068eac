/** Which doctors a reader means: by what they type of a name, and by what they choose. */

/** A doctor as the page tells of one. */
export interface Found {
  name: string;
  /** Syllables of the name without marks: `lu`, `ren`. */
  syllables: readonly string[];
  title: number;
  places: readonly Place[];
}

/** A department that a doctor works in, and when clinic is held where. */
interface Place {
  unit: number;
  campus: number;
  /** `14`: Mondays and Thursdays. */
  days: string;
}

/** What is chosen, by its place in the list; absent where all are meant. */
export interface Wanted {
  name: string;
  unit?: number | undefined;
  campus?: number | undefined;
  title?: number | undefined;
  /** From 1 for 周一. */
  day?: number | undefined;
}

/** A doctor as the page spells one: `任敬一`, `ren jing yi`, `0 3.0.14 4`. */
export function readFound(name: string, pinyin: string, keys: string): Found {
  const [title, ...words] = keys.split(' ');
  const places = words.map((word) => {
    const [unit, campus = '-1', days = ''] = word.split('.');
    return { unit: Number(unit), campus: Number(campus), days };
  });
  return { name, syllables: bare(pinyin).split(' '), title: Number(title), places };
}

/** Whether a doctor is one of those that are wanted. */
export function matches(doctor: Found, { name, unit, campus, title, day }: Wanted): boolean {
  return (
    (title === undefined || title === doctor.title) &&
    // One clinic has to be all that is asked: who is in one unit today and in another tomorrow is not in both today.
    doctor.places.some(
      (place) =>
        (unit === undefined || unit === place.unit) &&
        (campus === undefined || campus === place.campus) &&
        (day === undefined || place.days.includes(String(day))),
    ) &&
    isCalled(doctor, name)
  );
}

/** 敬一, `renjing`, `rjy`, `jy`, `ren j`: part of the name, or the beginnings of syllables that follow each other. */
function isCalled({ name, syllables }: Found, typed: string): boolean {
  const letters = bare(typed).replace(/[\s'’·-]/g, '');
  return (
    letters === '' ||
    bare(name).replace(/·/g, '').includes(letters) ||
    syllables.some((_, from) => begins(syllables, from, letters))
  );
}

function begins(syllables: readonly string[], at: number, letters: string): boolean {
  const syllable = syllables[at] ?? '';
  for (
    let length = 1;
    length <= syllable.length && letters[length - 1] === syllable[length - 1];
    length += 1
  ) {
    const rest = letters.slice(length);
    if (rest === '' || begins(syllables, at + 1, rest)) return true;
  }
  return false;
}

/** Without tones and capitals; ü, v and u are one, as offices and readers write any of them. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/v/g, 'u');
}
