/** Makes Excel files of any length: rows are written as they come, so that neither memory nor a single step grows with their number. */
import { Zip, ZipDeflate } from 'fflate';
import type { Cell } from './cell.ts';
import { type Column, closing, frame, nameOf, opening, row } from './sheetXml.ts';

interface Named {
  name: string;
  columns: readonly Column[];
}
export interface Sheet extends Named {
  rows: readonly (readonly Cell[])[];
}
export interface StreamedSheet extends Named {
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

/** The type under which browsers take the file. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rows of a sheet, its head included; Excel takes 1,048,576. What is more goes on in a further sheet. */
const mostRows = 1_000_000;
/** Characters that are compressed at a time. */
const step = 64 * 1024;

/**
 * The file's bytes, piece by piece.
 *
 * @param most rows of one sheet; smaller in tests
 */
export async function* workbookChunks(sheets: readonly StreamedSheet[], most = mostRows): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let fault: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) fault = error;
    else ready.push(chunk);
  });
  function* drained(): Generator<Uint8Array> {
    if (fault) throw fault;
    yield* ready.splice(0);
  }
  function add(path: string): (text: string, last?: 'last') => void {
    const file = new ZipDeflate(path, { level: 3 });
    zip.add(file);
    return (text, last) => file.push(Buffer.from(text), last === 'last');
  }

  const names: string[] = [];
  for (const sheet of sheets) {
    let write = begun();
    let count = 1;
    let text = '';
    function begun(): (text: string, last?: 'last') => void {
      names.push(nameOf(sheet.name, names));
      const push = add(`xl/worksheets/sheet${names.length}.xml`);
      push(opening(sheet.columns));
      return push;
    }
    for await (const cells of sheet.rows) {
      if (count >= most) {
        write(text + closing, 'last');
        [write, count, text] = [begun(), 1, ''];
      }
      count += 1;
      text += row(count, cells);
      if (text.length < step) continue;
      write(text);
      text = '';
      yield* drained();
    }
    write(text + closing, 'last');
    yield* drained();
  }
  for (const [path, text] of Object.entries(frame(names))) add(path)(text, 'last');
  zip.end();
  yield* drained();
}

/** The file's bytes at once. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of workbookChunks(sheets)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
