/** A table of applicants, a row each, decided by the same rules as the talk: the verdict and what is missing, row by row. */
import { assessed } from '../../knowledge/assess.ts';
import { checkedFacts, FactsError } from '../../knowledge/assessInput.ts';
import type { ChecklistRow } from '../../knowledge/checklist.ts';
import type { Verdict } from '../../knowledge/findings.ts';
import type { Guide } from '../../knowledge/guide.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import type { Cell } from '../spreadsheet/cell.ts';
import type { Sheet } from '../spreadsheet/write.ts';
import { type CellContext, readCell } from './cells.ts';
import { type Column, columnOf, columns } from './columns.ts';

export interface Surroundings {
  guide: Guide;
  overlay: Overlay | null;
  /** ISO date. */
  today: string;
}

/** The head of a table that cannot be used; the message is for people. */
export class TableError extends Error {}

/** Which column of the file gives what; columns that we do not know are told, not guessed. */
export interface Head {
  known: readonly (Column | undefined)[];
  strange: readonly string[];
}

export function headOf(row: readonly string[]): Head {
  const known = row.map(columnOf);
  if (known.filter((each) => each).length < 3)
    throw new TableError('第一行要写列名，例如“申报单位”“单位类别”“出生日期”。可以先下载模板。');
  const twice = known.find((each, at) => each && known.indexOf(each) !== at);
  if (twice) throw new TableError(`“${twice.head}”这一列有两列，请留一列。`);
  return { known, strange: row.filter((head, at) => head !== '' && !known[at]) };
}

/** What is written for one row. */
export interface Decided {
  verdict: Verdict;
  headline: string;
  failed: string;
  toConfirm: string;
  missing: string;
  preferences: string;
  /** Cells that were not understood and count as not known. */
  unread: string;
}

export function decide(row: readonly string[], head: Head, { guide, overlay, today }: Surroundings): Decided {
  // A guide may ask for no audited reports.
  const auditYears = 'unit.auditYears' in guide.parameters ? guide.years('unit.auditYears') : [];
  const context: CellContext = { today, auditYears };
  const input = {};
  const unread: string[] = [];
  for (const [at, column] of head.known.entries()) {
    if (!column) continue;
    const read = readCell(row[at] ?? '', column.read, context);
    if ('unread' in read) unread.push(`${column.head}：${read.unread}`);
    else if (read.value !== undefined) put(input, column.path.split('.'), read.value);
  }
  const facts = factsOf(input, guide, unread);
  const { assessment, headline, rows } = assessed(facts, guide, overlay, today, 'zh');
  const listed = (section: ChecklistRow['section']): string =>
    rows
      .filter((each) => each.section === section)
      .map(({ title, todo, clauses }, number) => `${number + 1}. ${title}：${todo}（${clauses.join('、')}）`)
      .join('\n');
  return {
    verdict: assessment.verdict,
    headline: unread.length > 0 ? `${headline}（有 ${unread.length} 格看不懂，按不知道算）` : headline,
    failed: listed('failed'),
    toConfirm: listed('to-confirm'),
    missing: listed('missing'),
    preferences: assessment.preferences.map(({ entry }) => entry).join('\n'),
    unread: unread.join('\n'),
  };
}

/** The facts, without what the API would refuse: that is told, and counts as not known. */
function factsOf(input: object, guide: Guide, unread: string[]): ReturnType<typeof checkedFacts> {
  for (let tries = 0; ; tries += 1) {
    try {
      return checkedFacts(input, guide);
    } catch (error) {
      if (!(error instanceof FactsError) || tries > columns.length) throw error;
      for (const { path, message } of error.errors) {
        const steps = path.replace(/\[(\d+)\]/g, '.$1').split('.');
        unread.push(`${columns.find((each) => each.path === steps.join('.'))?.head ?? path}：${message}`);
        put(input, steps, undefined);
      }
    }
  }
}

/** Sets a value deep inside; steps that are numbers make lists. The steps are those of our own columns. */
function put(into: object, steps: readonly string[], value: unknown): void {
  const [step = '', ...rest] = steps;
  if (rest.length === 0) {
    Reflect.set(into, step, value);
    return;
  }
  const inner: unknown = Reflect.get(into, step);
  const next = typeof inner === 'object' && inner !== null ? inner : /^\d+$/.test(rest[0] ?? '') ? [] : {};
  Reflect.set(into, step, next);
  put(next, rest, value);
}

const names = ['unit.name', 'lead.titleText', 'partners.0.name'];

/** The sheet of results: who it is, as far as the table says, and what follows. */
export function resultSheet(head: Head, rows: readonly { row: readonly string[]; decided: Decided }[]): Sheet {
  const who = head.known.flatMap((column, at) => (column && names.includes(column.path) ? [{ column, at }] : []));
  const cells = rows.map(({ row, decided }, number): Cell[] => [
    number + 1,
    ...who.map(({ at }) => row[at]),
    decided.headline,
    decided.failed,
    decided.toConfirm,
    decided.missing,
    decided.preferences,
    decided.unread,
  ]);
  return {
    name: '自查结果',
    columns: [
      { title: '序号', width: 6 },
      ...who.map(({ column }) => ({ title: column.head, width: 22 })),
      { title: '结论', width: 26 },
      { title: '不符合的条件', width: 50 },
      { title: '要先确认的', width: 50 },
      { title: '要补的', width: 50 },
      { title: '可优先的清单', width: 30 },
      { title: '看不懂的格', width: 40 },
    ],
    rows: cells,
  };
}

/** An empty table with one example, and how to fill it in. */
export function templateSheets(): Sheet[] {
  return [
    {
      name: '申报人',
      columns: columns.map(({ head }) => ({ title: head, width: Math.max(12, head.length * 2 + 2) })),
      rows: [columns.map(({ example }) => example)],
    },
    {
      name: '填写说明',
      columns: [
        { title: '列名', width: 24 },
        { title: '例子', width: 24 },
        { title: '说明', width: 70 },
      ],
      rows: columns.map(({ head, example }) => [head, example, '不知道就留空；不适用也留空。']),
    },
  ];
}
