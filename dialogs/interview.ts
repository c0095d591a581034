/**
 * The interview: a waterfall of two steps (hear the answer, ask the next open question) that replaces itself.
 * `stepIndex` is never the truth: the position is the case's facts, so questions may be added, dropped or reordered
 * while somebody is in the middle.
 */
import type { TurnContext } from 'botbuilder';
import { TextPrompt, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { loadGuide } from '../knowledge/loadGuide.ts';
import { type CaseRecord, openCase } from '../state/conversation.ts';
import { commandOf } from './commands.ts';
import type { Reply } from './reply.ts';
import { type Session, sessionOf } from './session.ts';
import { ask, hear, type Turn } from './talk.ts';
import type { Frame } from './verdict.ts';

export const interviewId = 'interview';
const answerPromptId = 'answer';

/** `text`: an answer to hear before the next question; absent when the interview is opened or resumed. */
interface Options {
  text?: string;
}

export function interviewDialog(): WaterfallDialog<Options> {
  return new WaterfallDialog<Options>(interviewId, [askNext, hearAnswer]);
}

export const answerPrompt = (): TextPrompt => new TextPrompt(answerPromptId);

async function askNext(step: WaterfallStepContext<Options>) {
  const session = sessionOf(step.context);
  const record = openCase(session.record);
  if (!record) return step.endDialog();
  const frame = frameOf(session, record);
  const turn = turnFor(step.options?.text, record, frame);
  const { record: after, replies } = ask(turn, frame);
  keep(session, after);
  await sendAll(step.context, session, replies, after);
  if (!replies.at(-1)?.question) return step.endDialog();
  return step.prompt(answerPromptId, {});
}

async function hearAnswer(step: WaterfallStepContext<Options>) {
  return step.replaceDialog(interviewId, { text: String(step.result ?? '') });
}

function turnFor(text: string | undefined, record: CaseRecord, frame: Frame): Turn {
  return text === undefined ? { record, said: [], replies: [] } : hear(text, commandOf(text), record, frame);
}

function frameOf(session: Session, record: CaseRecord): Frame {
  return { guide: loadGuide(record.guide), overlay: null, today: session.today, language: session.language };
}

/** Puts the changed case back into the conversation's document; it is saved with the turn. */
function keep(session: Session, record: CaseRecord): void {
  session.record.cases = session.record.cases.map((each) => (each.id === record.id ? record : each));
}

async function sendAll(
  context: TurnContext,
  session: Session,
  replies: readonly Reply[],
  record: CaseRecord,
): Promise<void> {
  for (const reply of replies) await context.sendActivity(session.present(reply, record));
}
