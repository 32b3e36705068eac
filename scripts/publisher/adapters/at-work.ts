/** A workshop with the door through which commands ask for a rollback while the publisher is at work. */
import { join } from 'node:path';
import { CommandFault } from '../../cli.ts';
import type { Settings } from '../../settings.ts';
import { actRollback, actRollbackPlan, actUnpin } from '../acts.ts';
import { deliver } from '../outbox.ts';
import type { Bundle, Cms, Log } from '../ports.ts';
import { openControlDoor } from './control-door.ts';
import { type OpenWorkshop, openWorkshop } from './workshop.ts';

/** @throws LockFault, OutputFault */
export async function openAtWork(
  settings: Pick<Settings, 'paths' | 'keepReleases'>,
  bundle: Bundle,
  cms: Cms,
  log: Log,
): Promise<OpenWorkshop> {
  const workshop = await openWorkshop(settings.paths, bundle, cms, log, settings);
  const told = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const done = await answer;
    void deliver(cms, workshop.state, log);
    return done;
  };
  const door = await openControlDoor(join(settings.paths.publisher, 'control.json'), {
    rollback: ({ release }) => told(actRollback(workshop, numberOf(release))),
    'rollback-plan': ({ release }) => actRollbackPlan(workshop, numberOf(release)),
    unpin: () => told(actUnpin(workshop)),
  });
  return {
    ...workshop,
    close() {
      door.close();
      workshop.close();
    },
  };
}

function numberOf(release: unknown): number | undefined {
  if (release === undefined) return undefined;
  if (typeof release === 'number' && Number.isInteger(release)) return release;
  throw new CommandFault(`发布序号「${String(release)}」不对。`, '请写一个正整数。');
}
