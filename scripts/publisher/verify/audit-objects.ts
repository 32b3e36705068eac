/** The audit of the object store: every object is what its name says, and no release lacks one. */
import { type ObjectDigest, objectDigest } from '@xinglin/shared/digest.js';
import type { Files, ObjectStore, Releases } from '../ports.ts';
import { type AuditFault, type FolderReader, forEach, type OnProgress, sampleOf } from './audit.ts';

export interface ObjectsAudit {
  state: Pick<Files & Releases, 'files' | 'pastObjects'>;
  objects: Pick<ObjectStore, 'has'>;
  /** The store's folder: `ab/<sha256>`. */
  folder: FolderReader;
  sample?: number | undefined;
  onProgress?: OnProgress;
}

export async function auditObjects(audit: ObjectsAudit): Promise<{ faults: AuditFault[]; objects: number }> {
  const names = (await audit.folder.names()).filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(name));
  const faults: AuditFault[] = [];
  await forEach(
    sampleOf(names, audit.sample),
    async (name) => void faults.push(...(await faultsOf(name, audit.folder))),
    audit.onProgress ?? (() => {}),
  );
  return { faults: [...faults, ...lacking(audit)], objects: names.length };
}

async function faultsOf(name: string, folder: FolderReader): Promise<AuditFault[]> {
  const bytes = await folder.read(name);
  // Pruned meanwhile.
  if (bytes === undefined) return [];
  const path = `objects/${name}`;
  const digest = objectDigest(bytes);
  if (!name.endsWith(digest)) {
    return [{ kind: 'object', path, problem: `和它的名字不符：现在的校验值是 ${digest}` }];
  }
  return [];
}

/** Objects that the live site or a retained release needs: pages and assets; pictures are kept elsewhere. */
function lacking({ state, objects }: ObjectsAudit): AuditFault[] {
  const live = Array.from(state.files()).flatMap(({ origin, object }) =>
    origin === 'media' || object === undefined ? [] : [object],
  );
  const past = [...state.pastObjects('page'), ...state.pastObjects('asset')];
  const absent = (needed: readonly ObjectDigest[]) =>
    [...new Set(needed)].filter((object) => !objects.has(object));
  const fault = (object: ObjectDigest, problem: string): AuditFault => ({
    kind: 'object',
    path: `objects/${object.slice(0, 2)}/${object}`,
    problem,
  });
  return [
    ...absent(live).map((object) => fault(object, '不见了：线上的页面用着它')),
    ...absent(past).map((object) => fault(object, '不见了：有一次可回退的发布用着它')),
  ];
}
