/** The help desk's item as the tests understand it, written without a look at how the service does it. */
import type { StaffDeed } from '../../state/staffAct.ts';

export type Desk = { state: 'none' } | { state: 'pending' } | { state: 'held'; by: string };

export const endsTalk = (text: string): boolean => text === '结束人工' || text === '回到助手';

/** The same object where the deed has no effect. */
export function dealt(desk: Desk, deed: StaffDeed, by: string): Desk {
  const mine = desk.state === 'held' && desk.by === by;
  if (deed.do === 'take') return desk.state === 'pending' ? { state: 'held', by } : desk;
  if (deed.do === 'release') return mine ? { state: 'pending' } : desk;
  if (deed.do === 'close') return mine ? { state: 'none' } : desk;
  if (deed.do === 'reply') {
    if (desk.state !== 'pending' && !mine) return desk;
    return deed.close ? { state: 'none' } : { state: 'held', by };
  }
  return desk;
}
