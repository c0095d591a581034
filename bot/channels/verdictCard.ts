/** The verdict as an Adaptive Card (schema 1.5 at most): headline, counts, rows with their clause, met items folded. */

import type { VerdictShown } from '../../dialogs/reply.ts';
import type { ChecklistRow } from '../../knowledge/checklist.ts';
import { type Language, say } from '../../knowledge/language.ts';
import type { Preference } from '../../knowledge/priority.ts';
import { adviceLine, basisLine, cautionLine, remedyLine, sections } from '../../knowledge/verdictText.ts';
import { type Section, verdictWords } from '../../knowledge/verdictWords.ts';
import { type ChecklistLinks, checklistLine } from '../checklists/links.ts';
import { columns, type Element, folded, type Look, opening, runs, saying, text } from './cardParts.ts';

const styles = {
  'not-eligible': 'attention',
  'needs-confirmation': 'warning',
  fixable: 'warning',
  ready: 'good',
} as const;
const marks = { 'not-eligible': '×', 'needs-confirmation': '?', fixable: '!', ready: '✓' } as const;
const colors = { failed: 'Attention', 'to-confirm': 'Warning', missing: 'Accent', met: 'Good' } as const;

const small: Look = { size: 'Small', isSubtle: true };

/** @param checklist where the checklist can be opened, when it can */
export function verdictCard(shown: VerdictShown, checklist?: ChecklistLinks): Element {
  const { assessment, rows, met, advice, cautions, language } = shown;
  const words = verdictWords(language);
  const ofSection = (section: Section): ChecklistRow[] => rows.filter((row) => row.section === section);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: checklist ? `${assessment.text}\n\n${checklistLine(checklist, language)}` : assessment.text,
    speak: shown.headline,
    msteams: { width: 'Full' },
    body: [
      heading(shown),
      ...shown.facts.map(labelled),
      counts(shown),
      ...sections.flatMap((section) => sectionOf(section, ofSection(section), language)),
      ...linesOf(
        words.better,
        assessment.remedy.map((each) => text(remedyLine(each, language), {}, { spacing: 'Small' })),
      ),
      ...prioritiesOf(assessment.preferences, language),
      ...fold('advice', say(words.adviceCount, { n: advice.length }), advice.map(adviceLine), '·', language),
      ...fold(
        'cautions',
        say(words.cautionCount, { n: cautions.length }),
        cautions.map((each) => cautionLine(each, language)),
        '?',
        language,
      ),
      ...fold(
        'met',
        say(words.metCount, { n: met.length }),
        met.map(({ title, clause }) => `${title}（${clause}）`),
        marks.ready,
        language,
      ),
      text(shown.caveat, small, { separator: true, spacing: 'Medium' }),
    ],
    actions: [
      ...(checklist
        ? [opening(words.checklist.print, checklist.page), opening(words.checklist.word, checklist.word)]
        : []),
      ...shown.actions.map(saying),
    ],
  };
}

function heading({ assessment, headline, subtitle }: VerdictShown): Element {
  return {
    type: 'Container',
    style: styles[assessment.verdict],
    bleed: true,
    items: [
      columns(
        [text(marks[assessment.verdict], { size: 'ExtraLarge', weight: 'Bolder' }), 'auto'],
        [
          [
            { ...text(headline, { size: 'Large', weight: 'Bolder' }), style: 'heading' },
            ...(subtitle ? [text(subtitle, { size: 'Small' }, { spacing: 'None' })] : []),
          ],
          'stretch',
        ],
      ),
    ],
  };
}

function labelled({ label, value }: VerdictShown['facts'][number], at: number): Element {
  return {
    ...columns([text(label, { isSubtle: true }), '72px'], [text(value), 'stretch']),
    spacing: at === 0 ? 'Medium' : 'Small',
  };
}

function counts({ rows, met, language }: VerdictShown): Element {
  const words = verdictWords(language).counts;
  const numbers = [
    ...sections.map((section) => ({ kind: section, n: rows.filter((row) => row.section === section).length })),
    { kind: 'met' as const, n: met.length },
  ].filter(({ kind, n }) => n > 0 || kind === 'met');
  const middle = { horizontalAlignment: 'Center', spacing: 'None' } as const;
  const cells = numbers.map(({ kind, n }): [Element[], string] => [
    [
      text(String(n), { size: 'ExtraLarge', weight: 'Bolder', color: colors[kind] }, middle),
      text(words[kind], small, middle),
    ],
    'stretch',
  ]);
  return { type: 'Container', style: 'emphasis', spacing: 'Medium', items: [columns(...cells)] };
}

function sectionOf(section: Section, rows: readonly ChecklistRow[], language: Language): Element[] {
  if (!rows.length) return [];
  return [
    sectionHeading(verdictWords(language).sections[section]),
    ...rows.map((row, at) => ({ ...rowElement(row, at + 1, language), spacing: at === 0 ? 'Small' : 'Medium' })),
  ];
}

const sectionHeading = (title: string): Element => ({
  ...text(title, { weight: 'Bolder', size: 'Medium' }, { separator: true, spacing: 'Medium' }),
  style: 'heading',
});

function rowElement(row: ChecklistRow, number: number, language: Language): Element {
  const { quoted } = verdictWords(language);
  const quote = row.quotes.slice(0, 1).map((each) => say(quoted, { quote: each }));
  return columns(
    [text(String(number), { weight: 'Bolder', color: colors[row.section] }), '24px'],
    [
      [
        text(row.title, { weight: 'Bolder' }),
        text(row.what, {}, { spacing: 'None' }),
        ...(row.todo ? [todo(row)] : []),
        text([basisLine(row, language), ...quote].join(' '), small, { spacing: 'Small' }),
      ],
      'stretch',
    ],
  );
}

/** Who does what, the one who does it in bold. */
function todo({ who, todo: what }: ChecklistRow): Element {
  return who
    ? runs(
        [
          [`${who}：`, { weight: 'Bolder' }],
          [what, {}],
        ],
        { spacing: 'None' },
      )
    : text(what, {}, { spacing: 'None' });
}

function linesOf(title: string, lines: readonly Element[]): Element[] {
  return lines.length ? [sectionHeading(title), ...lines] : [];
}

function prioritiesOf(preferences: readonly Preference[], language: Language): Element[] {
  const { priorities, statuses, prioritiesNote } = verdictWords(language);
  const lines = preferences.map(({ status, entry }) => ({
    ...columns(
      [text('•', { weight: 'Bolder', color: 'Accent' }), '24px'],
      [[text(entry), text(statuses[status], small, { spacing: 'None' })], 'stretch'],
    ),
    spacing: 'Small',
  }));
  if (!lines.length) return [];
  return [sectionHeading(priorities), ...lines, text(prioritiesNote, small, { spacing: 'Small' })];
}

function fold(id: string, title: string, lines: readonly string[], mark: string, language: Language): Element[] {
  if (!lines.length) return [];
  const words = verdictWords(language);
  return folded(
    id,
    title,
    { ...words, toggle: say(words.toggle, { title }) },
    lines.map((line) => text(`${mark} ${line}`, { size: 'Small' }, { spacing: 'None' })),
  );
}
