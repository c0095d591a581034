/** The desk of a command: the guide and the zone of the service's own defaults. */
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { readEnv } from '../env.ts';
import { type Desk, openDesk } from './desk.ts';

/** Throws a sentence for each setting that is wrong. */
export function terminalDesk(raw: Record<string, string | undefined>): { desk: Desk; source: string } {
  const read = readEnv(raw);
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const guide = loadGuide(read.ok.GUIDE_ID);
  return { desk: openDesk({ guide, now: () => new Date(), timeZone: read.ok.TZ }), source: guide.source };
}
