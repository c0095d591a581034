/** 附1 to 附3, printed again from the records: the two tables byte for byte, every line of 附1. */
import type { Fault } from '../guideFolder.ts';
import type { Agreement, Base, GuideFiles, SisterCity } from '../guideSchema.ts';
import { type CheckedFolder, fault } from './folder.ts';
import { linesOf } from './outline.ts';

type Appendix = GuideFiles['guide']['appendices'][number];

/** A table cell stands on its own line after a tab. */
const cell = (text: string): string => `\t${text}\n`;
const row = (...cells: readonly string[]): string => `${cells.map(cell).join('')}\n`;

function pairRow({ no, jiangxiSide, declared, foreignPlace, country }: SisterCity): string {
  return row(String(no), declared ? `${jiangxiSide}\n${declared}` : '', foreignPlace, country);
}

function baseRow({ no, name, type, host }: Base): string {
  return row(String(no), name, type, host);
}

/** A line of 附1. */
export function agreementLine({ item, party, documents }: Agreement): string {
  return `${item}${party ? `${party}：` : ''}${documents.join('、')}`;
}

export function checkTables({ files, words }: CheckedFolder): Fault[] {
  const { appendices } = files.guide;
  const find = (id: string): Appendix | undefined => appendices.find((each) => each.id === id);
  const cities = find('附2');
  const bases = find('附3');
  return [
    ...compare(words, {
      file: 'sisterCities.json',
      appendix: cities,
      rows: files.sisterCities.map(pairRow),
      closing: cities?.closing ?? '',
    }),
    ...compare(words, { file: 'bases.json', appendix: bases, rows: files.bases.map(baseRow), closing: '' }),
    ...checkAgreementLines(files.agreements, words),
  ];
}

interface Table {
  file: string;
  appendix: Appendix | undefined;
  rows: readonly string[];
  /** What is said below the last row, in a cell of its own or beside the table. */
  closing: string;
}

/** Walks the printed table row by row and names the first row that differs. Blank lines above the title say nothing. */
function compare(words: string, { file, appendix, rows, closing }: Table): Fault[] {
  const top = row(...(appendix?.columns ?? []));
  const named = words.search(new RegExp(`^\\s*${appendix?.id}\\s*$`, 'm'));
  const start = words.indexOf(top, named);
  const above = start < 0 ? '' : words.slice(named, start).trim().split(/\n\s*/).at(-1);
  if (above !== appendix?.title) return [fault('guide.json', 'appendices', '原文没有这样的表头', top)];
  let at = start + top.length;
  for (const [index, printed] of rows.entries()) {
    if (!words.startsWith(printed, at))
      return [fault(file, String(index), '与原文表格的这一行不是逐字节相同', words.slice(at).split('\n\n')[0])];
    at += printed.length;
  }
  const rest = words.slice(at);
  const ended = closing === '' ? !rest.startsWith('\t') : rest.trimStart().startsWith(closing);
  return ended ? [] : [fault(file, String(rows.length), '原文的表格到这里还没有完')];
}

function checkAgreementLines(agreements: readonly Agreement[], words: string): Fault[] {
  const lines = linesOf(words.slice(words.search(/^\s*附1$/m), words.search(/^\s*附2$/m)));
  const printed = lines.filter((line) => /^（[一二三四五六七八九十]+）|^《/.test(line));
  const sectionOf = (at: number): string | undefined =>
    lines.slice(0, lines.indexOf(printed[at] ?? '')).findLast((line) => /^[一二三]、/.test(line));
  const wrong = agreements.flatMap((agreement, i) => {
    const line = agreementLine(agreement);
    if (printed[i] !== line) return [fault('agreements.json', String(i), '拼不回附1的这一行', printed[i] ?? line)];
    if (sectionOf(i) !== agreement.section) return [fault('agreements.json', `${i}.section`, '不在这个标题下', line)];
    const no = `${agreement.section.slice(0, 1)}${agreement.item}`;
    return no === agreement.no ? [] : [fault('agreements.json', `${i}.no`, `应为 ${no}`, agreement.no)];
  });
  const lost = printed.slice(agreements.length);
  return [...wrong, ...lost.map((line) => fault('agreements.json', '', '漏了附1的一行', line))];
}
