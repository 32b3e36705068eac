/** What a target holds: as remembered where that can be relied on, else as it is found there. */
import type { MirrorMemory, MirrorSource, SourcePath } from './mirror.ts';
import { filesOfPath, type HeldPath, isLeftover, type Target } from './targets.ts';

export interface Surveyed {
  held: Map<string, HeldPath>;
  /** Whether the memory was relied on. */
  trusted: boolean;
  /** Unfinished files of ours from an interrupted run. */
  leftovers: string[];
  /** Files that are none of ours. */
  strangers: string[];
}

/**
 * The memory counts while the target bears the mark that the last run left: nobody else has worked there since.
 * After an interruption the names there are listed, for unfinished files; without trust the bytes are compared.
 */
export async function surveyTarget(
  wanted: ReadonlyMap<string, SourcePath>,
  source: MirrorSource,
  target: Target,
  memory: MirrorMemory,
  verify: boolean,
): Promise<Surveyed> {
  const held = memory.held();
  const mark = memory.mark();
  const trusted = (await target.mark()) === mark && mark !== undefined && !verify;
  if (trusted && !memory.interrupted()) return { held, trusted, leftovers: [], strangers: [] };
  const found = await target.list();
  if (!trusted) await compare(wanted, source, target, found, held);

  const ours = new Set([...wanted.keys(), ...held.keys()].flatMap((path) => filesOfPath(path, 'gz,br')));
  const others = [...found].filter((file) => !ours.has(file)).sort();
  const leftovers = others.filter((file) => isLeftover(file, ours));
  const unfinished = new Set(leftovers);
  return { held, trusted, leftovers, strangers: others.filter((file) => !unfinished.has(file)) };
}

/** Corrects what is held of the wanted paths: right only where exactly their files are there, with these very bytes. */
async function compare(
  wanted: ReadonlyMap<string, SourcePath>,
  source: MirrorSource,
  target: Target,
  found: ReadonlySet<string>,
  held: Map<string, HeldPath>,
): Promise<void> {
  const complete: { row: SourcePath; variants: string; files: string[] }[] = [];
  for (const row of wanted.values()) {
    const there = ['gz', 'br']
      .filter((suffix) => found.has(`${filesOfPath(row.path, '')[0]}.${suffix}`))
      .join(',');
    const files = filesOfPath(row.path, there);
    if (!files.some((file) => found.has(file))) held.delete(row.path);
    else held.set(row.path, { origin: row.origin, object: undefined, variants: there });
    if (found.has(files[0] ?? '') && source.variantsOf(row.path) === there) {
      complete.push({ row, variants: there, files });
    }
  }
  const other = new Set<string>();
  for (const [root, rows] of Map.groupBy(complete, ({ row }) => source.rootOf(row.path))) {
    const files = rows.flatMap((one) => one.files);
    for (const file of await target.differing(root, files)) other.add(file);
  }
  for (const { row, variants, files } of complete) {
    if (files.some((file) => other.has(file))) continue;
    held.set(row.path, { origin: row.origin, object: row.object, variants });
  }
}
