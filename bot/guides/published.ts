/** What staff have published on each of the guides on file: on the newest they go on publishing, the older ones keep what they had. */
import type { GuidesOnFile } from '../../knowledge/guidesOnFile.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import { type Overlays, type OverlaysOptions, openOverlays } from '../overlays.ts';

export interface PublishedOnAll {
  newest: Overlays;
  /** What lies on a guide (on the newest, where none is named) now. */
  overlay: (guideId?: string) => Overlay | null;
  stop(): Promise<void>;
}

/** Milliseconds from one look at an older guide's to the next: nobody publishes on it any more. */
const seldom = 60_000;

export async function openPublished(
  { newest, all, guide }: GuidesOnFile,
  { changed, ...options }: Omit<OverlaysOptions, 'guideId' | 'guides'>,
): Promise<PublishedOnAll> {
  const opened = await Promise.all(
    all.map(async ({ id }) => {
      const how = id === newest.id ? { ...(changed && { changed }) } : { every: seldom };
      return { id, overlays: await openOverlays({ ...options, ...how, guideId: id, guides: guide }) };
    }),
  );
  const of = (id: string): Overlays | undefined => opened.find((each) => each.id === id)?.overlays;
  const current = of(newest.id);
  if (!current) throw new Error('the newest guide is not among those on file');
  return {
    newest: current,
    overlay: (id = newest.id) => of(id)?.current() ?? null,
    async stop() {
      await Promise.all(opened.map(({ overlays }) => overlays.stop()));
    },
  };
}
