/** What of the old guide goes along: every row that still holds, and what a person must do with the others. */
import type { z } from 'zod';
import type { unitFile } from '../answer/unitSchema.ts';
import type { GuideFiles } from '../guideSchema.ts';
import type { OpenPoint } from '../openPointSchema.ts';
import { entryNow } from './names.ts';
import type { OldGuide } from './oldGuide.ts';
import type { Pending } from './parameters.ts';
import { type Calls, carried, type QuotedRow } from './rows.ts';

/** Rows of one file. */
export interface Sorted<R> {
  rows: R[];
  pending: Pending[];
  /** Rows in which figures were read again: `lead.age：58岁 → 56岁`. */
  figures: string[];
  /** By id: what the figures that a row quotes became. */
  changes: Map<string, ReadonlyMap<string, string>>;
}

type Identified = QuotedRow & { id: string };

/** Carries every row; `further` may find more that does not hold, or put right what it names. */
export function sorted<R extends Identified>(
  rows: readonly R[],
  calls: Calls,
  further: (row: R) => R | { why: string } = (row) => row,
): Sorted<R> {
  const out: Sorted<R> = { rows: [], pending: [], figures: [], changes: new Map() };
  for (const row of rows) {
    const result = carried(row, calls);
    const now = 'why' in result ? result : further(result.row);
    if ('why' in now) out.pending.push({ id: row.id, why: now.why, row });
    else {
      out.rows.push(now);
      if ('why' in result) continue;
      out.changes.set(row.id, result.changes);
      const became = [...result.changes].map(([from, to]) => `${from} → ${to}`);
      if (became.length > 0) out.figures.push(`${row.id}：${became.join('，')}`);
    }
  }
  return out;
}

type UnitFile = z.infer<typeof unitFile>;
type Caution = GuideFiles['cautions'][number];

interface Lists {
  old: GuideFiles;
  now: GuideFiles;
}

/** Cautions: the rules that they ask for are there, the entries that they name are found under their new numbers. */
export function cautionsFor(old: OldGuide, calls: Calls, rules: ReadonlySet<string>, lists: Lists): Sorted<Caution> {
  return sorted(old.files.cautions, calls, (row) => {
    const asked = row.when.flatMap((each) => ('rules' in each ? each.rules : []));
    const lost = asked.filter((id) => !rules.has(id));
    if (lost.length > 0) return { why: `说到的规则没有了：${lost.join('、')}` };
    const gone: string[] = [];
    const when = row.when.map((each) => {
      if (!('partner' in each) || !each.partner.entries) return each;
      const entries = each.partner.entries.flatMap((no) => {
        const became = entryNow(no, lists.old, lists.now);
        if (became === undefined) gone.push(no);
        return became ?? [];
      });
      return { ...each, partner: { ...each.partner, entries } };
    });
    return gone.length > 0 ? { why: `说到的条目不再列了：${gone.join('、')}` } : { ...row, when };
  });
}

/** Answers, file by file; a neighbour that is gone is no longer named. */
export function answersFor(
  old: OldGuide,
  calls: Calls,
): Map<string, Sorted<UnitFile['units'][number]> & { also?: string[] }> {
  const files = new Map(
    [...old.answers].map(([name, { also, units }]) => [name, { ...sorted(units, calls), ...(also && { also }) }]),
  );
  const kept = new Set([...files.values()].flatMap(({ rows }) => rows.map(({ id }) => id)));
  for (const file of files.values())
    file.rows = file.rows.map((row) => {
      if (row.nearest === undefined || kept.has(row.nearest)) return row;
      const { nearest: _gone, ...rest } = row;
      return rest;
    });
  return files;
}

interface There {
  rules: ReadonlySet<string>;
  cautions: ReadonlySet<string>;
  answers: ReadonlySet<string>;
}

/** Open points: of what they name, only what is there. */
export function openPointsFor(old: OldGuide, calls: Calls, there: There): Sorted<OpenPoint> {
  return sorted<OpenPoint>(old.openPoints, calls, (row) => {
    const decided = row.options.flatMap(({ effects }) =>
      effects.flatMap((effect) =>
        'rule' in effect ? [effect.rule] : effect.kind === 'audits-waived' ? effect.rules : [],
      ),
    );
    const asked = (row.when ?? []).flat().flatMap((each) => ('rules' in each ? each.rules : []));
    const lost = [...decided, ...asked, ...(row.rules ?? [])].filter((id) => !there.rules.has(id));
    if (lost.length > 0) return { why: `说到的规则没有了：${[...new Set(lost)].join('、')}` };
    if (row.ask.length === 0) return { why: '问法里都有旧的日期或数额' };
    const { cautions, answers, ...rest } = row;
    const kept = {
      cautions: cautions?.filter((id) => there.cautions.has(id)) ?? [],
      answers: answers?.filter((id) => there.answers.has(id) || !isUnit(id, old)) ?? [],
    };
    return {
      ...rest,
      ...(kept.cautions.length > 0 && { cautions: kept.cautions }),
      ...(kept.answers.length > 0 && { answers: kept.answers }),
    };
  });
}

const isUnit = (id: string, { answers }: OldGuide): boolean =>
  [...answers.values()].some(({ units }) => units.some((unit) => unit.id === id));

/** Warnings about the template: where it says it, and what it is against. */
export function warningsFor(
  old: OldGuide,
  calls: Calls,
): Sorted<GuideFiles['template']['warnings'][number] & QuotedRow> {
  const out = sorted(
    old.files.template.warnings.map((warning) => ({
      ...warning,
      clause: [warning.at, ...warning.against].flatMap((each) => (each ? [each.clause] : [])).join('；'),
      quotes: [warning.at, ...warning.against].flatMap((each) => (each ? [each.quote] : [])),
    })),
    calls,
  );
  return {
    ...out,
    rows: out.rows.map(({ clause: _clause, quotes = [], ...warning }) => {
      const places = [warning.at, ...warning.against].flatMap((each) => each ?? []);
      const now = places.map((each, at) => ({
        clause: clauseOf(quotes[at] ?? '', each.clause, calls),
        quote: quotes[at] ?? '',
      }));
      const [first, ...others] = now;
      return warning.at && first ? { ...warning, at: first, against: others } : { ...warning, against: now };
    }),
  };
}

function clauseOf(quote: string, was: string, { outline }: Calls): string {
  if (outline.get(was)?.includes(quote)) return was;
  return [...outline].find(([, text]) => text.includes(quote))?.[0] ?? was;
}
