/** Changing an earlier answer: by number, by name, or by saying what it should be. */
import { withFacts } from '../knowledge/interview.ts';
import { say } from '../knowledge/language.ts';
import { correctedFacts } from '../knowledge/narrate/correctedFacts.ts';
import { factNames, questionNamed } from '../knowledge/narrate/factNames.ts';
import type { Patch } from '../knowledge/question.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { answeredQuestions } from './answered.ts';
import { amendedText, withNewFacts } from './change.ts';
import { numberIn } from './number.ts';
import { positionOf, questionById } from './position.ts';
import { readAnswer, take } from './takeAnswer.ts';
import type { Turn } from './turn.ts';
import type { Frame } from './verdict.ts';
import { words } from './wording.ts';

const aNumber = '(?:第(\\d{1,2}|[一二三四五六七八九十]{1,3})(?:题|个|条|项)?|(\\d{1,2})(?:题|项)?)';
const byNumber = new RegExp(
  `^(?:我|想|要|帮我|请|麻烦|先|把)*(?:修改|更正|重新答|重答|重填|改)(?:一?下)?${aNumber}(?:[,，:： ]*(?:改?成|改为|应该是|应为|是|为)?(.+))?$`,
);
const numberWrong =
  /^(?:前面|刚才|之前)?第(\d{1,2}|[一二三四五六七八九十]{1,3})题(?:我)?(?:答|写|填|选|打|说|点)?(?:错了?|不对|有误|改一下|要改|重答)?(?:[,，:：。 ]*(?:改?成|改为|应该是|应为|是|为)?(.+))?$/;
const byNameAndValue =
  /^(?:我|想|要|帮我|请|麻烦|先)*(?:把)?(?:修改|更正|改(?:一?下)?)?([^,，。;；没还是不]{2,12}?)(?:修?改|更正)?(?:成|为|到)(.+)$/;
const byName =
  /^(?:我|想|要|帮我|请|麻烦|先|把)*(?:修改|更正|重新答|重答|重填|改)(?:一?下)?(?:我的|那个|这个|前面的|刚才的)?([^,，。;；没还是不]{2,12}?)(?:吧|一下|那题|那一题|这题|这一题)?$/;
const nameWrong =
  /^(?:我|那个|刚才|前面|之前|上面)*(?:的)?([^,，。;；没还是不]{2,12}?)(?:我)?(?:那题|那一题|那里)?(?:答|写|填|选|打|说|点|弄|搞)?(?:错了?|不对|有误|要改|改一下|想改)$/;

/** An earlier answer named outright by number or by name (改第3题, 修改职称); undefined when the message is none. */
export function namedAmendment(text: string, record: CaseRecord, frame: Frame): Turn | undefined {
  const said = text.normalize('NFKC').trim().slice(0, 400);
  const number = byNumber.exec(said);
  const wrong = number ? undefined : numberWrong.exec(said);
  const place = number?.[1] ?? number?.[2] ?? wrong?.[1];
  if (place !== undefined) {
    const id = idOfNumber(place, record, frame);
    return id === undefined ? undefined : changed(id, number?.[3] ?? wrong?.[2], record, frame);
  }
  const [, about, value] = /改|更正/.test(said) ? (byNameAndValue.exec(said) ?? []) : [];
  const to = about === undefined ? undefined : questionNamed(about);
  if (to !== undefined && wasAnswered(to, record)) return changed(to, value, record, frame);
  const bare = said.replace(/[。.!！~～，,\s]+$/g, '');
  const name = (byName.exec(bare) ?? nameWrong.exec(bare))?.[1];
  const named = name === undefined ? undefined : questionNamed(name);
  return named !== undefined && wasAnswered(named, record) ? changed(named, undefined, record, frame) : undefined;
}

