/** Who takes this turn: an open interview, a beginning one, or a word of help when there is none. */
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import type { Answer } from '../knowledge/answer/compose.ts';
import { type Language, say } from '../knowledge/language.ts';
import { loadGuide } from '../knowledge/loadGuide.ts';
import { isQuestion } from '../knowledge/read/sureness.ts';
import { titleIn } from '../knowledge/spoken.ts';
import { newCase, openCase } from '../state/conversation.ts';
import { takeBehalf } from './behalf.ts';
import { bindingElsewhere, boundTurn } from './bound.ts';
import { type Command, commandOf } from './commands.ts';
import { basisOf, consultation } from './consult.ts';
import { chosenText, inTalk, memoryOf, remember } from './consultMemory.ts';
import { forwardedReply } from './forwarded.ts';
import { groupReply } from './group.ts';
import { handoverTurn, withOffer } from './handoverTurn.ts';
import { answerPrompt, interviewDialog, interviewId } from './interview.ts';
import { ComponentDialog, DialogTurnStatus } from './library.ts';
import { noticeText } from './notice.ts';
import { ownDataTurn } from './ownData.ts';
import type { Reply } from './reply.ts';
import { guidesOf, type Session, sessionOf } from './session.ts';
import { alsoStated } from './stated.ts';
import type { Frame } from './verdict.ts';
import { type Words, words } from './wording.ts';

const longestMessage = 4000;

/** The greeting of a conversation: who speaks, what is kept and how to see and delete it, what not to send. */
export function greeting(guideId: string, keptDays: number, language: Language, guides = loadGuide): Reply {
  const { title } = guides(guideId);
  const own = words(language);
  const notice = noticeText(keptDays, language);
  return { text: say(own.greeting, { guide: titleIn(title, language), notice }), choices: [own.start] };
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
    const { text: typed = '' } = context.activity;
    if (session.group) {
      const reply = (await bindingElsewhere(typed, session)) ?? groupReply(typed, session);
      await context.sendActivity(session.present(inTalk(reply, session)));
      return { status: DialogTurnStatus.complete };
    }
    const bound = await boundTurn(typed, session);
    for (const reply of bound.replies)
      await context.sendActivity(session.present(inTalk(reply, session), openCase(session.record)));
    if (!bound.onward) return { status: inner.activeDialog ? DialogTurnStatus.waiting : DialogTurnStatus.complete };
    if (session.forwarded && typed.trim() !== '') {
      await context.sendActivity(session.present(inTalk(forwardedReply(typed, session), session)));
      return { status: inner.activeDialog ? DialogTurnStatus.waiting : DialogTurnStatus.complete };
    }
    const about = await ownDataTurn(typed, session);
    if (about) {
      await context.sendActivity(session.present(about, openCase(session.record)));
      return { status: inner.activeDialog ? DialogTurnStatus.waiting : DialogTurnStatus.complete };
    }
    const text = chosenText(typed, session);
    const own = words(session.language);
    const refusal = refusalOf(text, own);
    if (refusal) {
      await context.sendActivity(session.present({ text: refusal }));
      return { status: DialogTurnStatus.waiting };
    }
    const begun = openCase(session.record);
    const help = await handoverTurn(text, session);
    if (help) {
      remember(session, undefined, [help]);
      await context.sendActivity(session.present(help, begun));
      return { status: inner.activeDialog ? DialogTurnStatus.waiting : DialogTurnStatus.complete };
    }
    if (!begun) {
      const first = howToBegin(text, session);
      if (first === undefined) {
        await context.sendActivity(session.present(inTalk(withoutCase(text, session), session)));
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

/** While no case is open: the answer to a question, or a word on how to begin. */
function withoutCase(text: string, session: Session): Reply {
  const own = words(session.language);
  const frame = frameOf(session);
  const command = commandOf(text);
  const found = command ? undefined : consultation(text, frame, 'welcome');
  const reply = found ? withOffer(answeredWith(found.answer, own), session, text) : onBeginning(command, frame, own);
  remember(session, found?.memory, [reply]);
  return reply;
}

function answeredWith(answer: Answer, own: Words): Reply {
  const text = answer.status === 'answered' ? answer.answer : `${answer.answer}\n${own.toStart}`;
  return { text, choices: [...answer.suggestions, own.start], answer, basis: basisOf(answer) };
}

function onBeginning(command: Command | undefined, frame: Frame, own: Words): Reply {
  const choices = [own.start];
  return { text: command === 'help' ? own.help : say(own.noCase, { year: frame.guide.year }), choices };
}

const frameOf = (session: Session): Frame => ({
  ...guidesOf(session),
  today: session.today,
  language: session.language,
  consulted: memoryOf(session),
});

const wanting =
  /自查|(?:看|查|对)(?:一?下|看)?条件|(?:能不能|可不可以|够不够格|想|要|打算|准备|能)(?:申)?报|(?:想|打算|准备)[和跟与][^,，。?？]{2,16}(?:一起|联合)(?:申)?报|符合条件/;

/** 在吗，我们想报: asks nothing of the guide. */
const hail = /^(?:在吗|在么|在不在|有人吗|您?好|你好|老师好?|hi|hello)[\s,，。!！?？~～]+/i;
/** 帮周主任问的, and nothing of what. */
const onlyAsks = /(?:问|咨询|看|查|自查|测)(?:的|问|看|一下|下)?[。.!！~～]*$/;
/** 想测一下我们公司能不能报. */
const tries =
  /^(?:我|我们|想|要|先|来|麻烦|帮我|请)*(?:测|试|核对?|自查|评估)(?:一?下|测|试|看)?[^?？]{0,12}能不能(?:申)?报[。.!！~～]*$/;

/** Asks for something particular: 能报几项. */
const particular = /几|多少|什么|哪|谁|怎么/;

/**
 * How a first message opens the interview: by command, or by telling or wanting something; undefined when it does not. A
 * question that tells one thing (1964年生的能报吗) is a question.
 */
function howToBegin(text: string, session: Session): { text?: string; opening?: boolean } | undefined {
  const command = commandOf(text);
  if (command === 'start' || command === 'new-case') return {};
  if (command) return undefined;
  const frame = frameOf(session);
  const blank = newCase('', '', session.guideId);
  const told = alsoStated(text, undefined, blank, frame)?.changes.length ?? 0;
  const said = text.slice(0, 400).replace(hail, '');
  const question = isQuestion(said) || (told === 1 && consultation(said, frame) !== undefined);
  // 替一家企业的张总问问: somebody is asked for, and nothing in particular.
  const forSomebody = () =>
    onlyAsks.test(text) &&
    takeBehalf(text, blank, session.language, 'opening').record.behalf !== undefined &&
    consultation(text, frame, 'welcome') === undefined;
  const wants = wanting.test(text) && !particular.test(text);
  const opens = told > 1 || (!question && (told > 0 || wants || forSomebody())) || tries.test(said);
  return opens ? { text, opening: true } : undefined;
}
