/** Facts that a message states beside the answer to the open question. */
import { withFacts } from '../knowledge/interview.ts';
import { say } from '../knowledge/language.ts';
import { suppliedSince } from '../knowledge/narrate/progress.ts';
import { allStated, statedFacts } from '../knowledge/narrate/stated.ts';
import { type Change, changesBetween } from '../knowledge/recorded.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { type Changed, onlyNew, withNewFacts } from './change.ts';
import { positionOf } from './position.ts';
import type { Frame } from './verdict.ts';
import { words } from './wording.ts';

/**
 * The case with what else the message states. What is known already stands: only a correction changes it.
 * @param open id of the question that the message answers
 */
export function alsoStated(
  text: string,
  open: string | undefined,
  record: CaseRecord,
  frame: Frame,
): Changed | undefined {
  const { guide, today, language } = frame;
  const who = record.behalf === 'self' ? 'self' : 'other';
  const before = positionOf(record).facts;
  let facts = before;
  const answered: string[] = [];
  const updated: string[] = [];
  // 推荐函刚开好了: what was lacking has been supplied since.
  for (const { question, patch } of suppliedSince(
    text,
    { facts: before, guide, today, index: 0 },
    who,
    open ? [open] : [],
  )) {
    facts = withFacts(facts, patch);
    answered.push(question);
    updated.push(...Object.keys(patch).filter((id) => id in before));
  }
  const stands: Change[] = [];
  for (const { question, patch } of statedFacts(text, { facts, guide, today, index: 0 }, who, open ? [open] : [])) {
    const { patch: fresh, contradicted } = onlyNew(facts, patch);
    if (contradicted) stands.push(...changesBetween(before, withFacts(before, patch), guide, language));
    if (Object.keys(fresh).length === 0) continue;
    facts = withFacts(facts, fresh);
    answered.push(question);
  }
  const said = keptText(stands, frame);
  if (!answered.length) return said ? { record, changes: [], said: [said], basis: {} } : undefined;
  const after = withNewFacts(record, facts, answered, frame);
  const changes = after.changes.map((each) =>
    updated.includes(each.path) ? { ...each, updated: true as const } : each,
  );
  return { ...after, changes, said: [said, ...after.said] };
}

/** 「刚才说的和前面记的不一样，先按前面的：职称：讲师。」 */
function keptText(stands: readonly Change[], { language }: Frame): string {
  const own = words(language);
  const items = stands.flatMap(({ name, before }) => (before === undefined ? [] : [`${name}${own.colon}${before}`]));
  return items.length ? say(own.keepsOld, { items: items.join(own.semicolon) }) : '';
}

const turnsAside = /(?<=[,，。;；!！\s])(?=另外|对了|顺便|此外|还有个事|还有件事|再说一句|补充一下|补一句)/;

/** The message without what it says aside of other questions (都有，另外推荐函还没开 → 都有). */
export function withoutAsides(text: string, open: string, record: CaseRecord, { guide, today }: Frame): string {
  const [head = text, ...asides] = text.split(turnsAside);
  if (!asides.length || head.trim() === '') return text;
  const { facts } = positionOf(record);
  const who = record.behalf === 'self' ? 'self' : 'other';
  const own = asides.filter((each) => !allStated(each, { facts, guide, today, index: 0 }, who, [open]).length);
  return [head.replace(/[,，。;；\s]+$/, own.length ? '，' : ''), ...own].join('');
}
