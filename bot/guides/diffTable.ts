/** What `guide:diff` tells, as a table that staff can read: in a terminal, or as Markdown for a document. */
import type { Change, GuideDiff, How, Part } from '../../knowledge/diff/guideDiff.ts';
import type { Decided } from '../../knowledge/diff/verdictMove.ts';
import type { Verdict } from '../../knowledge/findings.ts';
import type { CasesCompared } from './storedCases.ts';

const hows: Record<How, string> = {
  added: '新增',
  dropped: '删去',
  changed: '改',
  renamed: '改名',
  renumbered: '改号',
};
const statuses: Record<Decided, string> = {
  met: '满足',
  unmet: '不满足',
  'to-confirm': '要确认',
  'not-applicable': '不适用',
  open: '还不知道',
  none: '没有这一条',
};
const verdicts: Record<Verdict, string> = {
  'not-eligible': '不符合',
  'needs-confirmation': '要先确认',
  fixable: '补齐后可以申报',
  ready: '可以申报',
};

/** Characters of a text that a cell shows, and renumberings that are listed one by one. */
const longest = 120;
const fewRenumbered = 10;

export type Form = 'terminal' | 'markdown';

interface Table {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Stands below it, or instead of it where it has no row. */
  note?: string;
}

export function diffText({ from, to, parts }: GuideDiff, cases: CasesCompared | undefined, form: Form): string {
  const heading = `${from.year}年指南（${from.id}）→ ${to.year}年指南（${to.id}）`;
  const counts = parts.map(({ title, changes }) => `${title} ${changes.length}`).join('，');
  const tables = [...parts.map(partTable), ...(cases ? casesTables(cases) : [])];
  const shown = tables.map((table) => (form === 'markdown' ? markdown(table) : terminal(table)));
  return [form === 'markdown' ? `# ${heading}` : heading, `变了几处：${counts}。`, ...shown].join('\n\n');
}

function partTable({ title, changes }: Part): Table {
  const renumbered = changes.filter(({ how }) => how === 'renumbered');
  const many = renumbered.length > fewRenumbered;
  const listed = many ? changes.filter(({ how }) => how !== 'renumbered') : changes;
  const [first] = renumbered;
  return {
    title,
    head: ['变化', '条款', '什么', '原来', '现在'],
    rows: listed.map(rowOf),
    ...(many && {
      note: `另有 ${renumbered.length} 项只改了编号，例如${first?.what}：${first?.before} → ${first?.after}。`,
    }),
    ...(changes.length === 0 && { note: '没有变化。' }),
  };
}

function rowOf({ how, clause = '', what, before = '', after = '' }: Change): string[] {
  const texts = how === 'changed' ? focused(before, after) : [before, after];
  return [hows[how], clause, what, ...texts];
}

/** Characters around what is different. */
const around = 16;

/** Two long texts where they differ: what is the same before and behind is left out. */
function focused(before: string, after: string): [string, string] {
  const [one, other] = [[...before], [...after]];
  if (Math.max(one.length, other.length) <= longest / 2) return [before, after];
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const from = Math.max(0, start - around);
  const part = (letters: string[]): string => {
    const to = Math.min(letters.length, letters.length - end + around);
    return `${from > 0 ? '……' : ''}${letters.slice(from, to).join('')}${to < letters.length ? '……' : ''}`;
  };
  return [part(one), part(other)];
}

function casesTables({ cases, moved, movers, others, damaged }: CasesCompared): Table[] {
  const left = [
    ...(others > 0 ? [`另有 ${others} 份是按别的指南开始的，没有算`] : []),
    ...(damaged > 0 ? [`${damaged} 段对话读不出来`] : []),
  ];
  const told = `存着的自查 ${cases} 份，结论会变的 ${moved.length} 份。只按指南本身比，不算咨询台的解释。`;
  return [
    {
      title: '存着的自查',
      head: ['对话', '第几份', '因为', '原来', '现在'],
      rows: moved.map((each) => [
        each.conversation,
        `第${each.number}份`,
        [...each.rules.map(ruleText), ...(each.directionGone ? ['选的方向没有了'] : [])].join('；'),
        verdicts[each.before],
        verdicts[each.after],
      ]),
      note: [told, ...left.map((each) => `${each}。`)].join(''),
    },
    ...(movers.length === 0
      ? []
      : [
          {
            title: '哪些规则让结论变了',
            head: ['份数', '条款', '规则', '原来', '现在'],
            rows: movers.map((each) => [
              `${each.cases}份`,
              each.clause,
              `${each.title}（${each.rule}）`,
              statuses[each.before],
              statuses[each.after],
            ]),
          },
        ]),
  ];
}

const ruleText = ({
  title,
  before,
  after,
}: CasesCompared['movers'][number] | CasesCompared['moved'][number]['rules'][number]) =>
  `${title}：${statuses[before]} → ${statuses[after]}`;

/** In a terminal a row is a line or three: long texts stand below each other. */
function terminal({ title, head, rows, note }: Table): string {
  const [, , , was = '', is = ''] = head;
  const lines = rows.flatMap(([first = '', second = '', what = '', before = '', after = '']) => {
    const start = `  ${[first, what, second && `（${second}）`].filter(Boolean).join(' ')}`;
    const short = before.length + after.length <= longest / 2;
    if (before && after && short) return [`${start}：${before} → ${after}`];
    return [
      start,
      ...(before ? [`      ${was}：${cut(before)}`] : []),
      ...(after ? [`      ${is}：${cut(after)}`] : []),
    ];
  });
  return [`【${title}】`, ...lines, ...(note ? [`  ${note}`] : [])].join('\n');
}

function markdown({ title, head, rows, note }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  const table = rows.length > 0 ? [line(head), `|${head.map(() => ' --- ').join('|')}|`, ...rows.map(line)] : [];
  return [`## ${title}`, '', ...table, ...(note ? [...(rows.length > 0 ? [''] : []), note] : [])].join('\n');
}

/** A bar or a line's end would end the cell. */
const cell = (text: string): string =>
  cut(text)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|');

const cut = (text: string): string => ([...text].length > longest ? `${[...text].slice(0, longest).join('')}……` : text);
