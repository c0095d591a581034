/** The verdict as plain text: headline, rows with what to do and their clause, priorities, what would help. */
import { inChinese } from './calendar.ts';
import type { Advice, ChecklistRow, Section } from './checklist.ts';
import type { Verdict } from './findings.ts';
import type { Guide } from './guide.ts';
import type { Preference } from './priority.ts';
import type { Remedy } from './remedy.ts';

interface Shown {
  verdict: Verdict;
  rows: readonly ChecklistRow[];
  advice: readonly Advice[];
  preferences: readonly Preference[];
  remedy: readonly Remedy[];
  guide: Guide;
  today: string;
}

export const sectionTitles: Record<Section, string> = {
  failed: '不符合的条件',
  'to-confirm': '要先确认的',
  missing: '要补的',
};

const statusWords: Record<Preference['status'], string> = {
  listed: '清单已列',
  indirect: '间接在清单内',
  within: '位于清单所列地区',
  renamed: '依托单位已更名',
  'self-declared': '自述，须佐证',
};

/** 目前不符合 / 有 N 项要先确认 / 补齐 N 项后可以申报 / 条件基本具备，可以申报; N counts checklist rows. */
export function headline(verdict: Verdict, rows: readonly ChecklistRow[]): string {
  const count = (section: Section): number => rows.filter((row) => row.section === section).length;
  switch (verdict) {
    case 'not-eligible':
      return '目前不符合';
    case 'needs-confirmation':
      return `有 ${count('to-confirm')} 项要先确认`;
    case 'fixable':
      return `补齐 ${count('missing')} 项后可以申报`;
    case 'ready':
      return '条件基本具备，可以申报';
  }
}

/** What the verdict rests on, and who has the last word. */
export function caveat(guide: Guide, today: string): string {
  return `依据《${guide.title}》逐条比对得出（${inChinese(today)}）。这是${guide.year}年度的指南，当年度的申报期可能已过，是否受理看现行通知。以科技厅审核为准。`;
}

/** 「由江西的单位牵头，境外单位作参与单位（二 第1段）」. */
export function adviceLine({ todo, clause }: Advice): string {
  return `${todo.replace(/。$/, '')}（${clause}）`;
}

export function preferenceLine(each: Preference): string {
  return `${statusWords[each.status]}：${each.entry}，同等条件下优先，由科技厅认定`;
}

/** What follows from a change: 「换一位符合条件的负责人。→ 补齐后可以申报」. */
export function remedyLine({ change, verdict }: Remedy): string {
  const after: Record<Verdict, string> = {
    ready: '条件就基本具备，可以申报',
    fixable: '补齐其余材料后可以申报',
    'needs-confirmation': '其余要先确认的确认后再看',
    'not-eligible': '仍不符合',
  };
  return `${change.replace(/。$/, '')}，${after[verdict]}。`;
}

export function verdictText({ verdict, rows, advice, preferences, remedy, guide, today }: Shown): string {
  const lines = [`结论：${headline(verdict, rows)}`];
  for (const section of ['failed', 'to-confirm', 'missing'] as const) {
    const here = rows.filter((row) => row.section === section);
    if (!here.length) continue;
    lines.push('', `【${sectionTitles[section]}】`);
    lines.push(...here.flatMap((row, at) => rowLines(row, at + 1)));
  }
  if (remedy.length) lines.push('', '【怎样会更好】', ...remedy.map((each) => remedyLine(each)));
  if (preferences.length) lines.push('', '【优先支持（同等条件下）】', ...preferences.map(preferenceLine));
  if (advice.length) lines.push('', '【另请注意】', ...advice.map(adviceLine));
  lines.push('', caveat(guide, today));
  return lines.join('\n');
}

function rowLines(row: ChecklistRow, number: number): string[] {
  const todo = row.todo ? [`   ${row.who ? `${row.who}：` : ''}${row.todo}`] : [];
  return [`${number}. ${row.title}`, `   ${row.what}`, ...todo, `   依据：${row.clauses.join('；')}`];
}
