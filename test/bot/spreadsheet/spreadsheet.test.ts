import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../bot/spreadsheet/cell.ts';
import { mostRows, readRows, SpreadsheetError } from '../../../bot/spreadsheet/read.ts';
import { repacked } from '../../../bot/spreadsheet/unpacked.ts';
import { type Sheet, workbook } from '../../../bot/spreadsheet/write.ts';

const sheet = (rows: Sheet['rows']): Sheet => ({
  name: '表',
  columns: [
    { title: '序号', width: 6 },
    { title: '问题', width: 30 },
  ],
  rows,
});

/** The parts of a workbook, for what no program of ours would write. */
function madeByHand(cells: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${cells}</sheetData></worksheet>`),
    ...more,
  });
}

describe('An Excel file that we write', () => {
  it('holds what people wrote as text, also where it looks like a formula', async () => {
    const hostile = ['=cmd|"/c calc"!A1', '+1+1', '-2', '@SUM(A1)', '\t=1', '<script>alert(1)</script>', '&amp;'];
    const rows = await readRows(await workbook([sheet(hostile.map((text, at) => [at + 1, text]))]));
    expect(rows.slice(1).map(([, text]) => text)).toEqual(hostile.map((text) => text.trim()));
  });

  it('can be read again whatever word stands in a cell', async () => {
    const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const rows = await readRows(await workbook([sheet(words.map((text, at) => [at + 1, text]))]));
    expect(rows.slice(1).map(([, text]) => text)).toEqual(words);
  });

  it('shows signs that turn the direction of reading, and leaves out what Excel would refuse', () => {
    expect(cellText('abc\u202ed\u2067e')).toBe('abc〔U+202E〕d〔U+2067〕e');
    expect(cellText('a\u0000b\u000bc\ud800d\r\ne')).toBe('abcd\ne');
    expect(cellText('好😀')).toBe('好😀');
  });

  it('cuts a cell that Excel would not open', () => {
    expect(cellText('长'.repeat(40_000))).toHaveLength(32_767);
    expect(cellText('长'.repeat(40_000)).endsWith('…')).toBe(true);
  });
});

describe('An Excel file that somebody uploads', () => {
  it('is read as rows of text, with dates as days', async () => {
    const bytes = madeByHand(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>问题</t></is></c><c r="B1"><v>12</v></c><c r="C1" t="b"><v>1</v></c></row>',
    );
    expect(await readRows(bytes)).toEqual([['问题', '12', '是']]);
  });

  it.each([
    ['a text file', strToU8('序号,问题\n1,年龄')],
    ['an empty file', new Uint8Array()],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') })],
    ['half a file', madeByHand('<row/>').slice(0, 300)],
    ['an old .xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ])('is refused with a sentence when it is %s', async (_what, bytes) => {
    await expect(readRows(bytes)).rejects.toThrow(SpreadsheetError);
  });

  it('is refused when it has more rows than are taken', async () => {
    const many = Array.from({ length: mostRows + 1 }, (_, at) => [at + 1, `第${at}问`]);
    await expect(readRows(await workbook([sheet(many)]))).rejects.toThrow(`${mostRows + 1} 行`);
  });

  it('is not unpacked beyond its bound, whatever it says of itself', async () => {
    const bomb = madeByHand('', { 'xl/media/image1.png': new Uint8Array(120 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    await expect(readRows(bomb)).rejects.toThrow('解开以后太大');
    expect(repacked(zipSync({ a: new Uint8Array(1000) }), 999)).toBeUndefined();
    expect(repacked(zipSync({ a: new Uint8Array(1000) }), 1000)).toBeDefined();
  });

  it('is read with the sizes that its parts have, whatever sizes they claim', async () => {
    const bytes = madeByHand('<row r="1"><c r="A1" t="inlineStr"><is><t>问题</t></is></c></row>');
    const claimed = 3_000_000_000;
    // The size stands 22 bytes behind the mark of a part's own head, 24 behind that of its line in the list at the end.
    const [view, list] = [new DataView(bytes.buffer), [0x04034b50, 0x02014b50]];
    for (let at = 0; at + 28 < bytes.length; at += 1) {
      const mark = list.indexOf(view.getUint32(at, true));
      if (mark >= 0) view.setUint32(at + 22 + 2 * mark, claimed, true);
    }
    const made = repacked(bytes, 1_000_000);
    if (!made) throw new Error('not read');
    const largest = Math.max(...Object.values(unzipSync(made)).map(({ length }) => length));
    expect(largest).toBeLessThan(1000);
    const honest = new DataView(made.buffer, made.byteOffset);
    for (let at = 0; at + 28 < made.length; at += 1)
      if (honest.getUint32(at, true) === 0x04034b50) expect(honest.getUint32(at + 22, true)).toBeLessThan(1000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await readRows(bytes)).toEqual([['问题']]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });

  it('is refused when there are signs in it that no text has, before they are read one by one', async () => {
    const sheet1 = '<worksheet><sheetData><row r="1"/></sheetData></worksheet>';
    const padded = strToU8(`${sheet1}${'\0'.repeat(1_000_000)}`);
    await expect(readRows(madeByHand('', { 'xl/worksheets/sheet1.xml': padded }))).rejects.toThrow('已损坏');
  });

  it('may hold 30 MB at most, which is more than all the rows that are taken need', async () => {
    const wide = Array.from({ length: mostRows }, (_, at) => [at + 1, '问'.repeat(500)]);
    expect(await readRows(await workbook([sheet(wide)]))).toHaveLength(mostRows + 1);
    const bomb = madeByHand('', { 'xl/media/image1.png': new Uint8Array(31 * 1024 * 1024) });
    await expect(readRows(bomb)).rejects.toThrow('解开以后太大');
  });

  it('is refused when it has thousands of parts', () => {
    const parts = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`p${at}`, new Uint8Array(1)]));
    expect(repacked(zipSync(parts), 1_000_000)).toBeUndefined();
  });

  it('reads no entity of its own making', async () => {
    const bytes = madeByHand('', {
      'xl/worksheets/sheet1.xml': strToU8(
        '<!DOCTYPE a [<!ENTITY x "boom">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>',
      ),
    });
    const rows = await readRows(bytes).catch(() => [['refused']]);
    expect(JSON.stringify(rows)).not.toContain('boom');
  });
});
