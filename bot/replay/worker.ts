/** The thread beside the service that replays, so that whoever talks meanwhile waits for nothing: batches of talks in, what changes out. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import type { PastTalk } from './pastTalk.ts';
import type { Knowledge } from './player.ts';
import { type Replayed, replaying } from './replay.ts';

/** What the dialogs go by, as it passes between threads. */
export interface KnowledgeGiven {
  /** Id or folder of the guide in the place of that of the same id. */
  guide?: string;
  overlay: Overlay | null;
}

export interface Given {
  now: KnowledgeGiven;
  trial: KnowledgeGiven;
  timeZone: string;
  since?: string;
}

/** Of one batch. */
export type Done = Replayed & { talks: number; skipped: number };

function taken({ guide, overlay }: KnowledgeGiven): Knowledge {
  return { overlay, ...(guide !== undefined && { guide: loadGuide(guide) }) };
}

// Only `inThread.ts` starts it.
const { now, trial, timeZone, since } = workerData as Given;
const replay = replaying({ now: taken(now), trial: taken(trial), timeZone, ...(since !== undefined && { since }) });

async function batch(talks: readonly PastTalk[]): Promise<Done> {
  const done: Done = { talks: talks.length, turns: 0, failed: 0, said: 0, skipped: 0, changes: [] };
  for (const talk of talks) {
    if (!isKnown(talk.guide)) {
      done.skipped += 1;
      continue;
    }
    const { turns, failed, said, changes } = await replay(talk);
    done.turns += turns;
    done.failed += failed;
    done.said += said;
    done.changes.push(...changes);
  }
  return done;
}

/** A talk of a guide that is no longer there is left out. */
function isKnown(guide: string): boolean {
  try {
    loadGuide(guide);
    return true;
  } catch {
    return false;
  }
}

let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (talks: readonly PastTalk[]) => {
  last = last.then(async () => parentPort?.postMessage(await batch(talks)));
});
