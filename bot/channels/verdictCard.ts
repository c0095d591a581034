/** The verdict as an Adaptive Card (schema 1.5 at most): headline, counts, rows with their clause, met items folded. */

import type { VerdictShown } from '../../dialogs/reply.ts';
import type { ChecklistRow } from '../../knowledge/checklist.ts';
import { type Language, say } from '../../knowledge/language.ts';
import { adviceLine, basisLine, preferenceLine, remedyLine, sections, todoLine } from '../../knowledge/verdictText.ts';
import { verdictWords } from '../../knowledge/verdictWords.ts';

type Element = Record<string, unknown>;

const styles = {
  'not-eligible': 'attention',
  'needs-confirmation': 'warning',
  fixable: 'warning',
  ready: 'good',
} as const;
const marks = { 'not-eligible': '×', 'needs-confirmation': '?', fixable: '!', ready: '✓' } as const;

export function verdictCard(shown: VerdictShown): Element {
  const { assessment, rows, met, advice, language } = shown;
  const words = verdictWords(language);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: assessment.text,
    speak: shown.headline,
    msteams: { width: 'Full' },
    body: [
      heading(shown),
      ...shown.facts.map(({ label, value }) => labelled(label, value)),
      counts(shown),
      ...sections.flatMap((section) =>
        sectionOf(
          words.sections[section],
          rows.filter((row) => row.section === section),
          language,
        ),
      ),
      ...linesOf(
        words.better,
        assessment.remedy.map((each) => remedyLine(each, language)),
      ),
      ...linesOf(
        words.priorities,
        assessment.preferences.map((each) => preferenceLine(each, language)),
      ),
      ...folded('advice', say(words.adviceCount, { n: advice.length }), advice.map(adviceLine), language),
      ...folded(
        'met',
        say(words.metCount, { n: met.length }),
        met.map(({ title, clause }) => `${title}（${clause}）`),
        language,
      ),
      { ...text(shown.caveat, { size: 'Small', isSubtle: true }), separator: true, spacing: 'Medium' },
    ],
    actions: shown.actions.map(submit),
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

function counts({ rows, met, language }: VerdictShown): Element {
  const words = verdictWords(language).counts;
  const numbers: [string, number][] = [
    ...sections
      .map((section): [string, number] => [words[section], rows.filter((row) => row.section === section).length])
      .filter(([, count]) => count > 0),
    [words.met, met.length],
  ];
  const cell = ([label, count]: [string, number]): [Element[], string] => [
    [
      text(String(count), { size: 'ExtraLarge', weight: 'Bolder', horizontalAlignment: 'Center' }),
      text(label, { size: 'Small', isSubtle: true, horizontalAlignment: 'Center', spacing: 'None' }),
    ],
    'stretch',
  ];
  return { type: 'Container', style: 'emphasis', spacing: 'Medium', items: [columns(...numbers.map(cell))] };
}

function sectionOf(title: string, rows: readonly ChecklistRow[], language: Language): Element[] {
  if (!rows.length) return [];
  return [sectionHeading(title), ...rows.map((row, at) => rowElement(row, at + 1, language))];
}

const sectionHeading = (title: string): Element => ({
  ...text(title, { weight: 'Bolder', style: 'heading' }),
  separator: true,
  spacing: 'Medium',
});

function rowElement(row: ChecklistRow, number: number, language: Language): Element {
  const { quoted } = verdictWords(language);
  return columns(
    [text(String(number), { weight: 'Bolder', color: 'Accent', wrap: false }), '24px'],
    [
      [
        text(row.title, { weight: 'Bolder' }),
        text(row.what, { spacing: 'None' }),
        ...(row.todo ? [text(todoLine(row), { spacing: 'None' })] : []),
        text(basisLine(row, language), { size: 'Small', isSubtle: true, spacing: 'None' }),
        ...row.quotes
          .slice(0, 1)
          .map((quote) => text(say(quoted, { quote }), { size: 'Small', isSubtle: true, spacing: 'None' })),
      ],
      'stretch',
    ],
  );
}

function linesOf(title: string, lines: readonly string[]): Element[] {
  return lines.length ? [sectionHeading(title), ...lines.map((line) => text(line, { spacing: 'Small' }))] : [];
}

/** A heading that opens and closes its lines. */
function folded(id: string, title: string, lines: readonly string[], language: Language): Element[] {
  if (!lines.length) return [];
  const words = verdictWords(language);
  return [
    {
      ...columns(
        [text(title, { weight: 'Bolder' }), 'stretch'],
        [text(words.toggle, { color: 'Accent', wrap: false }), 'auto'],
      ),
      separator: true,
      spacing: 'Medium',
      selectAction: { type: 'Action.ToggleVisibility', title: say(words.open, { title }), targetElements: [id] },
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
