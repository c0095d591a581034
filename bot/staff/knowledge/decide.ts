/**
 * Deciding on a proposal: who may, on the ground of which comparison, and the way from approved to published, which a crash may interrupt and
 * anybody may bring to its end.
 */
import type { Documents } from '../../../state/documents.ts';
import { OverlayFault, OverlayMoved, type Overlays } from '../../overlays.ts';
import { type Past, periodProblem } from './past.ts';
import { authorsOf, type By, fingerprintOf, type Proposal } from './proposal.ts';
import { changeProposal, type KeptProposal } from './proposals.ts';
import { changeOf } from './trial.ts';

/** Why somebody may not approve a proposal now, as a sentence; undefined when they may. */
export function approvalProblem(
  proposal: Proposal,
  { by, version, past }: { by: Pick<By, 'id'>; version: string | null; past: Past },
): string | undefined {
  if (proposal.state !== 'proposed') return '它现在不在待审核的状态。';
  if (authorsOf(proposal).some(({ id }) => id === by.id)) return '提出或修改过它的人不能自己批准，要由另一位同事批准。';
  return comparisonProblem(proposal, version, past);
}

/** Why its comparison with past conversations is no ground to approve it. */
export function comparisonProblem(
  { compared, content }: Proposal,
  version: string | null,
  past: Past,
): string | undefined {
  if (!compared) return '还没有和过去的对话对照过。';
  if (compared.fingerprint !== fingerprintOf(content)) return '对照之后内容又改过，要重新对照。';
  if (compared.base !== version) return '对照之后又发布过别的内容，要重新对照。';
  return periodProblem(compared, past);
}

interface Deciding {
  documents: Documents;
  overlays: Overlays;
  by: By;
  now: () => Date;
  /** What is kept of past conversations now. */
  past: () => Promise<Past>;
}

/** Approves and publishes. Throws `StaleError` when somebody decided meanwhile. */
export async function approve(
  kept: KeptProposal,
  deciding: Deciding,
): Promise<{ version: string } | { problem: string }> {
  const { documents, overlays, by, now, past } = deciding;
  await overlays.refresh();
  const version = overlays.current()?.version ?? null;
  const problem = approvalProblem(kept.proposal, { by, version, past: await past() });
  if (problem !== undefined) return { problem };
  const step = { did: 'approved' as const, at: now().toISOString(), by: { id: by.id, name: by.name } };
  return publish(await changeProposal(documents, kept, { state: 'approved' }, step), deciding);
}

/** Publishes what was approved: once, however often it is tried. */
export async function publish(
  kept: KeptProposal,
  { documents, overlays, now }: Omit<Deciding, 'by' | 'past'>,
): Promise<{ version: string } | { problem: string }> {
  const { proposal } = kept;
  const authors = authorsOf(proposal);
  const [first] = authors;
  const approved = proposal.steps.findLast(({ did }) => did === 'approved');
  if (proposal.state !== 'approved' || !first || !approved) return { problem: '它还没有批准。' };
  const on = proposal.compared?.base ?? null;
  const step = { at: now().toISOString(), by: approved.by };
  // The version names everybody who had a hand in it.
  const author = { id: first.id, name: authors.map(({ name }) => name).join('、') };
  try {
    const { version } = await overlays.publish(changeOf(proposal.content), author, approved.by, {
      on,
      ref: proposal.id,
    });
    await changeProposal(documents, kept, { state: 'published', version }, { did: 'published', ...step });
    return { version };
  } catch (error) {
    const note = refusalOf(error);
    if (note === undefined) throw error;
    await changeProposal(documents, kept, { state: 'proposed' }, { did: 'returned', ...step, note });
    return { problem: note };
  }
}

function refusalOf(error: unknown): string | undefined {
  if (error instanceof OverlayFault) return `不能发布：${error.faults.join('')}`;
  if (error instanceof OverlayMoved) return '别的内容刚刚发布了，要重新对照。';
  return undefined;
}
