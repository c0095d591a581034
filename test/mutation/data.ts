/** Mutants of a guide's data: thresholds, comparators, "applies when", kinds, rows. */
import { z } from 'zod';
import { type RuleRow, rulesFile } from '../../knowledge/ruleSchema.ts';
import { dayAfter } from './edits.ts';

/** A changed file of the guide, whole. */
export interface DataMutant {
  file: string;
  operator: string;
  /** What is changed, in words. */
  what: string;
  text: string;
}

type Change = readonly [operator: string, what: string, changed: unknown];

const parameters = z.looseObject({
  parameters: z.record(
    z.string(),
    z.looseObject({ value: z.union([z.string(), z.number(), z.array(z.number())]), unit: z.string() }),
  ),
});

/** Each parameter a little smaller and a little larger, and as if it were told in another unit. */
export function parameterMutants(file: string, text: string): DataMutant[] {
  const guide = parameters.parse(JSON.parse(text));
  return Object.entries(guide.parameters).flatMap(([id, parameter]) =>
    otherValues(parameter.value).map(([operator, value]) => {
      const changed = { ...guide, parameters: { ...guide.parameters, [id]: { ...parameter, value } } };
      const what = `${id}: ${JSON.stringify(parameter.value)} → ${JSON.stringify(value)}`;
      return { file, operator, what, text: JSON.stringify(changed) };
    }),
  );
}

function otherValues(value: string | number | readonly number[]): [operator: string, value: unknown][] {
  if (typeof value === 'string') {
    const year = Number(value.slice(0, 4));
    return [
      ...[-1, 1].map((days): [string, unknown] => ['parameter ± 1 day', dayAfter(value, days)]),
      ...[-1, 1].map((years): [string, unknown] => ['parameter ± 1 year', `${year + years}${value.slice(4)}`]),
    ];
  }
  if (typeof value === 'number') {
    return [
      ...[-1, 1].map((by): [string, unknown] => ['parameter ± 1', value + by]),
      ...[1 / 10_000, 10_000, 1 / 12, 12].map((by): [string, unknown] => ['parameter in another unit', value * by]),
    ];
  }
  return value.flatMap((year, at): [string, unknown][] => [
    ['parameter ± 1', value.with(at, year - 1)],
    ['parameter ± 1', value.with(at, year + 1)],
    ['parameter without an item', value.toSpliced(at, 1)],
  ]);
}

/** Parameters that are days, of which one may be taken for another. */
const days = ['lead.bornOnOrAfter', 'unit.registeredBefore', 'partner.registeredUntil', 'partner.notAfter'];

/** Every mutant of a file of the guide: of `guide.json` its parameters, of `rules.json` its rules. */
export const dataMutants = (file: string, text: string): DataMutant[] =>
  file.endsWith('guide.json') ? parameterMutants(file, text) : ruleMutants(file, text, days);

/** Each rule dropped, its kind, its check and its "applies when" changed, and its check exchanged with the next one's. */
export function ruleMutants(file: string, text: string, dates: readonly string[]): DataMutant[] {
  const { rules, rows } = rulesFile.parse(JSON.parse(text));
  const found: DataMutant[] = [];
  const add = (operator: string, what: string, changed: readonly unknown[]): void => {
    found.push({ file, operator, what, text: JSON.stringify({ rules: changed, rows }) });
  };
  for (const [at, row] of rules.entries()) {
    add('rule dropped', row.id, rules.toSpliced(at, 1));
    for (const [operator, what, changed] of [...kinds(row), ...applies(row), ...checks(row, dates), ...rest(row)])
      add(operator, `${row.id}: ${what}`, rules.with(at, changed as RuleRow)); // the schema looks at it when it is read
    const next = rules.findIndex((other, later) => later > at && exchangeable(row, other));
    const other = rules[next];
    if (!other || !exchangeable(row, other)) continue;
    const exchanged = rules.with(at, { ...row, check: other.check }).with(next, { ...other, check: row.check });
    add('checks exchanged', `${row.id} ↔ ${other.id}`, exchanged);
  }
  return found;
}

const plain = ({ check }: RuleRow): boolean => check.kind !== 'told' && check.kind !== 'code';
const exchangeable = (one: RuleRow, other: RuleRow): boolean =>
  plain(one) && plain(other) && JSON.stringify(one.check) !== JSON.stringify(other.check);

const otherKinds: Readonly<Record<RuleRow['kind'], readonly RuleRow['kind'][]>> = {
  bar: ['remedy', 'advice'],
  remedy: ['bar', 'advice'],
  preference: ['remedy', 'info'],
  advice: ['info'],
  info: ['advice'],
};

