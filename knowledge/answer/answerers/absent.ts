/** What the guide does not write, and what is refused: certain as soon as the asking clause holds a word for it, however near a rule may be. */
import type { Guide } from '../../guide.ts';
import type { Asked, Span } from '../asked.ts';
import type { AnswerFrame, AnswerStatus, Draft } from '../draft.ts';
import { weightOf } from '../lexicon.ts';
import { rowOf } from '../rowOf.ts';
import type { UnitRow } from '../unitSchema.ts';
import { askingClause } from '../unknown.ts';
import { withSigns } from './absentSigns.ts';
import { givingWay, standsFirm } from './absentYields.ts';
import { withoutCircumstance } from './circumstance.ts';
import { conditions } from './conditions.ts';
import { touches, units } from './units.ts';

/** A concept of this weight, required by a unit on what is absent, is never only a circumstance. */
const strong = 1.6;
/** What such a topic adds to the score, and what a thing that is refused adds: it wins over every answer. */
const sure = 1.5;
const refused = 4;
const firmly = 4.5;
/** What is said twice, by name and by a turn of speech. */
const twice = 1;
/** A refusal with such a bonus of its own (other people's papers) needs no word that is certain by itself. */
const ownRight = 2;

export function absent(plain: Asked, frame: AnswerFrame): Draft[] {
  const asked = withSigns(withoutCircumstance(plain));
  const { guide } = frame;
  const clause = askingClause(asked);
  const topics = absentTopics(guide);
  const fitting = units(asked, frame).map((draft) => ({ draft, topics: topicsOf(rowOf(guide, draft.id)) }));
  // Topics for which a rule that fits asks by name: there the guide does say something.
  const taught = new Set(fitting.filter(({ draft }) => draft.status === 'answered').flatMap((each) => each.topics));
  const rest = [...asked.concepts].filter((concept) => !topics.has(concept));
  const verdicts = conditions(asked, frame).filter(({ status }) => status === 'answered');
  const yields = givingWay(asked, frame, verdicts);
  // 67年的，退休返聘的能牵头吗: the clause that asks names only what the guide does not write
  const verdictTold = !isJudgedIn(asked, clause) && verdicts.some(({ id }) => id.startsWith('conditions.'));
  const firm = (topic: string) =>
    standsFirm(topic) || (verdictTold && topic !== exception && stands(topic, asked, clause));
  const things = asked.mentions.map(({ is }) => `@${is}`);
  const certain = ({ draft, topics: own }: (typeof fitting)[number]) =>
    !own.some((topic) => yields(topic)) &&
    (isDeclined(draft)
      ? (draft.bonus ?? 0) >= ownRight || own.some((topic) => asked.concepts.has(topic))
      : rowOf(guide, draft.id)?.anywhere === true ||
        own.some((topic) => !taught.has(topic) && stands(topic, asked, clause)) ||
        isJoined(rowOf(guide, draft.id), asked, clause));
  const sureOnes = fitting.filter((each) => (isAbsent(each.draft) || isDeclined(each.draft)) && certain(each));
  const named = sureOnes.filter(({ topics: own }) => !own.some(isSign));
  const turned = named.length < sureOnes.length;
  // a topic with a name of its own says better what is not written than the turn of speech does
  return (named.length > 0 ? named : sureOnes).map(({ draft, topics: own }) => ({
    ...draft,
    uses: [...draft.uses, ...rest, ...things],
    bonus:
      (draft.bonus ?? 0) +
      (isDeclined(draft) ? refused : turned || rowOf(guide, draft.id)?.anywhere || own.some(firm) ? firmly : sure) +
      (turned && named.length > 0 ? twice : 0),
  }));
}

const isSign = (topic: string) => topic.startsWith('sign-');

/** 差几天行不行, 有没有例外: asked of the very rule, which then answers it. */
const exception = 'gender';
/** What a verdict is about. */
const judged: readonly string[] = ['date', 'age', 'amount', 'duration', 'title'];

/** Whether the clause that asks names something that a verdict could be about (六七年的能过不). */
const isJudgedIn = ({ mentions }: Asked, { start, end }: Span) =>
  mentions.some((each) => judged.includes(each.is) && each.start >= start && each.end <= end);

/**
 * The question without the topics that stand only in what is told before it: 项目结题了，请问实施期几年 asks nothing about how a
 * project is closed.
 */
export function focused(asked: Asked, guide: Guide): Asked {
  const clause = askingClause(asked);
  const topics = absentTopics(guide);
  const told = new Set([...topics].filter((topic) => asked.concepts.has(topic) && !stands(topic, asked, clause)));
  if (told.size === 0) return asked;
  const touched = asked.touched.filter(({ concept }) => !told.has(concept));
  return { ...asked, touched, concepts: new Set(touched.map(({ concept }) => concept)) };
}

/**
 * Two things or more that make the topic only together, in the clause that asks: 外方 with 出钱. A sure topic may stand before it:
 * 单位刚改名, 注册时间从哪算.
 */
function isJoined(unit: UnitRow | undefined, asked: Asked, clause: Span): boolean {
  if (unit === undefined || unit.all.length < 2) return false;
  const inClause = unit.all.filter((each) =>
    (typeof each === 'string' ? [each] : each).some(
      (concept) => stands(concept, asked, clause) || (concept.startsWith('@') && touches(asked, concept)),
    ),
  );
  return (
    inClause.length === unit.all.length ||
    (inClause.length > 0 && topicsOf(unit).some((topic) => asked.concepts.has(topic)))
  );
}

const isAbsent = ({ status }: { status?: AnswerStatus | undefined }) => status === 'not-in-guide';
const isDeclined = ({ status }: { status?: AnswerStatus | undefined }) => status === 'declined';
const topicsOf = (unit: UnitRow | undefined) =>
  unit?.all.flat().filter((concept) => !concept.startsWith('@') && weightOf(concept) >= strong) ?? [];
const known = new WeakMap<Guide, ReadonlySet<string>>();

function absentTopics(guide: Guide): ReadonlySet<string> {
  const topics = known.get(guide) ?? new Set(guide.answers.filter(isAbsent).flatMap(topicsOf));
  known.set(guide, topics);
  return topics;
}

/** Whether a topic stands in the clause that asks, or in another one that asks, too (要不要先办审批, 谁去办). */
const stands = (topic: string, { touched, text }: Asked, { start, end }: Span) =>
  touched.some(
    (each) => each.concept === topic && ((each.start >= start && each.end <= end) || asks(text, clauseAt(text, each))),
  );

const asks = (text: string, { start, end }: Span) => sharp.test(text.slice(start, end));
const sharp = /[吗]$|[?]|(.)[不没]\1|能否|可否|谁|哪|怎|什么|啥|如何|多少/;
const clauseEnd = /[,，。;；:：!！\n?？]/;

/** The clause around a word; with the question mark behind it. */
function clauseAt(text: string, { start, end }: Span): Span {
  const from = [...text.slice(0, start)].findLastIndex((sign) => clauseEnd.test(sign)) + 1;
  const length = text.slice(end).search(clauseEnd);
  return {
    start: from,
    end: length < 0 ? text.length : end + length + (/[?？]/.test(text.charAt(end + length)) ? 1 : 0),
  };
}
