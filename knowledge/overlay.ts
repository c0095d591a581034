/** A guide with what staff published laid on it: the same object for the same two, so that all that is kept by guide follows by itself. */
import type { Guide } from './guide.ts';
import { layOn } from './layOn.ts';
import type { Overlay } from './overlayForm.ts';

export type { Overlay, OverlayUnit, OverlayWord } from './overlayForm.ts';

const laid = new WeakMap<Guide, WeakMap<Overlay, Guide>>();

/**
 * The guide with the overlay on it; the guide itself where nothing lies on it. What the overlay names and the guide does not have is left
 * out (`overlayFaults` tells it). An overlaid guide with another overlay, or none, is taken bare first: the argument is the truth.
 */
export function overlaid(guide: Guide, overlay: Overlay | null): Guide {
  if (guide.laid) return guide.laid.overlay === overlay ? guide : overlaid(guide.laid.bare, overlay);
  if (overlay === null || overlay.guide !== guide.id) return guide;
  const byOverlay = laid.get(guide) ?? new WeakMap<Overlay, Guide>();
  laid.set(guide, byOverlay);
  const made = byOverlay.get(overlay) ?? layOn(guide, overlay);
  byOverlay.set(overlay, made);
  return made;
}
