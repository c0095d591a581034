/** The verdict as an Adaptive Card (schema 1.5 at most): headline, counts, rows with their clause, met items folded. */

import type { VerdictShown } from '../../dialogs/reply.ts';
import type { ChecklistRow } from '../../knowledge/checklist.ts';
import type { Preference } from '../../knowledge/priority.ts';
import { adviceLine, preferenceLine, remedyLine, sectionTitles } from '../../knowledge/verdictText.ts';

type Element = Record<string, unknown>;

const styles = {
  'not-eligible': 'attention',
  'needs-confirmation': 'warning',
  fixable: 'warning',
  ready: 'good',
} as const;
const marks = { 'not-eligible': '×', 'needs-confirmation': '?', fixable: '!', ready: '✓' } as const;

export function verdictCard(shown: VerdictShown): Element {
  const { assessment, rows, met } = shown;
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'zh',
    fallbackText: assessment.text,
    speak: shown.headline,
    msteams: { width: 'Full' },
    body: [
      heading(shown),
      ...shown.facts.map(({ label, value }) => labelled(label, value)),
      counts(rows, met.length),
      ...(['failed', 'to-confirm', 'missing'] as const).flatMap((section) =>
        sectionOf(
          sectionTitles[section],
          rows.filter((row) => row.section === section),
        ),
      ),
      ...remedySection(shown),
      ...preferenceSection(assessment.preferences),
      ...folded('advice', `另请注意 ${shown.advice.length} 项`, shown.advice.map(adviceLine)),
      ...folded(
        'met',
        `已满足的 ${met.length} 项`,
        met.map(({ title, clause }) => `${title}（${clause}）`),
      ),
      { ...text(shown.caveat, { size: 'Small', isSubtle: true }), separator: true, spacing: 'Medium' },
    ],
    actions: [submit('上一题'), submit('重来')],
  };
}

function heading({ assessment, headline, subtitle }: VerdictShown): Element {
  return {
    type: 'Container',
    style: styles[assessment.verdict],
    bleed: true,
    items: [
      columns(
        [text(marks[assessment.verdict], { size: 'ExtraLarge', weight: 'Bolder', wrap: false }), 'auto'],
        [
          [
            text(headline, { size: 'Large', weight: 'Bolder', style: 'heading' }),
            ...(subtitle ? [text(subtitle, { size: 'Small', spacing: 'None' })] : []),
          ],
          'stretch',
        ],
      ),
    ],
  };
}

function labelled(label: string, value: string): Element {
  return { ...columns([text(label, { isSubtle: true }), '72px'], [text(value), 'stretch']), spacing: 'Small' };
}

function counts(rows: readonly ChecklistRow[], met: number): Element {
  const numbers = [
    ['不符合', rows.filter(({ section }) => section === 'failed').length],
    ['要确认', rows.filter(({ section }) => section === 'to-confirm').length],
    ['要补', rows.filter(({ section }) => section === 'missing').length],
    ['已满足', met],
  ] as const;
  const shown = numbers.filter(([label, count]) => count > 0 || label === '已满足');
  const cell = ([label, count]: (typeof numbers)[number]): [Element[], string] => [
    [
      text(String(count), { size: 'ExtraLarge', weight: 'Bolder', horizontalAlignment: 'Center' }),
      text(label, { size: 'Small', isSubtle: true, horizontalAlignment: 'Center', spacing: 'None' }),
    ],
    'stretch',
  ];
  return { type: 'Container', style: 'emphasis', spacing: 'Medium', items: [columns(...shown.map(cell))] };
}

function sectionOf(title: string, rows: readonly ChecklistRow[]): Element[] {
  if (!rows.length) return [];
  return [sectionHeading(title), ...rows.map((row, at) => rowElement(row, at + 1))];
}

const sectionHeading = (title: string): Element => ({
  ...text(title, { weight: 'Bolder', style: 'heading' }),
  separator: true,
  spacing: 'Medium',
});

function rowElement(row: ChecklistRow, number: number): Element {
  return columns(
    [text(String(number), { weight: 'Bolder', color: 'Accent', wrap: false }), '24px'],
    [
      [
        text(row.title, { weight: 'Bolder' }),
        text(row.what, { spacing: 'None' }),
        ...(row.todo ? [text(`${row.who ? `${row.who}：` : ''}${row.todo}`, { spacing: 'None' })] : []),
        text(`依据：指南${row.clauses.join('；')}`, { size: 'Small', isSubtle: true, spacing: 'None' }),
        ...row.quotes
          .slice(0, 1)
          .map((quote) => text(`“${quote}”`, { size: 'Small', isSubtle: true, spacing: 'None' })),
      ],
      'stretch',
    ],
  );
}

function remedySection({ assessment }: VerdictShown): Element[] {
  if (!assessment.remedy.length) return [];
  return [
    sectionHeading('怎样会更好'),
    ...assessment.remedy.map((each) => text(remedyLine(each), { spacing: 'Small' })),
  ];
}

function preferenceSection(preferences: readonly Preference[]): Element[] {
  if (!preferences.length) return [];
  return [
    sectionHeading('优先支持（同等条件下）'),
    ...preferences.map((each) => text(preferenceLine(each), { spacing: 'Small' })),
  ];
}

/** A heading that opens and closes its lines. */
function folded(id: string, title: string, lines: readonly string[]): Element[] {
  if (!lines.length) return [];
  return [
    {
      ...columns(
        [text(title, { weight: 'Bolder' }), 'stretch'],
        [text('展开 / 收起', { color: 'Accent', wrap: false }), 'auto'],
      ),
      separator: true,
      spacing: 'Medium',
      selectAction: { type: 'Action.ToggleVisibility', title: `展开${title}`, targetElements: [id] },
    },
    { ...text(lines.join('；'), { size: 'Small' }), id, isVisible: false },
  ];
}

const submit = (title: string): Element => ({
  type: 'Action.Submit',
  title,
  data: { msteams: { type: 'imBack', value: title } },
});

function text(content: string, more: Element = {}): Element {
  return { type: 'TextBlock', text: escapeMarkdown(content), wrap: true, ...more };
}

/** Card text is Markdown: what people wrote must stay what they wrote. */
function escapeMarkdown(content: string): string {
  return content.replace(/([\\`*_[\]<>#])/g, '\\$1');
}

function columns(...cells: [Element | Element[], string][]): Element {
  return {
    type: 'ColumnSet',
    columns: cells.map(([items, width]) => ({ type: 'Column', width, items: [items].flat(), spacing: 'Small' })),
  };
}
