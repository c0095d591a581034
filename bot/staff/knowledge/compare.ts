/** Comparing a proposal with past conversations: a job whose end is noted in the proposal, so that it may be approved. */

import type { Overlay } from '../../../knowledge/overlay.ts';
import { StaleError } from '../../../state/documents.ts';
import type { Store } from '../../../state/store.ts';
import { type Report, replayInThread } from '../../replay/inThread.ts';
import { storedTalks } from '../../replay/stored.ts';
import type { Job, Jobs } from '../jobs.ts';
import { dayAfter, startOfDay } from '../transcripts/days.ts';
import { type By, type Comparison, fingerprintOf, type Proposal } from './proposal.ts';
import { changeProposal, readProposal } from './proposals.ts';

/** What a finished job gives: of which proposal and content, and what was found. */
export interface Compared {
  proposal: string;
  comparison: Comparison;
  report: Report;
  /** The proposal was changed meanwhile: the comparison is not noted in it. */
  stale: boolean;
}

export const jobKind = 'compare';

interface Comparing {
  store: Store;
  jobs: Jobs;
  /** What is published now, and with the proposal on it. */
  current: Overlay | null;
  trial: Overlay;
  /** ISO days of the zone, both included. */
  since: string;
  until: string;
  timeZone: string;
  by: By;
  now: () => Date;
  /** Of a job that failed. */
  failed(error: unknown): void;
}

export function startComparing({ id, content }: Proposal, options: Comparing): Job<Compared> {
  const { store, jobs, current, trial, since, until, timeZone, by, now } = options;
  const period = { since: startOfDay(since, timeZone), until: startOfDay(dayAfter(until), timeZone) };
  const fingerprint = fingerprintOf(content);
  return jobs.start(`${jobKind} ${id}`, by.id, async (progress, signal) => {
    let of = 0;
    try {
      const report = await replayInThread({
        talks: storedTalks(store, period, (talks) => {
          of = talks;
          progress({ done: 0, of });
        }),
        now: { overlay: current },
        trial: { overlay: trial },
        timeZone,
        since: period.since,
        signal,
        report: ({ talks }) => progress({ done: talks, of }),
      });
      const { talks, skipped, turns, answers, verdicts } = report;
      const at = now().toISOString();
      const author = { id: by.id, name: by.name };
      const comparison: Comparison = {
        fingerprint,
        base: current?.version ?? null,
        at,
        by: author,
        since,
        until,
        talks: talks + skipped,
        turns,
        answers,
        verdicts,
      };
      return { proposal: id, comparison, report, stale: !(await noted(store, id, comparison)) };
    } catch (error) {
      if (!signal.aborted) options.failed(error);
      throw error;
    }
  });
}

/** Notes it in the proposal, unless that has another content by now. */
async function noted({ documents }: Store, id: string, compared: Comparison): Promise<boolean> {
  for (let tries = 0; tries < 5; tries += 1) {
    const kept = await readProposal(documents, id);
    if (!kept || fingerprintOf(kept.proposal.content) !== compared.fingerprint) return false;
    if (kept.proposal.state !== 'draft' && kept.proposal.state !== 'proposed') return false;
    try {
      await changeProposal(documents, kept, { compared }, { did: 'compared', at: compared.at, by: compared.by });
      return true;
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
    }
  }
  return false;
}
