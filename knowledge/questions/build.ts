/** Small builders that the questions share: parts answered by yes or no, and answers kept as facts. */
import type { Facts, PartialDate, Partner } from '../facts.ts';
import { type Phrase, phraseIn } from '../language.ts';
import type { AnswerContext, Part, Patch } from '../question.ts';
import { corrected } from '../read/correction.ts';
import { readDate } from '../read/readDate.ts';
import { readMoney } from '../read/readMoney.ts';
import { readYesNo } from '../read/readYesNo.ts';
import { saysUnknown } from '../read/sureness.ts';
import { yearFirst } from '../read/yearFirst.ts';
import type { Reading } from '../reading.ts';

/** A reading whose value is turned into facts; fields that are absent are left out. */
export function asFacts<T>(reading: Reading<T> | undefined, facts: (value: T) => Patch): Reading<Patch> | undefined {
  if (reading?.is !== 'value') return reading;
  const patch = Object.fromEntries(Object.entries(facts(reading.value)).filter(([, value]) => value !== undefined));
  if (Object.keys(patch).length === 0) return undefined;
  return { is: 'value', value: patch, ...(reading.echo !== undefined && { echo: reading.echo }) };
}

/** Yes and no as facts. "Not yet" and "partly" count as no: the thing is not there; `strict`: they are no answer. */
export function yesNo(text: string, yes: Patch, no: Patch, strict = false): Reading<Patch> | undefined {
  return asFacts(readYesNo(text), (value) => {
    if (value === 'yes') return yes;
    return value === 'no' || !strict ? no : {};
  });
}

/** A part-question answered by yes or no. */
export function flagPart(
  ask: string,
  id: keyof Facts,
  options: { yes?: boolean; choices?: readonly Phrase[] } = {},
): Part {
  const yes = options.yes ?? true;
  const choices = options.choices ?? ['是', '不是', '不确定'];
  const labels = choices.map((choice) => phraseIn(choice, 'zh'));
  const strict = bars.has(id);
  return {
    ask,
    choices,
    read: (text) =>
      strict && unsure.test(text) && !labels.includes(text.trim())
        ? { is: 'unknown' }
        : either(text, labels, { yes: { [id]: yes }, no: { [id]: !yes }, strict }),
  };
}

/** One of the question's own labels, or yes and no in other words. */
export function either(
  text: string,
  labels: readonly string[],
  { yes, no, strict = false }: { yes: Patch; no: Patch; strict?: boolean },
): Reading<Patch> | undefined {
  return labelRead(text, labels, yes, no) ?? yesNo(text, yes, no, strict);
}

/** Beside a bar, these words leave it open whatever else is said. */
const unsure =
  /不(?:太|大|是很|怎么|敢)?(?:确定|清楚|知道|了解|晓得)|没(?:有)?(?:查|问|打听)过?|说不(?:准|好|上)|[拿吃]不准/;

/** Facts on which a bar hangs: "partly" and "not yet" decide nothing about them. */
const bars: ReadonlySet<string> = new Set([
  'lead.civilServant',
  'lead.managesProgrammes',
  'lead.researchMisconductInForce',
  'lead.creditBlacklist',
  'lead.employedByMainlandUnit',
  'unit.registeredInJiangxi',
  'unit.legalPerson',
]);

/** A label of the question itself: 没…, 不…, 还没… say no, 不确定 that it is not known, the others yes. */
function labelRead(text: string, labels: readonly string[], yes: Patch, no: Patch): Reading<Patch> | undefined {
  const label = text.trim();
  if (!labels.includes(label)) return undefined;
  if (/^不(?:确定|清楚|知道)/.test(label)) return { is: 'unknown' };
  return { is: 'value', value: /^(?:没|不|还没|未|都没|都还没|有没)/.test(label) ? no : yes };
}

/** The `partners` list with some fields of the partner asked about set. */
export function withPartner(
  { facts, index }: AnswerContext,
  fields: { [K in keyof Partner]?: Partner[K] | undefined },
): Patch {
  const partners = [...(facts.partners ?? [])];
  while (partners.length <= index) partners.push({});
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  partners[index] = { ...partners[index], ...Object.fromEntries(known) };
  return known.length ? { partners } : {};
}

/** The three retries of a question answered by one of two labels. */
export function eitherRetry(yes: string, no: string): readonly [string, string, string] {
  return [
    `请回复“${yes}”或“${no}”；不清楚就回复“不知道”。`,
    `没看懂，只要回复“${yes}”“${no}”或“不知道”。`,
    '这一题先放着，最后再补。',
  ];
}

/** The first reading that understood the text. */
export function firstOf(...readings: (Reading<Patch> | undefined)[]): Reading<Patch> | undefined {
  return readings.find((each) => each?.is === 'value') ?? readings.find((each) => each !== undefined);
}

/** A date in the past; after a year or month was given, what is missing may come alone (「5月20」). */
export function dateAnswer(
  text: string,
  today: string,
  known: PartialDate | undefined,
  options: { recent?: true } = {},
): Reading<PartialDate> | undefined {
  const read = readDate(yearFirst(text), {
    today,
    latest: today,
    ...options,
    ...(known !== undefined && known.length < 10 && { known }),
  });
  // 几月几号讲不准，只记得是1965年, once more: that is all that is known.
  const noMore = read?.is === 'value' && read.value === known && known.length < 10;
  return noMore && (saysUnknown(text) || /只记得|只知道|只有(?:年份?|月份?)/.test(text)) ? { is: 'unknown' } : read;
}

const ownMoney = '(?:自己|自筹|自有|我们(?!打算|准备|想|计划|要|这次|就|报|是|跟|向|和|一共)|配)';
const bothAmounts = new RegExp(`(?:申请|省里).*${ownMoney}|${ownMoney}.*(?:申请|省里)`);

/** The amount asked for; the other one as well when the answer names it outright (省里要90，我们自己出210). */
export function moneyAnswer(text: string, about: 'applied' | 'own', facts: Facts = {}): Reading<Patch> | undefined {
  const other = about === 'own' ? 'applied' : 'own';
  // 我们打算申请 names no money of one's own, and what was taken back names none at all.
  const also = bothAmounts.test(corrected(text.normalize('NFKC'))) ? readMoney(text, { about: other }) : undefined;
  const id = { applied: 'funding.applied', own: 'unit.ownFunds' } as const;
  return asFacts(readMoney(text, { about, applied: facts['funding.applied'] }), (value) => ({
    [id[about]]: value,
    ...(also?.is === 'value' && { [id[other]]: also.value }),
  }));
}
