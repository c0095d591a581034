import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mostRows, readRows, SpreadsheetError } from '../../../bot/spreadsheet/read.ts';
import { unpackedSize } from '../../../bot/spreadsheet/unpacked.ts';
import { cellText, type Sheet, workbook } from '../../../bot/spreadsheet/write.ts';

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
    expect(unpackedSize(zipSync({ a: new Uint8Array(1000) }), 999)).toBeUndefined();
    expect(unpackedSize(zipSync({ a: new Uint8Array(1000) }), 1000)).toBe(1000);
  });

  it('is refused when it has thousands of parts', () => {
    const parts = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`p${at}`, new Uint8Array(1)]));
    expect(unpackedSize(zipSync(parts), 1_000_000)).toBeUndefined();
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