const kinds = (row: RuleRow): Change[] =>
  otherKinds[row.kind].map((kind) => ['kind', `${row.kind} → ${kind}`, { ...row, kind }]);

/** A part of a row left out. */
function without(row: RuleRow, part: keyof RuleRow): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== part));
}

function rest(row: RuleRow): Change[] {
  return (['openWhenUnsure', 'askWhenUnsure', 'remind', 'row'] as const)
    .filter((part) => row[part] !== undefined)
    .map((part) => ['part dropped', `without ${part}`, without(row, part)]);
}

/** Of what no case ever has. */
const never = 'mutant';

function applies(row: RuleRow): Change[] {
  const when = row.appliesWhen ?? [];
  return when.flatMap((each, at): Change[] => {
    const change = (what: string, condition?: object): Change => [
      condition ? 'applies-when changed' : 'applies-when dropped',
      `${each.fact}: ${what}`,
      condition
        ? { ...row, appliesWhen: when.map((other, own) => (own === at ? condition : other)) }
        : when.length > 1
          ? { ...row, appliesWhen: when.toSpliced(at, 1) }
          : without(row, 'appliesWhen'),
    ];
    if ('nonEmpty' in each) return [change('dropped'), change('negated', { fact: each.fact, in: [never] })];
    const list = 'in' in each ? each.in : each.any;
    const among = (values: readonly unknown[]): object =>
      'in' in each ? { ...each, in: values } : { ...each, any: values };
    const negated = list.map((value) => (typeof value === 'boolean' ? !value : never));
    return [
      change('dropped'),
      change('negated', among(negated)),
      ...(list.length > 1 ? list.map((value, own) => change(`without ${value}`, among(list.toSpliced(own, 1)))) : []),
    ];
  });
}

const operators = ['before', 'on-or-before', 'on-or-after'] as const;

function checks(row: RuleRow, dates: readonly string[]): Change[] {
  const { check } = row;
  const change = (operator: string, what: string, changed: object): Change => [
    operator,
    what,
    { ...row, check: changed },
  ];
  switch (check.kind) {
    case 'flags':
      return [
        change('comparator', `is ${check.is} → ${!check.is}`, { ...check, is: !check.is }),
        ...without1(check.facts).map(([left, facts]) => change('item dropped', `without ${left}`, { ...check, facts })),
      ];
    case 'date': {
      const { sameDay, confirmUntil, ...bare } = check;
      return [
        ...operators
          .filter((op) => op !== check.op)
          .map((op) => change('comparator', `${check.op} → ${op}`, { ...check, op })),
        ...dates
          .filter((parameter) => parameter !== check.parameter)
          .map((parameter) => change('other parameter', parameter, { ...check, parameter })),
        ...(sameDay
          ? [change('part dropped', 'without sameDay', confirmUntil ? { ...bare, confirmUntil } : bare)]
          : []),
        ...(confirmUntil
          ? [change('part dropped', 'without confirmUntil', sameDay ? { ...bare, sameDay } : bare)]
          : []),
        ...(sameDay ? [] : [change('comparator', 'with sameDay', { ...check, sameDay: 'to-confirm' })]),
      ];
    }
    case 'amount': {
      const { min, max, ...bare } = check;
      return [
        change('part dropped', 'without min', max === undefined ? bare : { ...bare, max }),
        change('part dropped', 'without max', min === undefined ? bare : { ...bare, min }),
        ...(min === max ? [] : [change('comparator', 'min ↔ max', { ...bare, min: max, max: min })]),
      ];
    }
    case 'times':
      return [change('comparator', 'fact ↔ of', { ...check, fact: check.of, of: check.fact })];
    case 'written':
      return without1(check.items).map(([left, items]) =>
        change('item dropped', `without ${left}`, { ...check, items }),
      );
    case 'choice': {
      const { met, unmet, toConfirm } = check;
      return [
        ...without1(met).map(([left, values]) =>
          change('item dropped', `${left} no longer meets`, { ...check, met: values }),
        ),
        ...(toConfirm ?? []).flatMap((value, at) => [
          change('item dropped', `${value} no longer to confirm`, {
            ...check,
            toConfirm: (toConfirm ?? []).toSpliced(at, 1),
          }),
          change('comparator', `${value} meets`, { ...check, met: [...met, value] }),
        ]),
        ...(unmet ?? []).map((value) => change('comparator', `${value} meets`, { ...check, met: [...met, value] })),
      ];
    }
    case 'code':
      return [change('comparator', 'told only', { kind: 'told' })];
    case 'told':
      return [];
  }
}

/** Each item of a list of several left out. */
function without1<Item>(list: readonly Item[]): [left: Item, others: Item[]][] {
  return list.length < 2 ? [] : list.map((each, at) => [each, list.toSpliced(at, 1)]);
}
