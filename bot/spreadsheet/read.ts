/** Reads the first sheet of an Excel file that anybody may have made: bounded in bytes before it is unpacked, in rows and cells after. */
import readXlsxFile from 'read-excel-file/node';
import { repacked } from './unpacked.ts';

/** A file that is not taken; its message is for people. */
export class SpreadsheetError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SpreadsheetError';
  }
}

/** Bytes: of the file, and of what is in it. */
export const largestFile = 10 * 1024 * 1024;
const largestInside = 30 * 1024 * 1024;

export const mostRows = 5000;
const mostColumns = 100;
/** Characters of a cell; what is longer is no question and no fact. */
const longestCell = 4000;

const notExcel = '这不是 Excel 文件（.xlsx）。请另存为 .xlsx 再上传。';

/** Rows of text, the head included, empty rows at the end left out. Dates come as YYYY-MM-DD. Throws `SpreadsheetError`. */
export async function readRows(bytes: Uint8Array): Promise<string[][]> {
  if (bytes.length > largestFile) throw new SpreadsheetError(`文件太大，最多 ${largestFile / 1024 / 1024} MB。`);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new SpreadsheetError(notExcel);
  const inside = repacked(bytes, largestInside);
  if (!inside) throw new SpreadsheetError('文件解开以后太大，或已损坏，没有读取。');
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(Buffer.from(inside));
  } catch (cause) {
    throw new SpreadsheetError(notExcel, cause);
  }
  const rows = sheets[0]?.data ?? [];
  if (rows.length === 0) throw new SpreadsheetError('第一张表是空的。');
  if (rows.length > mostRows + 1)
    throw new SpreadsheetError(`表里有 ${rows.length - 1} 行，一次最多 ${mostRows} 行，请分开上传。`);
  return rows.map((row) => row.slice(0, mostColumns).map(textOf));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value).trim().slice(0, longestCell);
}
