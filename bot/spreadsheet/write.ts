/** Makes Excel files in which whatever people wrote is text: never a formula, never a control character. */
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';

export type Cell = string | number | undefined;

export interface Sheet {
  name: string;
  columns: readonly { title: string /** Characters. */; width: number }[];
  rows: readonly (readonly Cell[])[];
}

/** The type under which browsers take the file. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Excel takes no more in one cell. */
const longest = 32_767;

/** What is no sign, or is not allowed in XML 1.0; lone surrogates are. */
const unsayable = /[\p{Cc}--[\n\t]]|[\ufffe\uffff]|\p{Cs}/gv;
/** Signs that turn the direction of what follows: shown by their number, so that nobody reads a text the wrong way round. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text as it may stand in a cell; cut where Excel would refuse the file. */
export function cellText(text: string): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(unsayable, '')
    .replace(turning, (sign) => `〔U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}〕`);
  return plain.length > longest ? `${plain.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : plain;
}

const head = (title: string) =>
  ({ value: title, type: String, fontWeight: 'bold', backgroundColor: '#E8EEF4', wrap: true }) as const;

/** A string is written as a string, whatever it begins with. */
const cell = (value: Cell): SheetData[number][number] => {
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  const text = cellText(value);
  // The package keeps texts by name in a plain object, and writes a broken file for names that every object has.
  return { value: text in Object.prototype ? `${text} ` : text, type: String, wrap: true, alignVertical: 'top' };
};

/** The file's bytes. */
export function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [columns.map(({ title }) => head(title)), ...rows.map((row) => row.map(cell))],
    })),
  ).toBuffer();
}
