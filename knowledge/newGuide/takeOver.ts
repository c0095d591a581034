/** Everything that the new guide takes over from the old one, sorted into what holds and what is put aside. */
import type { GuideFiles } from '../guideSchema.ts';
import type { CategoryRuling } from '../places/category.ts';
import { countryByCode } from '../places/country.ts';
import { answersFor, cautionsFor, openPointsFor, type Sorted, sorted, warningsFor } from './carry.ts';
import type { OldGuide } from './oldGuide.ts';
import { tablesFor } from './otherLanguages.ts';
import type { Call } from './readCall.ts';
import type { Calls } from './rows.ts';

export interface TakenOver {
  /** What the files hold, by their path in the folder. */
  values: [file: string, value: unknown][];
  /** What was carried over and what was not, by file. */
  sorted: ReadonlyMap<string, Sorted<unknown>>;
  /** Texts in other languages that were left out. */
  untranslated: number;
}

export function takeOver(call: Call, old: OldGuide, calls: Calls): TakenOver {
  const lists = { old: old.files, now: call.files };
  const rules = sorted(old.rules.rules, calls);
  const cautions = cautionsFor(old, calls, idsOf(rules), lists);
  const answers = answersFor(old, calls);
  const answerIds = new Set([...answers.values()].flatMap(({ rows }) => rows.map(({ id }) => id)));
  const openPoints = openPointsFor(old, calls, {
    rules: idsOf(rules),
    cautions: idsOf(cautions),
    answers: answerIds,
  });
  const warnings = warningsFor(old, calls);
  const rulings = sorted(
    old.rulings.map((each) => ({ ...withEntry(each, lists), id: each.code })),
    calls,
  );
  const questions = sorted(old.questions, calls);
  const translated = tablesFor(old, calls, {
    changes: new Map([...rules.changes, ...cautions.changes]),
    directions: numbersOf(lists),
  });
  return {
    values: [
      ['template.json', { ...call.files.template, warnings: warnings.rows }],
      ['cautions.json', cautions.rows],
      ['rules.json', { rules: rules.rows, rows: old.rules.rows }],
      ['rulings.json', rulings.rows.map(({ id: _id, ...ruling }) => ruling)],
      ['openPoints.json', openPoints.rows],
      ['questions.json', questions.rows],
      ...[...answers].flatMap(([name, { also, rows }]): [string, unknown][] =>
        rows.length === 0 ? [] : [[`answers/${name}`, { ...(also && { also }), units: rows }]],
      ),
      ...translated.tables,
    ],
    sorted: new Map<string, Sorted<unknown>>([
      ['rules.json', rules],
      ['cautions.json', cautions],
      ['template.json', warnings],
      ['openPoints.json', openPoints],
      ['rulings.json', rulings],
      ['questions.json', questions],
      ...[...answers].map(([name, each]): [string, Sorted<unknown>] => [`answers/${name}`, each]),
    ]),
    untranslated: translated.left,
  };
}

const idsOf = ({ rows }: Sorted<{ id: string }>): Set<string> => new Set(rows.map(({ id }) => id));

type Lists = { old: GuideFiles; now: GuideFiles };

/** 附1把俄罗斯列在……（十三）: the number that its entry has now. */
function withEntry(ruling: CategoryRuling, { old, now }: Lists): CategoryRuling {
  const name = countryByCode(ruling.code)?.zh;
  const [was, is] = [old, now].map(({ agreements }) => agreements.find(({ party }) => party === name)?.item);
  return was !== undefined && is !== undefined ? { ...ruling, reason: ruling.reason.replace(was, is) } : ruling;
}

/** Numbers of the directions that are in both calls. */
function numbersOf({ old, now }: Lists): Map<string, string> {
  return new Map(
    old.directions.flatMap(({ number, title }): [string, string][] => {
      const same = now.directions.find((each) => each.title === title);
      return same ? [[String(number), String(same.number)]] : [];
    }),
  );
}
