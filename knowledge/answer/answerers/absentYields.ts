/** When a topic that the guide does not write gives way: the question has something that the guide surely answers. */
import { termScores } from '../../read/directionTerms.ts';
import { type Asked, named } from '../asked.ts';
import type { AnswerFrame, Draft } from '../draft.ts';

/** Words of chance, time and number, said by the way beside a date, an age or an amount (六七年的，能过不). */
const besideVerdict = new Set([
  'guarantee',
  'deadline',
  'process-time',
  'limit-count',
  'team-size',
  'level-counts',
  'acceptance',
]);
/** What a direction's own indicators and content speak of, or what only sounds like a topic beside its words. */
const besideDirection = new Set([
  'guarantee',
  'deadline',
  'limit-count',
  'team-size',
  'student-member',
  'file-format',
  'form-format',
  'paper-copy',
  'ethics-paper',
  'registration-of-results',
  'acceptance',
  'joint-lab-what',
  'unit-rank',
  'epidemic',
  'submit-system',
  'env-word',
  'same-topic',
  'level-counts',
  'process-time',
  'open-word',
  'partner-rank',
  'equipment-cost',
  'loss-making',
  'industry-wish',
  'genetic-resources',
  'defence',
  'review',
  'training',
  'account',
  'in-kind',
  'paper-credit',
]);
/** Other persons and other money: a verdict about the lead or the unit's own funds is none about them. */
const firm = new Set([
  'two-leads',
  'member-title',
  'in-kind',
  'bank-loan',
  'other-public-money',
  'partner-money',
  'renamed-unit',
  'title-abroad',
  'notarise',
]);

/** Whether a topic stands before a verdict about a date, an age or an amount. */
export const standsFirm = (topic: string) => firm.has(topic);

/** What is wanted of a direction: how much, what, or which one. */
const asksNumber =
  /多少|几(?!乎|率|成把握)|百分之|多大|多高|比别的|多一[个项]|最少|至少|不少于|最多|达到|做到|搞到|压到|要求|指标|哪些|什么|啥|\bhow (?:many|much)\b|\bwhat\b|indicator/;
const seeks =
  /(?:报|选|挂|套|靠|归|对|投|走|挑|申请|沾)(?:得)?(?:进|到|上|得上|在|边)?(?:的|是|应该)?(?:哪|什么|啥|么子|第几)|对口|对得上|挂得上|套得上|报得上|靠得上|有(?:能|适合|合适|对应|相关|没有|无).{0,8}(?:题|方向)|哪(?:个|一|条)?(?:方向|题|选题|课题|条|个)|which (?:topic|direction)/;
/** A subject of this weight is one of the directions'. */
const subject = 2;

/**
 * Whether a topic gives way in this question, on which there are these verdicts; a topic that rests on money, people or papers of its
 * own never does.
 */
export function givingWay(asked: Asked, frame: AnswerFrame, verdicts: readonly Draft[]): (topic: string) => boolean {
  const told = (['date', 'age', 'amount', 'title', 'duration'] as const).some((is) => named(asked, is).length > 0);
  const verdict = told && verdicts.length > 0;
  const direction = speaksOfDirection(asked, frame);
  return (topic) => (verdict && besideVerdict.has(topic)) || (direction && besideDirection.has(topic));
}

function speaksOfDirection(asked: Asked, { guide }: AnswerFrame): boolean {
  if (seeks.test(asked.text)) return true;
  if (!asksNumber.test(asked.text)) return false;
  if (named(asked, 'direction').length > 0) return true;
  const [best] = termScores(asked.text, guide.directions);
  return best !== undefined && (best.weight > subject || best.terms > 1);
}
