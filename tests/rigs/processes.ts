/** Which processes run, read from /proc (the tests run on Linux). */
import { readdirSync, readFileSync } from 'node:fs';

/** Ids of processes whose environment names this data folder, the asking process itself left out. */
export function newsroomProcesses(dataDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => environmentOf(name).includes(`XINGLIN_DATA_DIR=${dataDir}\0`))
    .map(Number);
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch (error) {
    // It ended between the listing and the reading.
    if (['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}
