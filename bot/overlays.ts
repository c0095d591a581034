/**
 * What staff have published on top of the guide, in versions that never change: each one a document, and one that names the current. Every
 * process looks every few seconds whether that has changed; who publishes has it at once.
 */
import { ask } from '../knowledge/answer/ask.ts';
import type { Guide } from '../knowledge/guide.ts';
import { loadGuide } from '../knowledge/loadGuide.ts';
import type { Overlay } from '../knowledge/overlay.ts';
import { type OverlayChange, overlayFaults, withChange } from '../knowledge/overlayChange.ts';
import { type Documents, StaleError } from '../state/documents.ts';
import { dayIn } from './dayIn.ts';
import type { Log } from './log.ts';
import { type Publication, pointer, publication } from './overlayForms.ts';

/** Who published or approved. */
export interface Publisher {
  id: string;
  name: string;
}

/** One publication. */
export interface Published {
  version: string;
  /** ISO time. */
  at: string;
  by: Publisher;
  approvedBy: Publisher;
  /** How many of each it brought. */
  change: { units: number; words: number; rulings: number; dropped: number };
  /** The version whose content it has again; `none`: nothing. */
  rolledBackTo?: string;
  /** Of what it came, as whoever published it names that. */
  ref?: string;
  overlay: Overlay;
}

export interface Publishing {
  /** The version that must still be the current one (null: nothing was published); absent: whatever is. */
  on?: string | null;
  /** Of what it comes: what has this name already is not published again. */
  ref?: string;
}

export interface Overlays {
  /** What is published now, as far as this process knows; null when nothing ever was. */
  current(): Overlay | null;
  /** Looks at once. */
  refresh(): Promise<void>;
  /** Throws `OverlayFault` when it may not be published, `OverlayMoved` when something else was published meanwhile. */
  publish(change: OverlayChange, by: Publisher, approvedBy: Publisher, how?: Publishing): Promise<Published>;
  /** Newest first. */
  history(): Promise<Published[]>;
  /** The content of an earlier version as a new one; `none`: without anything. Throws `OverlayFault` when there is no such version. */
  rollback(version: string, by: Publisher): Promise<Published>;
  stop(): Promise<void>;
}

/** Why something may not be published, in sentences for the person who tried. */
export class OverlayFault extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'OverlayFault';
    this.faults = faults;
  }
}

/** Another version is the current one than that on which it was to be published. */
export class OverlayMoved extends Error {
  constructor() {
    super('another version was published meanwhile');
    this.name = 'OverlayMoved';
  }
}

export interface OverlaysOptions {
  documents: Documents;
  guideId: string;
  /** Where another guide than one of the project is meant. */
  guides?: (id: string) => Guide;
  now: () => Date;
  timeZone: string;
  log: Log;
  /** Milliseconds from one look to the next. */
  every?: number;
  /** Called after each change that this process learns of, and at the beginning when something is published. */
  changed?: (overlay: Overlay) => Promise<void>;
}

const kind = 'overlay';
const looks = 3000;
const tries = 20;
const longestHistory = 500;

