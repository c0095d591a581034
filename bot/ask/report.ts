/** The grades of a whole set, counted and printed. */
import { type Grade, grade } from './grade.ts';
import { figuresIn } from './normalised.ts';
import { type SetItem, turnsOf } from './questionSet.ts';

/** How many were so, of how many. */
type Share = [right: number, all: number];

export interface Report {
  n: number;
  all: Share;
  kind: Record<string, Share>;
  diff: Record<string, Share>;
  multi: Share;
  falseAnswer: Share;
  falseYes: Share;
  /** Right and at most 300 characters; lists and directions may be longer. */
  briefOk: number;
  medianLen: number;
  misses: { id: string; kind: string; q: string; why: string; got: string }[];
  /** Answers with figures of two digits or more that stand neither in the guide nor in the question. */
  invented: { id: string; figures: string[] }[];
}

const brief = 300;

/**
 * @param answers by item id; of several turns the last one's
 * @param source the guide's text
 */
export function reported(set: readonly SetItem[], answers: ReadonlyMap<string, string>, source: string): Report {
  const graded = set.map((item) => ({
    item,
    answer: answers.get(item.id) ?? '',
    grade: grade(item, answers.get(item.id) ?? ''),
  }));
  const share = (those: typeof graded, so: (grade: Grade) => boolean): Share => [
    those.filter((each) => so(each.grade)).length,
    those.length,
  ];
  const ok = (each: Grade): boolean => each.ok;
  const by = (key: (item: SetItem) => string): Record<string, Share> =>
    Object.fromEntries(
      [...Map.groupBy(graded, ({ item }) => key(item))].map(([name, those]) => [name, share(those, ok)]),
    );
  const lengths = graded.flatMap(({ answer, grade: { length } }) => (answer ? [length] : [])).sort((a, b) => a - b);
  return {
    n: set.length,
    all: share(graded, ok),
    kind: by(({ kind }) => kind),
    diff: by(({ difficulty }) => difficulty),
    multi: share(
      graded.filter(({ item }) => item.turns),
      ok,
    ),
    falseAnswer: share(
      graded.filter(({ item }) => item.abstain),
      (each) => each.falseAnswer,
    ),
    falseYes: share(
      graded.filter(({ item }) => item.absent),
      (each) => each.falseYes,
    ),
    briefOk: graded.filter(
      ({ item, grade: { ok: right, length } }) =>
        right && (length <= brief || item.maxChars || item.kind === 'direction'),
    ).length,
    medianLen: lengths[lengths.length >> 1] ?? 0,
    misses: graded
      .filter((each) => !each.grade.ok)
      .map(({ item, answer, grade: { why } }) => ({
        id: item.id,
        kind: item.kind,
        q: item.turns ? item.turns.join(' → ') : item.question,
        why: why.join('; '),
        got: answer.slice(0, 120),
      })),
    invented: graded.flatMap(({ item, answer }) => {
      const figures = inventedIn(answer, [source, ...turnsOf(item)]);
      return figures.length ? [{ id: item.id, figures }] : [];
    }),
  };
}

/** Figures of two digits or more in an answer that stand in none of the texts. */
export function inventedIn(answer: string, texts: readonly string[]): string[] {
  const known = new Set(texts.flatMap(figuresIn).map(Number));
  return [...new Set(figuresIn(answer))].filter((figure) => figure.length > 1 && !known.has(Number(figure)));
}

const percent = ([some, all]: Share): string => (all ? `${((100 * some) / all).toFixed(1)}% (${some}/${all})` : '-');
const table = (shares: Record<string, Share>): string[] =>
  Object.entries(shares)
    .sort()
    .map(([name, each]) => `  ${name.padEnd(20)}${percent(each)}`);

/** @param most misses listed */
export function printed(report: Report, most = 30): string {
  const { misses, invented } = report;
  const shown = misses.slice(0, most);
  return [
    `accuracy      ${percent(report.all)}`,
    `false answers ${percent(report.falseAnswer)}  (must-decline items answered as if the guide said it)`,
    `false yes     ${percent(report.falseYes)}  (absent things not denied)`,
    `multi-turn    ${percent(report.multi)}`,
    `brief+right   ${percent([report.briefOk, report.n])}  (right and <=${brief} characters; direction and list items exempt)   median length ${report.medianLen}`,
    '',
    'by kind',
    ...table(report.kind),
    'by difficulty',
    ...table(report.diff),
    '',
    `misses ${misses.length}${misses.length > most ? ` (first ${most})` : ''}`,
    ...shown.map(
      ({ id, kind, q, why, got }) => `  ${id} [${kind}] ${q}\n      ${why}\n      got: ${got.replace(/\s+/g, ' ')}`,
    ),
    '',
    `answers with figures found neither in the guide nor in the question: ${invented.length}/${report.n}`,
    ...invented.slice(0, most).map(({ id, figures }) => `  ${id} ${figures.join(' ')}`),
  ].join('\n');
}
