/** The call's text in the form in which a guide folder keeps it: nothing but its layout is changed. */

/** A text that is no guide, or cannot be made into one; the message is for people. */
export class NotAGuide extends Error {
  override name = 'NotAGuide';
}

/** Characters; the guide of 2023 has 27,000. */
const longestText = 400_000;
const longestLine = 20_000;
/** What is no sign and no layout. */
const unsayable = /[\p{Cc}--[\n\t]]|[\ufeff\ufffe\uffff\u200b\u2060]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gv;

/** A table row of four cells on lines of their own, as `source.txt` has it; the first cell of a group may hold two lines. */
export function tableRow(cells: readonly string[]): string {
  return `${cells.map((cell) => `\t${cell}\n`).join('')}\n`;
}

/** The text with `\n` alone at the ends of lines, without signs that nobody sees, tables one cell a line. Throws `NotAGuide`. */
export function sourceOf(text: string): string {
  if (text.length > longestText)
    throw new NotAGuide(`这份文字有 ${text.length} 个字，太长了，不像一份申报指南（最多 ${longestText} 个字）。`);
  const lines = text.replace(/\r\n?/g, '\n').replace(unsayable, '').split('\n');
  if (lines.some((line) => line.length > longestLine))
    throw new NotAGuide('这份文字里有一行特别长，不像一份申报指南。');
  return `${withTables(lines).join('\n').trim()}\n`;
}

/** Rows whose cells stand on one line, with tabs between, are written one cell a line. */
function withTables(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const cells = line
      .trim()
      .split('\t')
      .map((cell) => cell.trim());
    // an empty cell may stand between two tabs, where the one above goes on
    return cells.length === 4 && (/^\d+$/.test(cells[0] ?? '') || cells[0] === '序号')
      ? tableRow(cells.map(inTwoLines)).replace(/\n$/, '').split('\n')
      : [line];
  });
}

/** 江西省（26对） → 江西省 and （26对） below it. */
export const inTwoLines = (cell: string): string => cell.replace(/\s*([（(]\d+对[）)])$/, '\n$1');

/** Four cells, each a line after a tab; below the name of a side how many pairs it has. */
const tableOfFour = /^\n*(?:[ ]*\t[^\t\n]*\n(?:[ ]*[（(]\d+对[）)][ ]*\n)?){4}/;

/** Cells of the rows of a table in `source.txt`, from a line on; what is no row ends it. */
export function rowsFrom(text: string): { rows: string[][]; rest: string } {
  const rows: string[][] = [];
  let rest = text;
  for (;;) {
    const [row] = tableOfFour.exec(rest) ?? [];
    if (row === undefined) return { rows, rest };
    rows.push(
      row
        .split('\t')
        .slice(1)
        .map((cell) => cell.trim()),
    );
    rest = rest.slice(row.length);
  }
}
