import type { Snapshot } from '@xinglin/shared/snapshot.js';

/** A pure function of the snapshot that many pages ask: worked out once while nothing is written. */
export function onceAVersion<Value>(make: (snapshot: Snapshot) => Value): (snapshot: Snapshot) => Value {
  const known = new WeakMap<Snapshot, { version: string; value: Value }>();
  return (snapshot) => {
    const { version } = snapshot;
    const kept = known.get(snapshot);
    if (kept?.version === version) return kept.value;
    const value = make(snapshot);
    known.set(snapshot, { version, value });
    return value;
  };
}
