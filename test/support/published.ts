/** Overlays for tests: what somebody published on one day. */
import type { Guide } from '../../knowledge/guide.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import { type OverlayChange, withChange } from '../../knowledge/overlayChange.ts';

const approvedOn = '2026-11-23';
export const approvedBy = '王敏';

/** An overlay with these things alone. */
export function published(guide: Guide, change: OverlayChange, version = '2026-11-23-1'): Overlay {
  return withChange(null, change, { guide, version, date: approvedOn, by: approvedBy });
}

const known = new Map<string, Overlay>();

/** An overlay with rulings: by point the choice; the same one for the same. */
export function ruled(guide: Guide, choices: Readonly<Record<string, string>>): Overlay {
  const key = `${guide.id} ${JSON.stringify(choices)}`;
  const rulings = Object.entries(choices).map(([point, choice]) => ({ point, choice }));
  const made = known.get(key) ?? published(guide, { rulings });
  known.set(key, made);
  return made;
}
