/** Several cases in one conversation: a new one, the list, switching, naming. Facts of cases never mix. */
import { say } from '../knowledge/language.ts';
import { type CaseRecord, type ConversationRecord, newCase, openCase } from '../state/conversation.ts';
import type { Command } from './commands.ts';
import { isAsking } from './consult.ts';
import { numberIn } from './number.ts';
import { chooseCase, positionOf } from './position.ts';
import type { Frame } from './verdict.ts';
import { words } from './wording.ts';

const maxCases = 20;
const switching =
  /^(?:切换|切|换|回|转|打开|看|去)?(?:到|成|去)?第?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:份|个)(?:申报|自查|项目)?$/;
const naming =
  /^(?:(?:把)?(?:这(?:一)?份)?(?:改名|命名|起名|重命名|改个名|取名|名字改)(?:为|成|叫|叫做)?|(?:这(?:一)?份)(?:就)?叫)[：: “"]*(.{1,20}?)[”"。]*$/;

export interface CasesTurn {
  conversation: ConversationRecord;
  said: string[];
}

/** What a message does to the list of cases; undefined when it is about the open case. */
export function casesTurn(
  text: string,
  command: Command | undefined,
  conversation: ConversationRecord,
  newId: () => string,
  guideId: string,
  { language }: Pick<Frame, 'language'>,
): CasesTurn | undefined {
  const own = words(language);
  const said = text.normalize('NFKC').trim();
  if (command === 'new-case') return begun(conversation, newId(), guideId, own);
  if (command === 'cases') return listedCases(conversation, own);
  if (command) return undefined;
  const current = openCase(conversation);
  const choosing = current?.asking?.id === chooseCase;
  const name = naming.exec(said)?.[1]?.trim();
  if (name && current && (choosing || !current.asking || said.startsWith('改名') || said.startsWith('这份叫'))) {
    return {
      conversation: withCase(conversation, { ...closed(current), name }),
      said: [say(own.caseRenamed, { name })],
    };
  }
  const number = numberIn(switching.exec(said)?.[1] ?? (choosing ? said : ''));
  if (number === undefined && !choosing) return undefined;
  const wanted =
    number === undefined ? conversation.cases.find((each) => each.name === said) : conversation.cases[number - 1];
  if (wanted) return switched(conversation, wanted, own);
  // A question chooses none: it is answered, and the case goes on.
  if (choosing && isAsking(text)) return undefined;
  return choosing || switching.test(said) ? notThere(conversation, choosing, own) : undefined;
}

type Own = ReturnType<typeof words>;

function begun(conversation: ConversationRecord, id: string, guideId: string, own: Own): CasesTurn {
  if (conversation.cases.length >= maxCases) return { conversation, said: [say(own.tooManyCases, { n: maxCases })] };
  const name = say(own.caseName, { n: conversation.cases.length + 1 });
  const record = newCase(id, name, guideId);
  const said = conversation.cases.length ? [say(own.caseNew, { name })] : [];
  return { conversation: { ...conversation, cases: [...conversation.cases, record], openCase: id }, said };
}

function listedCases(conversation: ConversationRecord, own: Own): CasesTurn {
  const current = openCase(conversation);
  const lines = conversation.cases.map((each, at) =>
    say(own.caseLine, {
      n: at + 1,
      name: each.name,
      what: whatOf(each, own),
      open: each.id === current?.id ? own.caseOpen : '',
    }),
  );
  if (!current) return { conversation, said: lines };
  const asking = { id: chooseCase, tries: 0, again: false };
  return { conversation: withCase(conversation, { ...current, asking }), said: lines };
}

function whatOf(record: CaseRecord, own: Own): string {
  const unit = positionOf(record).facts['unit.name'];
  const lead = typeof record.behalf === 'object' ? record.behalf.name : '';
  const state = record.ended ? own.caseEnded : say(own.caseAnswered, { n: record.trail.length });
  return [lead, unit, state].filter(Boolean).join(own.comma);
}

function switched(conversation: ConversationRecord, wanted: CaseRecord, own: Own): CasesTurn {
  const current = openCase(conversation);
  const left = current ? withCase(conversation, closed(current)) : conversation;
  const found = closed(left.cases.find((each) => each.id === wanted.id) ?? wanted);
  return {
    conversation: { ...withCase(left, found), openCase: found.id },
    said: [say(own.caseSwitched, { name: found.name }), ...(found.ended ? [own.afterEnd] : [])],
  };
}

function notThere(conversation: ConversationRecord, choosing: boolean, own: Own): CasesTurn | undefined {
  const current = openCase(conversation);
  if (!current || !choosing) return { conversation, said: [own.whichCase] };
  const tries = (current.asking?.tries ?? 0) + 1;
  // The second time it is an answer to the question that stood open before the list.
  if (tries > 1) return undefined;
  return {
    conversation: withCase(conversation, { ...current, asking: { id: chooseCase, tries, again: false } }),
    said: [],
  };
}

/** A case whose list question is no longer open. */
function closed(record: CaseRecord): CaseRecord {
  const { asking, ...rest } = record;
  return asking && asking.id !== chooseCase ? record : rest;
}

const withCase = (conversation: ConversationRecord, record: CaseRecord): ConversationRecord => ({
  ...conversation,
  cases: conversation.cases.map((each) => (each.id === record.id ? record : each)),
});
