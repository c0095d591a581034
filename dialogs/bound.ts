/**
 * Somebody of staff on a chat channel: 绑定 with a code of the console, 解除绑定, 我是谁, and the two ways of talking. Linked, what they say are
 * other people's questions; by 自查 they have a talk of their own, until 转发, or a day of silence.
 */
import { say } from '../knowledge/language.ts';
import { openCase } from '../state/conversation.ts';
import { commandOf } from './commands.ts';
import { ownDataTurn, withQuestion } from './ownData.ts';
import type { Reply } from './reply.ts';
import { isForOthers, type Session } from './session.ts';
import { standInReply } from './standIn.ts';
import { type Words, words } from './wording.ts';

/** What is said before anybody else has the turn; `onward`: the talk then goes on as anybody's. */
export interface BoundTurn {
  replies: readonly Reply[];
  onward: boolean;
}

const onward: BoundTurn = { replies: [], onward: true };
const said = (...replies: Reply[]): BoundTurn => ({ replies, onward: false });

type Word = { is: 'bind'; code: string } | { is: 'unbind' | 'who' | 'others' };

const forms = {
  bind: /^(?:我要|请)?绑定(?:码|账号)?[:,\s]*([0-9a-z][0-9a-z\s-]{2,38})?$/i,
  unbind: /^(?:我要|请)?(?:(?:解除|取消)绑定|解绑)$/,
  who: /^我是谁$/,
  others: /^(?:回到?|切换?到?)?(?:转发|代答)(?:状态|模式)?$/,
};

function wordOf(typed: string): Word | undefined {
  if (typed.length > 60) return undefined;
  const text = typed
    .normalize('NFKC')
    .replace(/[。.!！?？~～“”"]+/g, '')
    .trim();
  const bind = forms.bind.exec(text);
  if (bind) return { is: 'bind', code: bind[1] ?? '' };
  const found = (['unbind', 'who', 'others'] as const).find((each) => forms[each].test(text));
  return found && { is: found };
}

/** In a group, or where nobody knows who speaks: a code that was shown there is good no longer. */
export async function bindingElsewhere(typed: string, session: Session): Promise<Reply | undefined> {
  const word = wordOf(typed);
  if (word?.is !== 'bind') return undefined;
  await session.voidCode?.(word.code);
  const own = words(session.language);
  return session.group ? { text: own.bindInGroup, alone: true } : withQuestion(own.bindElsewhere, session);
}

export async function boundTurn(typed: string, session: Session): Promise<BoundTurn> {
  const { speaker, record } = session;
  const own = words(session.language);
  if (!speaker) {
    const reply = await bindingElsewhere(typed, session);
    return reply ? said(reply) : onward;
  }
  const { staff } = speaker;
  const word = wordOf(typed);
  if (word?.is === 'bind') return said(await bound(word.code, session, own));
  if (!staff) return word?.is === 'unbind' || word?.is === 'who' ? said(withQuestion(own.notBound, session)) : onward;
  switch (word?.is) {
    case 'unbind':
      await speaker.unbind();
      delete speaker.staff;
      delete record.own;
      return said(withQuestion(own.unbound, session));
    case 'who':
      return said(withQuestion(say(isForOthers(session) ? own.whoOthers : own.whoOwn, { name: staff.name }), session));
    case 'others':
      delete record.own;
      return said({ text: own.nowOthers });
  }
  return isForOthers(session) ? forOthers(typed, session, own) : onward;
}

async function bound(code: string, session: Session, own: Words): Promise<Reply> {
  const { speaker, record } = session;
  if (!speaker || code === '') return withQuestion(own.bindHow, session);
  const found = await speaker.bind(code);
  if (typeof found === 'string') return withQuestion(found === 'wrong' ? own.bindWrong : own.bindTooMany, session);
  delete record.own;
  speaker.staff = found;
  const kept = openCase(record)?.ended === false ? own.boundCase : '';
  return { text: say(own.bound, { name: found.name }) + kept };
}

async function forOthers(typed: string, session: Session, own: Words): Promise<BoundTurn> {
  const { speaker, record } = session;
  const rested = record.own === true;
  if (commandOf(typed) === 'start') {
    record.own = true;
    if (speaker) speaker.rested = false;
    return { replies: [{ text: own.nowOwn }], onward: true };
  }
  delete record.own;
  const reply = (await ownDataTurn(typed, session)) ?? standIn(typed, session, own);
  const marked = speaker?.staff ? { ...reply, basis: { ...reply.basis, staff: speaker.staff } } : reply;
  return said(...(rested ? [{ text: own.againOthers }] : []), marked);
}

function standIn(typed: string, session: Session, own: Words): Reply {
  if (typed.trim() === '') return { text: own.notText };
  if (commandOf(typed) === 'help') return { text: own.nowOthers };
  return typed.length > longest ? { text: say(own.tooLong, { n: longest }) } : standInReply(typed, session);
}

const longest = 4000;