/** Words that take something back. */
const takesBack =
  /(?:写|打|填|答|说|选|记|弄|搞|看|点|报|算|输)(?:错|岔|反|混|串|漏)|改(?:一?下|成|为|过来)|更正|纠正|订正|(?:前面|刚才|刚刚|之前|上面|先前|早先).{0,16}(?:不对|不是|有误|应该|应为|其实|改|错)|(?<!登)记成|不是.{1,12}(?:而是|是)|其实(?:是|已经|还)|(?:应该|应当)是|少(?:打|写)了|多(?:打|写)了/;

/**
 * An earlier answer taken back by saying what it is. An answer to the open question wins, unless the message names
 * something else as wrong.
 * @param open id of the question that the message would answer, when it does
 */
export function saidAmendment(
  text: string,
  open: string | undefined,
  record: CaseRecord,
  frame: Frame,
): Turn | undefined {
  const said = text.normalize('NFKC').trim().slice(0, 400);
  if (!takesBack.test(said)) return undefined;
  if (open !== undefined && !namesAnother(said, open)) return undefined;
  return corrected(said, open, record, frame);
}

/** Whether the message speaks by name of what another question is about. */
function namesAnother(text: string, open: string): boolean {
  const wrong = text.split(/[,，。;；]/).filter((clause) => /错|不对|有误|更正|改/.test(clause));
  return wrong.some(
    (clause) =>
      ofBefore.test(clause.trim()) || factNames.some(([question, names]) => question !== open && names.test(clause)),
  );
}

/** 前面说错了, without a word of what: another answer than the one being given. */
const ofBefore =
  /^(?:我)?(?:前面|刚才|刚刚|之前|上面|先前)(?:那个)?(?:我)?(?:说|写|填|报|答|打|选|记)(?:的)?(?:错了?|不对|有误)$/;

function idOfNumber(text: string, record: CaseRecord, frame: Frame): string | undefined {
  const number = numberIn(text);
  return answeredQuestions(record, frame).find((each) => each.number === number)?.id;
}

const wasAnswered = (id: string, record: CaseRecord): boolean => record.trail.some((each) => each.startsWith(id));

/** Takes the new answer if it is there, otherwise asks the question again. */
export function changed(id: string, answer: string | undefined, record: CaseRecord, frame: Frame): Turn {
  const again: CaseRecord = { ...record, asking: { id, tries: 0, again: true }, ended: false };
  const open = questionById(id, frame.guide);
  const reading = answer && open ? readAnswer(answer, open, again, frame) : undefined;
  if (open && reading?.is === 'value') {
    const { record: after, said, basis } = take(answer ?? '', reading, open, again, frame);
    return { record: after, said, replies: [], basis };
  }
  return { record: again, said: [askedAgainText(id, record, frame)], replies: [] };
}

/** 「职称原来记的是“讲师”。不改就回复“跳过”。」 */
export function askedAgainText(id: string, record: CaseRecord, frame: Frame): string {
  const old = answeredQuestions(record, frame).find(
    (each) => id === each.id || id.startsWith(`${each.id}/`) || id.startsWith(`${each.id}#`),
  );
  const own = words(frame.language);
  return old ? say(own.back, { name: old.name, value: old.value }) : own.backPlain;
}

function corrected(text: string, open: string | undefined, record: CaseRecord, frame: Frame): Turn | undefined {
  const { facts } = positionOf(record);
  const found = correctedFacts(text, { facts, guide: frame.guide, today: frame.today, index: 0 }, open);
  if (found === undefined) return undefined;
  if (!found.stated.length) {
    return found.reask !== undefined && wasAnswered(found.reask, record)
      ? changed(found.reask, undefined, record, frame)
      : undefined;
  }
  const patch: Patch = Object.assign({}, ...found.stated.map((each) => each.patch));
  const after = withNewFacts(
    record,
    withFacts(facts, patch),
    found.stated.map(({ question }) => question),
    frame,
  );
  if (!after.changes.length) return undefined;
  return {
    record: after.record,
    said: [amendedText(after.changes, frame), ...after.said],
    replies: [],
    basis: after.basis,
  };
}
