/** Faults of publishing: what happened, to which thing, and the remedy. Each leaves the live site untouched. */
import { CommandFault } from '../cli.ts';

/** The CMS did not answer as it should. */
export class CmsFault extends CommandFault {
  /** Whether waiting helps: a wrong token does not mend itself within seconds, but may be mended. */
  readonly reason: 'unreachable' | 'refused' | 'failed';
  constructor(reason: CmsFault['reason'], message: string, remedy: string) {
    super(message, remedy);
    this.reason = reason;
  }
}

/** The feed as a whole cannot be trusted. */
export class SyncFault extends CommandFault {}

/** A brake held: going on would take away more than one expects (law 5). */
export class BrakeFault extends CommandFault {}

/** The folder that is served, or the publisher's own, cannot be written. */
export class OutputFault extends CommandFault {}

/** Another publisher works on this data folder. */
export class LockFault extends CommandFault {
  readonly pid: number | undefined;
  constructor(message: string, remedy: string, pid: number | undefined) {
    super(message, remedy);
    this.pid = pid;
  }
}

/** The site's bundle is missing, or does not do what it promises. */
export class BundleFault extends CommandFault {}
