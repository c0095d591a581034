/**
 * Proposals as they are kept: documents of their own, each changed only by who has seen its last form, so that of two people who decide at the
 * same time one is told that the other was quicker.
 */
import { randomUUID } from 'node:crypto';
import type { Documents } from '../../../state/documents.ts';
import { type By, type ContentInput, content, type Proposal, problemsOf, proposal, type Step } from './proposal.ts';

const kind = 'proposal';

/** A proposal with the mark that changes whenever it does. */
export interface KeptProposal {
  proposal: Proposal;
  etag: string;
}

/**
 * Proposes something; what is not fit to be decided on (an answer that is too long, a unit without a question) is kept as a draft.
 * @returns its id. Throws zod's error for what is no proposal at all.
 */
export async function addProposal(documents: Documents, given: ContentInput, by: By, now: Date): Promise<string> {
  return newProposal(documents, given, { by, now, draft: false });
}

/** The same; `draft`: it is not yet to be decided on. */
export async function newProposal(
  documents: Documents,
  given: ContentInput,
  { by, now, draft, guide }: { by: By; now: Date; draft: boolean; guide?: string },
): Promise<string> {
  const parsed = content.parse(given);
  const fit = !draft && problemsOf(parsed).length === 0;
  const id = randomUUID();
  const at = now.toISOString();
  const first: Proposal = {
    schema: 1,
    id,
    ...(guide !== undefined && { guide }),
    state: fit ? 'proposed' : 'draft',
    content: parsed,
    steps: [{ did: fit ? 'proposed' : 'drafted', at, by: { id: by.id, name: by.name } }],
  };
  await documents.write(kind, id, first, 'new');
  return id;
}

/** Undefined when there is none, or it cannot be read. */
export async function readProposal(documents: Documents, id: string): Promise<KeptProposal | undefined> {
  const found = await documents.read(kind, id);
  const parsed = proposal.safeParse(found?.value);
  return found && parsed.success ? { proposal: parsed.data, etag: found.etag } : undefined;
}

/** All, that with the newest step first. */
export async function allProposals(documents: Documents): Promise<Proposal[]> {
  const found: Proposal[] = [];
  for await (const { value } of documents.list(kind)) {
    const parsed = proposal.safeParse(value);
    if (parsed.success) found.push(parsed.data);
  }
  const last = ({ steps }: Proposal): string => steps.at(-1)?.at ?? '';
  return found.sort((one, other) => (last(one) < last(other) ? 1 : -1));
}

/** Steps that are kept of one proposal. */
const mostSteps = 100;

const isComparison = ({ did }: Step): boolean => did === 'compared';

/** Of comparisons only the newest are kept, one at least; whoever wrote or decided is never forgotten, since who may approve it depends on them. */
function keptOf(steps: readonly Step[]): Step[] {
  const over = Math.max(0, steps.length - mostSteps);
  const comparisons = steps.filter(isComparison);
  const dropped = new Set(comparisons.slice(0, Math.min(over, comparisons.length - 1)));
  return steps.filter((each) => !dropped.has(each));
}

/** Whether its content may be changed once more. */
export const mayChange = ({ steps }: Proposal): boolean =>
  steps.filter((each) => !isComparison(each)).length < mostSteps;

/**
 * Puts a changed proposal in the place of the one that was seen, with what was done.
 * Throws `StaleError` when somebody changed it meanwhile.
 */
export async function changeProposal(
  documents: Documents,
  { proposal: before, etag }: KeptProposal,
  change: Partial<Pick<Proposal, 'state' | 'content' | 'compared' | 'version'>>,
  step: Step,
): Promise<KeptProposal> {
  const after: Proposal = { ...before, ...change, steps: keptOf([...before.steps, step]) };
  return { proposal: after, etag: await documents.write(kind, before.id, after, etag) };
}
