/**
 * The interview: a waterfall of two steps (hear the answer, ask the next open question) that replaces itself.
 * `stepIndex` is never the truth: the position is the case's facts, so questions may be added, dropped or reordered
 * while somebody is in the middle.
 */
import type { TurnContext } from 'botbuilder';
import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { say } from '../knowledge/language.ts';
import { inOneMessage } from '../knowledge/read/oneMessage.ts';
import { type CaseRecord, openCase } from '../state/conversation.ts';
import { casesTurn } from './cases.ts';
import { commandOf } from './commands.ts';
import { inTalk, memoryOf, remember } from './consultMemory.ts';
import { withOffer } from './handoverTurn.ts';
import { TextPrompt, WaterfallDialog } from './library.ts';
import type { Reply } from './reply.ts';
import { guidesOf, type Session, sessionOf } from './session.ts';
import { ask, hear, opening } from './talk.ts';
import type { Turn } from './turn.ts';
import type { Frame } from './verdict.ts';
import { words } from './wording.ts';

export const interviewId = 'interview';
const answerPromptId = 'answer';

/** `text`: a message to hear before the next question; absent when the interview is opened or resumed. */
interface Options {
  text?: string;
  /** The message opened the interview: it may tell something, and answers nothing yet. */
  opening?: boolean;
}

export function interviewDialog(): WaterfallDialog<Options> {
  return new WaterfallDialog<Options>(interviewId, [askNext, hearAnswer]);
}

export const answerPrompt = (): TextPrompt => new TextPrompt(answerPromptId);

async function askNext(step: WaterfallStepContext<Options>) {
  const session = sessionOf(step.context);
  const { text, opening: first } = step.options ?? {};
  const aboutCases = text === undefined || first ? undefined : aboutTheCases(text, session);
  const record = openCase(session.record);
  if (!record) return step.endDialog();
  const frame = frameOf(session, record);
  const { turn, after, replies } = inOneMessage(() => {
    const turn = aboutCases ? { record, said: aboutCases, replies: [] } : turnFor(step.options ?? {}, record, frame);
    // Begun anew, a case goes by the newest guide.
    const now = turn.record.guide === record.guide ? frame : frameOf(session, turn.record);
    const asked = ask({ ...turn, said: [...welcome(session, record), ...turn.said] }, now);
    return { turn, after: asked.record, replies: asked.replies };
  });
  keep(session, after);
  remember(session, turn.memory, replies);
  await sendAll(step.context, session, replies, after, text ?? '');
  if (!replies.at(-1)?.question) return step.endDialog();
  return step.prompt(answerPromptId, {});
}

async function hearAnswer(step: WaterfallStepContext<Options>) {
  return step.replaceDialog(interviewId, { text: String(step.result ?? '') });
}

function turnFor({ text, opening: first }: Options, record: CaseRecord, frame: Frame): Turn {
  if (text === undefined) return { record, said: [], replies: [] };
  return first ? opening(text, record, frame) : hear(text, commandOf(text), record, frame);
}

/** What is said when the message was about the list of cases; the conversation's document is changed in place. */
function aboutTheCases(text: string, session: Session): string[] | undefined {
  const turn = casesTurn(text, commandOf(text), session.record, session.newId, session.guideId, session);
  if (!turn) return undefined;
  Object.assign(session.record, turn.conversation);
  return turn.said;
}

/** Somebody who was away for hours is welcomed back, and what they answered is still there. */
function welcome({ away, language }: Session, record: CaseRecord): string[] {
  if (!away || record.ended || !record.trail.length) return [];
  return [say(words(language).welcomeBack, { n: record.trail.length })];
}

function frameOf(session: Session, record: CaseRecord): Frame {
  return {
    ...guidesOf(session, record.guide),
    today: session.today,
    language: session.language,
    consulted: memoryOf(session),
  };
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
  text: string,
): Promise<void> {
  for (const reply of replies)
    await context.sendActivity(session.present(inTalk(withOffer(reply, session, text), session), record));
}
