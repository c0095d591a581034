/** Who takes this turn: an open interview, a beginning one, or a word of help when there is none. */
import { ComponentDialog, type DialogContext, type DialogTurnResult, DialogTurnStatus } from 'botbuilder-dialogs';
import { type Language, say } from '../knowledge/language.ts';
import { loadGuide } from '../knowledge/loadGuide.ts';
import { isQuestion } from '../knowledge/read/sureness.ts';
import { newCase, openCase } from '../state/conversation.ts';
import { commandOf } from './commands.ts';
import { answerPrompt, interviewDialog, interviewId } from './interview.ts';
import type { Reply } from './reply.ts';
import { type Session, sessionOf } from './session.ts';
import { alsoStated } from './stated.ts';
import { type Words, words } from './wording.ts';

const longestMessage = 4000;

/** The greeting of a conversation: who speaks, that the talk is kept, what not to send. */
export function greeting(guideId: string, language: Language): Reply {
  const { title } = loadGuide(guideId);
  return { text: say(words(language).greeting, { guide: `《${title}》` }), choices: [words(language).start] };
}

export class MainDialog extends ComponentDialog {
  constructor() {
    super('main');
    this.addDialog(interviewDialog());
    this.addDialog(answerPrompt());
  }

  /** No dialog is open (none began, the last one ended, or its state was lost): the case says where we are. */
  protected override async onBeginDialog(inner: DialogContext): Promise<DialogTurnResult> {
    return this.#route(inner, () => inner.continueDialog());
  }

  protected override async onContinueDialog(inner: DialogContext): Promise<DialogTurnResult> {
    return this.#route(inner, () => inner.continueDialog());
  }

  async #route(inner: DialogContext, onward: () => Promise<DialogTurnResult>): Promise<DialogTurnResult> {
    const { context } = inner;
    const session = sessionOf(context);
    const text = context.activity.text ?? '';
    const own = words(session.language);
    const refusal = refusalOf(text, own);
    if (refusal) {
      await context.sendActivity(session.present({ text: refusal }));
      return { status: DialogTurnStatus.waiting };
    }
    const begun = openCase(session.record);
    if (!begun) {
      const first = howToBegin(text, session);
      if (first === undefined) {
        const { year } = loadGuide(session.guideId);
        const said = commandOf(text) === 'help' ? own.help : say(own.noCase, { year });
        await context.sendActivity(session.present({ text: said, choices: [own.start] }));
        return { status: DialogTurnStatus.complete };
      }
      const record = newCase(session.newId(), say(own.caseName, { n: 1 }), session.guideId);
      session.record.cases = [record];
      session.record.openCase = record.id;
      return inner.beginDialog(interviewId, first);
    }
    if (inner.activeDialog) return onward();
    return inner.beginDialog(interviewId, { text });
  }
}

function refusalOf(text: string, own: Words): string | undefined {
  if (text.trim() === '') return own.notText;
  return text.length > longestMessage ? say(own.tooLong, { n: longestMessage }) : undefined;
}

const wanting = /自查|(?:看|查|对)(?:一?下|看)?条件|(?:能不能|可不可以|够不够格|想|要|打算|准备|能)(?:申)?报|符合条件/;

/** How a first message opens the interview: by command, or by telling or wanting something; undefined when it does not. */
function howToBegin(
  text: string,
  { guideId, today, language }: Session,
): { text?: string; opening?: boolean } | undefined {
  const command = commandOf(text);
  if (command === 'start' || command === 'new-case') return {};
  if (command) return undefined;
  const guide = loadGuide(guideId);
  const told = alsoStated(text, undefined, newCase('', '', guideId), { guide, overlay: null, today, language });
  return told?.changes.length || (wanting.test(text) && !isQuestion(text)) ? { text, opening: true } : undefined;
}
