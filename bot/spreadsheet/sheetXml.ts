/** The files inside an Excel file. Every text is an inline string, never a formula; one that looks like a formula stays a text when its cell is edited (`quotePrefix`). */
import { type Cell, cellText } from './cell.ts';

export interface Column {
  title: string;
  /** Characters. */
  width: number;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet up to its first row below the head, which stays in sight. */
export const opening = (columns: readonly Column[]): string =>
  `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>${row(
    1,
    columns.map(({ title }) => title),
    2,
  )}`;

/** @param style 2: of the head */
export function row(number: number, cells: readonly Cell[], style: 1 | 2 = 1): string {
  const written = cells.map((cell, at) => {
    if (cell === undefined || cell === '') return '';
    const own = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? 3 : style;
    const place = `r="${letters(at)}${number}" s="${own}"`;
    if (typeof cell === 'number') return Number.isFinite(cell) ? `<c ${place}><v>${cell}</v></c>` : '';
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cellText(cell))}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

/** A, B … Z, AA. */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** `_x0041_` would be read as A. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '').replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

export const closing = '</sheetData></worksheet>';

/** 31 characters at most, none that Excel refuses, no two the same. */
export function nameOf(name: string, taken: readonly string[]): string {
  const clean = cellText(name)
    .replace(/[\\/?*[\]:']/g, ' ')
    .slice(0, 25);
  for (let at = 1; ; at += 1) {
    const tried = at === 1 ? clean : `${clean} ${at}`;
    if (!taken.includes(tried)) return tried;
  }
}

/** The other files of a workbook. */
export function frame(names: readonly string[]): Record<string, string> {
  const parts = partsOf(names);
  return Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, declaration + text]));
}

const partsOf = (names: readonly string[]): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>${names
    .map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${kinds}.worksheet+xml"/>`)
    .join('')}</Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
    .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaging}/relationships">${names
    .map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join(
      '',
    )}<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf applyAlignment="1" quotePrefix="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
});
