/** A checklist as a Word file: the same content as its page, with boxes that can be ticked in Word. */
import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import { type Language, say } from '../../knowledge/language.ts';
import { quoteIn } from '../../knowledge/spoken.ts';
import { basisLine, sections, withClause } from '../../knowledge/verdictText.ts';
import { verdictWords } from '../../knowledge/verdictWords.ts';
import type { Checklist } from '../../state/checklists.ts';
import { line, subtle, tones, wordStyles } from './wordStyles.ts';

type Row = Checklist['rows'][number];

/** A4 with margins of 2.2 cm, in twentieths of a point. */
const page = { size: { width: 11906, height: 16838 }, margin: { top: 1247, right: 1247, bottom: 1247, left: 1247 } };
/** Beside the box. */
const left = 440;
const box = {
  unchecked: { value: '2610', font: 'Segoe UI Symbol' },
  checked: { value: '2611', font: 'Segoe UI Symbol' },
};

/** The file's bytes. */
export async function checklistWord(checklist: Checklist): Promise<Buffer> {
  const { language, headline } = checklist;
  const { titled, checklist: own } = verdictWords(language);
  const { title } = own;
  const document = new Document({
    creator: title,
    lastModifiedBy: title,
    title: say(titled, { title, headline }),
    styles: wordStyles,
    sections: [{ properties: { page }, footers: { default: pageNumbers(language) }, children: contents(checklist) }],
  });
  return Packer.toBuffer(document);
}

function contents(checklist: Checklist): Paragraph[] {
  const { language, verdict, headline, subtitle, facts, rows, met, caveat } = checklist;
  const words = verdictWords(language);
  return [
    new Paragraph({ children: [text(words.checklist.title, { color: subtle })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [text(headline, { color: tones[verdict] })] }),
    ...(subtitle ? [new Paragraph({ children: [text(subtitle)] })] : []),
    ...facts.map(fact),
    ...sections.flatMap((section) => {
      const here = rows.filter((row) => row.section === section);
      if (here.length === 0) return [];
      return [heading(words.sections[section]), ...here.flatMap((row, at) => rowParagraphs(row, at + 1, language))];
    }),
    ...listed(words.better, checklist.better),
    ...listed(words.priorities, checklist.priorities),
    ...listed(words.advice, checklist.advice),
    ...listed(words.cautions, checklist.cautions),
    ...listed(
      say(words.metCount, { n: met.length }),
      met.map(({ title, clause }) => withClause(title, clause, language)),
    ),
    new Paragraph({
      spacing: { before: 360 },
      border: { top: { style: BorderStyle.SINGLE, size: 4, space: 8, color: line } },
      children: [text(caveat, { color: subtle, size: 18 })],
    }),
  ];
}

function fact({ label, value }: Checklist['facts'][number], at: number): Paragraph {
  const indent = { left: 1300, hanging: 1300 };
  return new Paragraph({
    indent,
    tabStops: [{ type: 'left', position: indent.left }],
    spacing: { before: at === 0 ? 120 : 0 },
    children: [text(label, { color: subtle }), new TextRun({ children: [new Tab()] }), text(value)],
  });
}

function rowParagraphs(row: Row, number: number, language: Language): Paragraph[] {
  const { title, what, who, todo, clauses, quotes } = row;
  const { quoted, checklist } = verdictWords(language);
  const alias = plain(say(checklist.done, { title }));
  const small = { color: subtle, size: 18 };
  const body: ParagraphChild[][] = [
    [text(what)],
    ...(todo
      ? [[...(who ? [text(say(verdictWords(language).who, { who, todo: '' }), { bold: true })] : []), text(todo)]]
      : []),
    [text(basisLine({ clauses }, language), small)],
    ...quotes.map((quote) => [text(say(quoted, { quote, quoted: quoteIn(quote, language) }), small)]),
  ];
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      indent: { left, hanging: left },
      tabStops: [{ type: 'left', position: left }],
      children: [
        new CheckBox({ alias, checked: false, uncheckedState: box.unchecked, checkedState: box.checked }),
        new TextRun({ children: [new Tab()] }),
        text(`${number}. ${title}`),
      ],
    }),
    // A row is not torn by a page's end: each of its paragraphs stays with the next.
    ...body.map(
      (children, at) => new Paragraph({ indent: { left }, keepLines: true, keepNext: at < body.length - 1, children }),
    ),
  ];
}

const heading = (title: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [text(title)] });

function listed(title: string, own: readonly string[]): Paragraph[] {
  if (own.length === 0) return [];
  return [heading(title), ...own.map((each) => new Paragraph({ bullet: { level: 0 }, children: [text(each)] }))];
}

function pageNumbers(language: Language): Footer {
  const { page: words } = verdictWords(language).checklist;
  const numbers: Record<string, string> = { '{page}': PageNumber.CURRENT, '{pages}': PageNumber.TOTAL_PAGES };
  const children = words.split(/(\{\w+\})/).map((part) => numbers[part] ?? part);
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children, color: subtle, size: 18 })],
      }),
    ],
  });
}

function text(content: string, more: { color?: string; size?: number; bold?: boolean } = {}): TextRun {
  return new TextRun({ text: plain(content), ...more });
}

/** Without the characters that XML cannot hold, and lone halves of others: one would make Word refuse the file. */
function plain(content: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  return content.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed();
}
