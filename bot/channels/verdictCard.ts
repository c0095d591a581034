/** The verdict as an Adaptive Card (schema 1.5 at most): headline, counts, rows with their clause, met items folded. */

import type { VerdictShown } from '../../dialogs/reply.ts';
import type { ChecklistRow } from '../../knowledge/checklist.ts';
import { type Language, say } from '../../knowledge/language.ts';
import type { Preference } from '../../knowledge/priority.ts';
import { entryIn, quoteIn } from '../../knowledge/spoken.ts';
import {
  adviceLine,
  basisLine,
  cautionLine,
  clausesIn,
  remedyLine,
  sections,
  withClause,
} from '../../knowledge/verdictText.ts';
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
/** Yellow and green are too pale to read on Teams' white. */
const colors = { failed: 'Attention', 'to-confirm': 'Accent', missing: 'Accent', met: 'Default' } as const;

const small: Look = { size: 'Small', isSubtle: true };

/** What a channel wants otherwise; where the card leaves something out, the counts stay what they are. */
export interface Shortened {
  /** What stands above the verdict. */
  before?: readonly Element[];
  /** The sentences of the guide under the rows. */
  quotes?: 'none';
  /** What is folded away. */
  folds?: 'none';
  /** So many rows say what to do; of the others the title and the clause. */
  rows?: number;
  /** So many priorities. */
  priorities?: number;
  /** Said at the end: where the rest is. */
  note?: string;
  /** For who sees no cards; the whole verdict as text otherwise. */
  fallbackText?: string;
}

/** @param checklist where the checklist can be opened, when it can */
export function verdictCard(shown: VerdictShown, checklist?: ChecklistLinks, shortened: Shortened = {}): Element {
  const { assessment, rows, language } = shown;
  const words = verdictWords(language);
  const brief = new Set(rows.slice(shortened.rows ?? rows.length));
  const quotes = shortened.quotes === 'none' ? 0 : 1;
  const sectionOf = (section: Section): Element[] => {
    const here = rows.filter((row) => row.section === section);
    if (here.length === 0) return [];
    const elements = here.map((row, at) => ({
      ...(brief.has(row) ? briefRow(row, at + 1, language) : rowElement(row, at + 1, quotes, language)),
      spacing: at === 0 || brief.has(row) ? 'Small' : 'Medium',
    }));
    return [sectionHeading(words.sections[section]), ...elements];
  };
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText:
      shortened.fallbackText ??
      (checklist ? `${assessment.text}\n\n${checklistLine(checklist, language)}` : assessment.text),
    speak: shown.headline,
    msteams: { width: 'Full' },
    body: [
      ...(shortened.before ?? []),
      heading(shown),
      ...shown.facts.map(labelled),
      counts(shown),
      ...sections.flatMap(sectionOf),
      ...linesOf(
        words.better,
        assessment.remedy.map((each) => text(remedyLine(each, language), {}, { spacing: 'Small' })),
      ),
      ...prioritiesOf(assessment.preferences.slice(0, shortened.priorities), language),
      ...(shortened.folds === 'none' ? [] : folds(shown)),
      ...(shortened.note ? [text(shortened.note, {}, { separator: true, spacing: 'Medium' })] : []),
      text(shown.caveat, small, { separator: true, spacing: 'Medium' }),
      // Not among the actions below: of those only six are shown.
      ...(shown.ratings ? [{ type: 'ActionSet', spacing: 'Medium', actions: shown.ratings.map(saying) }] : []),
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

const sectionHeading = (title: string): Element => ({
  ...text(title, { weight: 'Bolder', size: 'Medium' }, { separator: true, spacing: 'Medium' }),
  style: 'heading',
});

/** A row by its title and clause alone. */
const briefRow = ({ title, clauses }: ChecklistRow, number: number, language: Language): Element =>
  text(`${number}　${say(verdictWords(language).withClause, { text: title, clause: clausesIn(clauses, language) })}`);

function rowElement(row: ChecklistRow, number: number, quotes: number, language: Language): Element {
  const { quoted } = verdictWords(language);
  const quote = row.quotes
    .slice(0, quotes)
    .map((each) => say(quoted, { quote: each, quoted: quoteIn(each, language) }));
  return columns(
    [text(String(number), { weight: 'Bolder', color: colors[row.section] }), '24px'],
    [
      [
        text(row.title, { weight: 'Bolder' }),
        text(row.what, {}, { spacing: 'None' }),
        ...(row.todo ? [todo(row, language)] : []),
        text([basisLine(row, language), ...quote].join(' '), small, { spacing: 'Small' }),
      ],
      'stretch',
    ],
  );
}

/** Who does what, the one who does it in bold. */
function todo({ who, todo: what }: ChecklistRow, language: Language): Element {
  return who
    ? runs(
        [
          [say(verdictWords(language).who, { who, todo: '' }), { weight: 'Bolder' }],
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
      [[text(entryIn(entry, language)), text(statuses[status], small, { spacing: 'None' })], 'stretch'],
    ),
    spacing: 'Small',
  }));
  if (!lines.length) return [];
  return [sectionHeading(priorities), ...lines, text(prioritiesNote, small, { spacing: 'Small' })];
}

/** Reminders, what the call leaves open, and what is met. */
function folds({ advice, cautions, met, language }: VerdictShown): Element[] {
  const words = verdictWords(language);
  const doubts = cautions.map((each) => cautionLine(each, language));
  const done = met.map(({ title, clause }) => withClause(title, clause, language));
  return [
    ...fold(
      'advice',
      say(words.adviceCount, { n: advice.length }),
      advice.map((each) => adviceLine(each, language)),
      '·',
      language,
    ),
    ...fold('cautions', say(words.cautionCount, { n: cautions.length }), doubts, '?', language),
    ...fold('met', say(words.metCount, { n: met.length }), done, marks.ready, language),
  ];
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
