/** What a publication changes, the overlay that it makes, and what must not be published. Pure. */
import { lexicon } from './answer/lexicon.ts';
import { normalise } from './answer/normalise.ts';
import { spellingOf } from './answer/sameWords.ts';
import type { Guide } from './guide.ts';
import type { Overlay, OverlayRuling, OverlayUnit, OverlayWord } from './overlayForm.ts';

export interface OverlayChange {
  /** With the id of a published unit: in its place; without: a new one. */
  units?: readonly { id?: string; questions: string[]; answer: string; clause?: string; quote?: string }[];
  words?: readonly OverlayWord[];
  /** In place of an earlier ruling on the same point. */
  rulings?: readonly { point: string; choice: string; note?: string }[];
  drop?: { units?: readonly string[]; words?: readonly OverlayWord[]; rulings?: readonly string[] };
}

export interface Publication {
  guide: Guide;
  version: string;
  /** ISO day and name of who approved. */
  date: string;
  by: string;
}

/** The overlay with the change made; the earlier one is not touched. */
export function withChange(
  current: Overlay | null,
  { units = [], words = [], rulings = [], drop = {} }: OverlayChange,
  { guide, version, date, by }: Publication,
): Overlay {
  const old = current?.guide === guide.id ? current : undefined;
  const replaced = new Set([...units.flatMap(({ id }) => id ?? []), ...(drop.units ?? [])]);
  const settled = new Set([...rulings.map(({ point }) => point), ...(drop.rulings ?? [])]);
  const taken = new Set((old?.units ?? []).map(({ id }) => id));
  return {
    version,
    guide: guide.id,
    units: [
      ...(old?.units ?? []).filter(({ id }) => !replaced.has(id)),
      ...units.map(({ id, ...unit }): OverlayUnit => ({ ...unit, id: id ?? newId(taken), date, by })),
    ],
    words: [
      ...(old?.words ?? []).filter((word) => ![...words, ...(drop.words ?? [])].some((each) => isSame(each, word))),
      ...words,
    ],
    rulings: [
      ...(old?.rulings ?? []).filter(({ point }) => !settled.has(point)),
      ...rulings.map((ruling): OverlayRuling => ({ ...ruling, date, by })),
    ],
  };
}

const isSame = (one: OverlayWord, other: OverlayWord): boolean =>
  one.concept === other.concept && normalise(one.word) === normalise(other.word);

/** q1, q2, …: the first that is free, and is free no more. */
function newId(taken: Set<string>): string {
  let number = taken.size + 1;
  while (taken.has(`q${number}`)) number += 1;
  taken.add(`q${number}`);
  return `q${number}`;
}

const most = { units: 2000, words: 2000, questions: 30, question: 200, answer: 800 };
const wordLength = { least: 2, most: 24 };

/** What stands against publishing an overlay, in Chinese sentences; empty when nothing does. */
export function overlayFaults(guide: Guide, overlay: Overlay): string[] {
  const bare = guide.laid?.bare ?? guide;
  if (overlay.guide !== bare.id) return [`这一版属于指南 ${overlay.guide}，不是 ${bare.id}。`];
  return [
    ...(overlay.units.length > most.units ? [`答复最多 ${most.units} 条。`] : []),
    ...(overlay.words.length > most.words ? [`说法最多 ${most.words} 个。`] : []),
    ...overlay.units.flatMap((unit) => unitFaults(unit, bare)),
    ...sharedQuestions(overlay),
    ...overlay.words.flatMap((word) => wordFault(word) ?? []),
    ...overlay.rulings.flatMap(({ point, choice }) => {
      const found = bare.openPoints.find(({ id }) => id === point);
      if (!found) return [`指南没有名为 ${point} 的未定事项。`];
      return found.options.some(({ id }) => id === choice) ? [] : [`“${found.title}”没有 ${choice} 这个选项。`];
    }),
  ];
}

function unitFaults({ questions, answer, clause, quote }: OverlayUnit, { source }: Guide): string[] {
  const name = `“${(questions[0] ?? '').slice(0, 20)}”`;
  const long = questions.some((each) => each.trim().length < 2 || each.length > most.question);
  return [
    ...(questions.length === 0 || questions.length > most.questions
      ? [`${name}：问法要有 1 到 ${most.questions} 个。`]
      : []),
    ...(long ? [`${name}：每个问法 2 到 ${most.question} 个字。`] : []),
    ...(answer.trim() === '' || answer.length > most.answer ? [`${name}：答复 1 到 ${most.answer} 个字。`] : []),
    ...(quote !== undefined && !source.includes(quote) ? [`${name}：引文在指南里找不到，须逐字照录。`] : []),
    ...((clause === undefined) !== (quote === undefined) ? [`${name}：条款和引文要一起写。`] : []),
  ];
}

/** One question has one answer. */
function sharedQuestions({ units }: Overlay): string[] {
  const owner = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, questions } of units) {
    for (const question of questions) {
      const spelling = spellingOf(normalise(question));
      const known = owner.get(spelling);
      if (known !== undefined && known !== id) twice.add(question);
      owner.set(spelling, id);
    }
  }
  return [...twice].map((question) => `“${question.slice(0, 40)}”出现在两条答复里，只能留一条。`);
}

/** What stands against a word, if anything does. */
function wordFault({ concept, word }: OverlayWord): string | undefined {
  const { weights, table } = lexicon();
  const form = normalise(word);
  if (!weights.has(concept)) return `没有名为 ${concept} 的概念。`;
  if (form.length < wordLength.least || form.length > wordLength.most)
    return `“${word.slice(0, 30)}”：说法 ${wordLength.least} 到 ${wordLength.most} 个字。`;
  if (!/^[\p{L}\p{N}][\p{L}\p{N} .%~-]*$/u.test(form)) return `“${word}”：只能是文字和数字。`;
  return table.forms.has(form) ? `“${word}”已经是词库里的说法。` : undefined;
}
