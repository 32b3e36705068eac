/**
 * The audit of the live tree: every file is what its record says, and nothing lies there that no record names.
 * Reads only, while the publisher may be at work: whatever seems wrong is asked again until both stand still.
 */
import { objectDigest } from '@xinglin/shared/digest.js';
import { fileOf } from '@xinglin/shared/paths.js';
import type { FileRecord, Files } from '../ports.ts';
import { type AuditFault, byPath, type FolderReader, type OnProgress, sampleOf } from './audit.ts';
import { lastingFaults, type Sight } from './rounds.ts';
import { variantProblem, variantSuffixes } from './variants.ts';

export interface TreeAudit {
  state: Pick<Files, 'file' | 'files' | 'isUnknown'>;
  tree: FolderReader;
  /** Waits until the publisher may have come further. */
  settle(): Promise<void>;
  /** Looks at so many files only. */
  sample?: number | undefined;
  onProgress?: OnProgress;
}

/** Every fault, by path. */
export async function auditTree(audit: TreeAudit): Promise<{ faults: AuditFault[]; files: number }> {
  const { state, tree, settle, sample, onProgress } = audit;
  const paths = Array.from(state.files(), ({ path }) => path);
  const look = async (path: string): Promise<Sight> => {
    const record = state.file(path);
    const faults = record === undefined ? [] : await compare(record, tree);
    const now = state.file(path);
    return { faults, stamp: `${now?.object} ${now?.mtime}`, busy: state.isUnknown(path) };
  };
  const faults = await lastingFaults(sampleOf(paths, sample), { look, settle, onProgress });
  const foreign = sample === undefined ? await foreignFiles(audit) : [];
  return { faults: byPath([...faults, ...foreign]), files: paths.length };
}

async function compare(record: FileRecord, tree: FolderReader): Promise<AuditFault[]> {
  const { path, object, size } = record;
  // A page that could never be made has a record and no file.
  if (object === undefined) return [];
  const bytes = await tree.read(fileOf(path));
  if (bytes === undefined) return [{ kind: 'missing', path, problem: '不见了' }];
  if (bytes.byteLength !== size || objectDigest(bytes) !== object) {
    return [{ kind: 'changed', path, problem: changed(bytes, record) }];
  }
  const problems = await Promise.all(
    variantSuffixes.map(async (suffix) => {
      const compressed = await tree.read(fileOf(path) + suffix);
      return compressed && variantProblem(suffix, compressed, bytes);
    }),
  );
  return problems.flatMap((problem) =>
    problem === undefined ? [] : [{ kind: 'variant' as const, path, problem }],
  );
}

function changed(bytes: Uint8Array, { size, object }: FileRecord): string {
  const digest = objectDigest(bytes);
  const sizes =
    bytes.byteLength === size
      ? `大小没变（${size} 字节）`
      : `应有 ${size} 字节，现有 ${bytes.byteLength} 字节`;
  return `不是发布程序写下的样子：${sizes}，校验值应是 ${object}，现在是 ${digest}`;
}

/**
 * Files that no record names. What is being staged right now goes away by itself; pass after pass may stage a file
 * of the same name, with other bytes each time.
 */
async function foreignFiles(audit: TreeAudit): Promise<AuditFault[]> {
  let suspects = await strangers(audit);
  for (let turn = 0; turn < 3 && suspects.size > 0; turn += 1) {
    await audit.settle();
    const still = await strangers(audit);
    suspects = new Map([...suspects].filter(([name, bytes]) => still.get(name) === bytes));
  }
  return [...suspects.keys()].map((name) =>
    hidden.test(name)
      ? { kind: 'unfinished', path: name, problem: '是没有写完的暂存文件；下次发布会清掉' }
      : { kind: 'foreign', path: name, problem: '不是发布程序放的文件' },
  );
}

const hidden = /(?:^|\/)\.[^/]*$/;

/** By name, with what hidden ones hold; one that goes away meanwhile holds nothing. */
async function strangers({ state, tree }: TreeAudit): Promise<Map<string, string>> {
  const names = await tree.names();
  const own = new Set<string>();
  for (const { path, object } of state.files()) if (object !== undefined) own.add(fileOf(path));
  const found = new Map<string, string>();
  for (const name of names) {
    if (own.has(name) || own.has(name.replace(/\.(?:gz|br)$/, ''))) continue;
    found.set(name, hidden.test(name) ? objectDigest((await tree.read(name)) ?? new Uint8Array()) : '');
  }
  return found;
}
