/** The desk of a command: the guide and the zone of the service's own defaults. */
import { guidesOnFile } from '../../knowledge/guidesOnFile.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import { type Env, readEnv } from '../env.ts';
import { createLog } from '../log.ts';
import { openOverlays } from '../overlays.ts';
import { type Desk, openDesk } from './desk.ts';
import type { SetItem } from './questionSet.ts';
import { keptOverlay, regressionSet } from './regressions.ts';

/** Throws a sentence for each setting that is wrong. */
export function terminalDesk(raw: Record<string, string | undefined>): { desk: Desk; source: string } {
  const env = checked(raw);
  const guide = guidesOnFile({ named: env.GUIDE_ID }).newest;
  return { desk: openDesk({ guide, now: () => new Date(), timeZone: env.TZ }), source: guide.source };
}

/** The same with what staff have published: out of the database, or out of the data folder, where a service may be running. */
export async function publishedDesk(
  raw: Record<string, string | undefined>,
): Promise<{ desk: Desk; source: string; set: SetItem[] }> {
  const env = checked(raw);
  const guide = guidesOnFile({ named: env.GUIDE_ID }).newest;
  const now = () => new Date();
  const overlay = env.DATABASE_URL === undefined ? await keptOverlay(env.DATA_DIR) : await inDatabase(env, guide.id);
  if (overlay === null) throw new Error('还没有发布过咨询台答复。');
  const desk = openDesk({ guide, overlay: () => overlay, now, timeZone: env.TZ });
  return { desk, source: guide.source, set: regressionSet(guide, overlay) };
}

function checked(raw: Record<string, string | undefined>): Env {
  const read = readEnv(raw);
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return read.ok;
}

async function inDatabase(env: Env, guideId: string): Promise<Overlay | null> {
  const log = createLog('warn');
  // Those who only ask need no home.
  const { openHome } = await import('../home.ts');
  const { store, release } = await openHome(env, log);
  try {
    const { documents } = store;
    const options = { documents, guideId, now: () => new Date(), timeZone: env.TZ, log };
    const overlays = await openOverlays(options);
    await overlays.stop();
    return overlays.current();
  } finally {
    await store.close();
    await release();
  }
}
