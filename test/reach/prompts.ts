/** Every place of the talk where something is asked of the person, each in a conversation in which just that stands open. */
import fc from 'fast-check';
import { asides, preludes } from '../../dialogs/position.ts';
import type { Reply } from '../../dialogs/reply.ts';
import type { Facts } from '../../knowledge/facts.ts';
import { baseId, nextQuestion } from '../../knowledge/interview.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import type { ConversationRecord } from '../../state/conversation.ts';
import { anyFacts } from '../support/anyFacts.ts';
import { caseOf } from '../support/everyReplyStates.ts';
import { conversationOf, type Turning } from '../support/everyReplyTurn.ts';
import { guide } from '../support/readyCase.ts';

export interface Prompt {
  /** The question's id, with its part; `#2` where it is asked of a further partner. */
  id: string;
  conversation: ConversationRecord;
  /** The message that asks it. */
  asked: Reply;
  /** Where the talk asks about itself: the message that asked what was open before. */
  beneath?: Reply;
}

const questions = questionsOf(guide);

/** Ids of all that can be asked: of the guide's questions and their parts, and of the talk's own. */
export const promptIds: readonly string[] = [
  ...preludes,
  ...asides,
  'confirm.delete',
  ...questions.flatMap(({ id, parts = {} }) => [id, ...Object.keys(parts).map((path) => `${id}/${path}`)]),
];

/** Cases of which anything may be known already. */
const cases: readonly Facts[] = [{}, ...fc.sample(anyFacts, { seed: 7, numRuns: 600 })];

/** Each question that comes up in them while none before it is answered; one that none of them leaves whole, where nothing of it is known. */
function comingUp(): Map<string, ConversationRecord> {
  const found = new Map<string, ConversationRecord>();
  for (const facts of cases) comesUp(facts, found);
  for (const { id, settles } of questions) {
    for (const facts of cases) {
      if (found.has(id)) break;
      comesUp(Object.fromEntries(Object.entries(facts).filter(([path]) => !settles.includes(path))), found);
    }
  }
  return found;
}

function comesUp(facts: Facts, found: Map<string, ConversationRecord>): void {
  const left: Record<string, 'not-known'> = {};
  for (;;) {
    const trail = [...new Set(['behalf', ...answeredIn(facts), ...Object.keys(left).flatMap(questionOf)])];
    const open = nextQuestion({ facts, left, trail }, guide);
    if (!open) return;
    if (!found.has(open.id)) found.set(open.id, conversationOf(caseOf(facts, { left: { ...left }, trail })));
    for (const want of open.wants) left[want] = 'not-known';
  }
}

/** Questions of which nothing is left to be asked. */
const answeredIn = (facts: Facts): string[] =>
  questions.flatMap(({ id, settles }) => (settles.every((path) => path in facts) ? [id] : []));

const questionOf = (want: string): string[] =>
  questions.flatMap(({ id, settles }) => (!want.includes('[') && settles.includes(want) ? [baseId(id)] : []));

/** How the talk comes to ask about itself, from a question on. */
const ownWords: Readonly<Record<string, string>> = {
  'confirm.restart': '重来',
  'choose.amend': '修改',
  'choose.case': '我的申报',
  'confirm.delete': '删除我的数据',
};

/** Each prompt once, in a conversation in which it was just asked. */
export async function everyPrompt({ turn }: Turning): Promise<Prompt[]> {
  const begun = comingUp();
  const found: Prompt[] = [];
  const note = async (id: string, text: string, from: ConversationRecord, beneath?: Reply): Promise<void> => {
    const { shown, record } = await turn(text, from);
    const asked = shown.at(-1)?.reply;
    if (asked?.question?.id !== id) throw new Error(`not ${id} is asked, but ${asked?.text}`);
    found.push({ id, conversation: record, asked, ...(beneath && { beneath }) });
  };
  await note('behalf', '继续', conversationOf(caseOf({}, { behalf: undefined, trail: [] })));
  await note('behalf.name', '继续', conversationOf(caseOf({}, { behalf: { name: '' }, trail: ['behalf'] })));
  for (const [id, conversation] of begun) await note(id, '继续', conversation);
  const last = found.find(({ id }) => id === 'jointLab');
  for (const [id, text] of Object.entries(ownWords))
    await note(id, text, last?.conversation ?? conversationOf(), last?.asked);
  return found;
}
