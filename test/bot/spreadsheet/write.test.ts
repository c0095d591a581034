/** Excel files of any length, in which everything that anybody wrote is text. */
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../bot/spreadsheet/cell.ts';
import { type StreamedSheet, workbookChunks } from '../../../bot/spreadsheet/write.ts';
import { all } from '../../support/saying.ts';
import { hostile } from '../staff/transcripts/talks.ts';

const sheet = (name: string, rows: StreamedSheet['rows']): StreamedSheet => ({
  name,
  columns: [
    { title: '甲', width: 10 },
    { title: '乙', width: 20 },
  ],
  rows,
});

async function fileOf(sheets: StreamedSheet[], most?: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of workbookChunks(sheets, most)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('an Excel file', () => {
  it('gives back what was written, whatever it begins with or is called', async () => {
    const texts = [
      '=1+1',
      '+1',
      '-1',
      '@x',
      'constructor',
      '__proto__',
      'toString',
      '<b>&"\'',
      ' 两头空格 ',
      '一\n二',
      '😀',
    ];
    const rows: Cell[][] = texts.map((text, at) => [text, at]);
    const [read] = await readXlsxFile(await fileOf([sheet('表', rows)]), { trim: false });
    expect(read).toMatchObject({ sheet: '表', data: [['甲', '乙'], ...rows] });
  });

  it('holds no formula, no control character and no turned text, and no cell longer than Excel takes', async () => {
    const file = await fileOf([
      sheet(
        '表',
        [...hostile, '长'.repeat(40_000)].map((text) => [text, undefined]),
      ),
    ]);
    const parts = Object.entries(unzipSync(file)).map(
      ([name, bytes]) => [name, Buffer.from(bytes).toString()] as const,
    );
    const [, xml = ''] = parts.find(([name]) => name.endsWith('sheet1.xml')) ?? [];
    expect(parts.map(([name]) => name)).toContain('[Content_Types].xml');
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).toContain('〔U+202E〕');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/);
    expect(xml.isWellFormed()).toBe(true);
    const cells = [...xml.matchAll(/<t [^>]*>([^<]*)</g)].map(([, text = '']) => text);
    expect(Math.max(...cells.map(({ length }) => length))).toBe(32_767);
    // Such a cell stays a text when somebody edits it.
    expect(xml).toMatch(/s="3" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK/);
  });

  it('goes on in a further sheet where one is full', async () => {
    async function* rows() {
      for (let at = 1; at <= 7; at += 1) yield [`第 ${at} 行`, at];
    }
    const file = await fileOf([sheet('对话', [['x', 1]]), sheet('记录', rows())], 4);
    const read = await readXlsxFile(file);
    expect(read.map((each) => [each.sheet, each.data.length - 1])).toEqual([
      ['对话', 1],
      ['记录', 3],
      ['记录 2', 3],
      ['记录 3', 1],
    ]);
    expect(read.flatMap(({ data }) => data.slice(1).map(([, number]) => number))).toEqual([1, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('is sent in pieces while its rows are made, and ends with the fault of a row', async () => {
    let made = 0;
    async function* rows() {
      for (;;) {
        made += 1;
        if (made > 5000) throw new Error('no more');
        yield ['长'.repeat(200), made];
      }
    }
    const chunks = workbookChunks([sheet('表', rows())]);
    await chunks.next();
    expect(made).toBeLessThan(600);
    await expect(all(chunks)).rejects.toThrow('no more');
  });
});