/** Reads what is published before it resolves; when that cannot be understood, it is told in the log and nothing is laid on. */
export async function openOverlays(options: OverlaysOptions): Promise<Overlays> {
  const { documents, guideId, guides = loadGuide, now, timeZone, log, changed, every = looks } = options;
  const guide = guides(guideId);
  const today = dayIn(timeZone);
  const idOf = (version: string): string => `${guideId}/${version}`;
  let known: Overlay | null = null;
  let failing = '';

  async function readPointer(): Promise<{ version: string; number: number; etag: string } | undefined> {
    const found = await documents.read(kind, idOf('current'));
    return found && { ...pointer.parse(found.value), etag: found.etag };
  }

  async function readVersion(version: string): Promise<Publication> {
    const found = await documents.read(kind, idOf(version));
    if (!found) throw new Error(`overlay ${version} is not there`);
    const read = publication.parse(found.value);
    if (read.overlay.guide !== guideId || read.overlay.version !== version)
      throw new Error(`overlay ${version} is another one`);
    return read;
  }

  /** Once for each version: what is kept by guide is made before the first person waits for it. */
  async function adopt(overlay: Overlay): Promise<void> {
    const faults = overlayFaults(guide, overlay);
    if (faults.length > 0)
      log.warn({ version: overlay.version, faults: faults.length }, 'part of the overlay does not fit');
    ask({ text: guide.title, guide, overlay, today: today(now()) });
    known = overlay;
    await changed?.(overlay);
  }

  async function look(): Promise<void> {
    try {
      const at = await readPointer();
      if (at && at.version !== known?.version) await adopt((await readVersion(at.version)).overlay);
      failing = '';
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // Not every few seconds the same.
      if (reason !== failing)
        log.error({ err: error, version: known?.version ?? null }, 'overlay not read, the last good one stays');
      failing = reason;
      const [newest] = known === null ? await history().catch(() => []) : [];
      if (newest) await adopt(newest.overlay).catch(() => {});
    }
  }

  let last = look();
  const refresh = (): Promise<void> => {
    last = last.then(look);
    return last;
  };
  await last;
  const timer = setInterval(() => void refresh(), every);
  timer.unref();

  /** Writes the version that follows; anew when somebody else was quicker. */
  async function add(
    make: (before: Overlay | null, version: string) => Omit<Publication, 'previous'>,
    { on, ref }: Publishing = {},
  ): Promise<Published> {
    for (let ahead = 1; ahead <= tries; ahead += 1) {
      const at = await readPointer();
      const there = ref === undefined || !at ? undefined : (await history()).find((each) => each.ref === ref);
      if (there) return there;
      if (on !== undefined && on !== (at?.version ?? null)) throw new OverlayMoved();
      // The newest one that can be read, if the current one is damaged.
      const before = at ? ((await history())[0]?.overlay ?? null) : null;
      // A number that somebody took and did not make the current one is left out.
      const number = (at?.number ?? (await others([])).length) + ahead;
      const version = `${today(now())}-${number}`;
      const made = make(before, version);
      const faults = overlayFaults(guide, made.overlay);
      if (faults.length > 0) throw new OverlayFault(faults);
      try {
        await documents.write(kind, idOf(version), { ...made, ...(at && { previous: at.version }) }, 'new');
        await documents.write(kind, idOf('current'), { version, number }, at?.etag ?? 'new');
      } catch (error) {
        if (error instanceof StaleError) continue;
        throw error;
      }
      await refresh();
      return shown(made);
    }
    throw new OverlayFault(['同时有人在发布，请稍后再试。']);
  }

  /** Along the chain; behind one that is damaged whatever else can be read. */
  async function history(): Promise<Published[]> {
    const found: Published[] = [];
    const at = await readPointer();
    if (!at) return others([]);
    let version: string | undefined = at.version;
    while (version !== undefined && found.length < longestHistory) {
      const each: Publication | undefined = await readVersion(version).catch(() => undefined);
      if (!each) return [...found, ...(await others(found))];
      found.push(shown(each));
      version = each.previous;
    }
    return found;
  }

  async function others(known: readonly Published[]): Promise<Published[]> {
    const all: Published[] = [];
    for await (const { value } of documents.list(kind)) {
      const { data } = publication.safeParse(value);
      const isOther = data?.overlay.guide === guideId && !known.some((each) => each.version === data.overlay.version);
      if (data && isOther) all.push(shown(data));
    }
    return all.sort((one, other) => other.at.localeCompare(one.at)).slice(0, longestHistory);
  }

  return {
    current: () => known,
    refresh,
    history,
    async publish(change, by, approvedBy, how = {}) {
      if (by.id === approvedBy.id) throw new OverlayFault(['提出的人不能自己批准，请另一位批准。']);
      const { units = [], words = [], rulings = [], drop = {} } = change;
      const dropped = (drop.units ?? []).length + (drop.words ?? []).length + (drop.rulings ?? []).length;
      const counted = { units: units.length, words: words.length, rulings: rulings.length, dropped };
      if (Object.values(counted).every((each) => each === 0)) throw new OverlayFault(['没有要发布的内容。']);
      const { ref } = how;
      const make = (before: Overlay | null, version: string) => ({
        at: now().toISOString(),
        by,
        approvedBy,
        change: counted,
        ...(ref !== undefined && { ref }),
        overlay: withChange(before, change, { guide, version, date: today(now()), by: approvedBy.name }),
      });
      return add(make, how);
    },
    async rollback(version, by) {
      const found = version === 'none' ? undefined : (await history()).find((each) => each.version === version);
      if (version !== 'none' && !found) throw new OverlayFault([`没有 ${version} 这一版。`]);
      const { units, words, rulings } = found?.overlay ?? { units: [], words: [], rulings: [] };
      return add((_before, next) => ({
        at: now().toISOString(),
        by,
        approvedBy: by,
        change: { units: 0, words: 0, rulings: 0, dropped: 0 },
        rolledBackTo: version,
        overlay: { version: next, guide: guideId, units, words, rulings },
      }));
    },
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}

function shown({
  rolledBackTo,
  ref,
  overlay,
  ...rest
}: Omit<Publication, 'previous'> & { previous?: unknown }): Published {
  const { at, by, approvedBy, change } = rest;
  const again = { ...(rolledBackTo !== undefined && { rolledBackTo }), ...(ref !== undefined && { ref }) };
  return { version: overlay.version, at, by, approvedBy, change, ...again, overlay };
}
