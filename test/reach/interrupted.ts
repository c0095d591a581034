/** One interrupt at one prompt: what went wrong with it. */
import type { CaseRecord, ConversationRecord } from '../../state/conversation.ts';
import type { Heard, Turning } from '../support/everyReplyTurn.ts';
import type { Interrupt } from './interrupts.ts';
import type { Prompt } from './prompts.ts';

/** Sentences that name the prompt; none where the interrupt was heard, answered nothing, and the question came again. */
export async function interrupted(
  { turn }: Turning,
  prompt: Prompt,
  { say, heard, back, changes }: Interrupt,
): Promise<string[]> {
  const faults: string[] = [];
  const fault = (what: string): void => void faults.push(`${prompt.id}: ${what}`);
  const first = await turn(say, prompt.conversation);
  const told = first.shown.map(({ reply }) => reply);
  if (!heard(told, prompt)) fault(`not heard: ${told.map(({ text }) => text).join(' / ')}`);
  const then = back === undefined || isAskedAgain(first, prompt) ? first : await turn(back, first.record);
  const changed = changesIn(prompt.conversation, then.record).filter((path) => !isMeant(path, changes));
  if (changed.length > 0) fault(`changed ${changed.join(', ')}`);
  if (changes === undefined && !isAskedAgain(then, prompt))
    fault(`then: ${then.shown.map(({ reply }) => reply.text).join(' / ')}`);
  return faults;
}

/** Whether the question is asked once more, and nothing else; of the talk's own questions also that from which it came. */
function isAskedAgain({ shown }: Heard, { asked, beneath }: Prompt): boolean {
  const questions = shown.map(({ reply }) => reply).filter(({ question }) => question !== undefined);
  const [only, ...more] = questions;
  const wanted = [asked, ...(beneath ? [beneath] : [])];
  return (
    more.length === 0 &&
    wanted.some(({ question, text }) => only?.question?.id === question?.id && only?.text.endsWith(wordsOf(text)))
  );
}

/** The question without its number, which may shrink, or without the list before it. */
const wordsOf = (text: string): string =>
  /^\d+\/\d+　/.test(text) ? text.slice(text.indexOf('　') + 1) : (text.split('\n').at(-1) ?? '');

/** Paths of what is recorded otherwise now: `facts.lead.title`, `left`, `trail`, `behalf`. */
function changesIn(before: ConversationRecord, after: ConversationRecord): string[] {
  const [one, other] = [before, after].map(({ cases }) => recordedIn(cases[0]));
  const paths = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return [...paths].filter((path) => JSON.stringify(one?.[path]) !== JSON.stringify(other?.[path]));
}

function recordedIn(record: CaseRecord | undefined): Record<string, unknown> {
  if (!record) return {};
  const { facts, left, trail, behalf } = record;
  const named = Object.entries(facts).map(([id, value]) => [`facts.${id}`, value]);
  return { ...Object.fromEntries(named), left, trail, behalf };
}

function isMeant(path: string, changes: Interrupt['changes']): boolean {
  if (changes === undefined) return false;
  if (changes === 'left') return path === 'left';
  return path === 'left' || path === 'trail' || path === 'behalf' || changes.test(path.replace(/^facts\./, ''));
}
