/** The invented call of 2024 as a Word file: paragraphs, and tables in which the cell of a 中方 goes down over all its pairs. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import { rowsFrom } from '../../../knowledge/newGuide/sourceText.ts';
import { text2024 } from './guide2024.ts';

type Block = Paragraph | Table;

const lines = (text: string): Paragraph[] => text.split('\n').map((line) => new Paragraph(line.trim()));

function tableOf(rows: readonly string[][]): Table {
  return new Table({
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          children: cells.map((cell, column) => {
            const below = rows[at + 1]?.[column] === '' && at > 0;
            const merge = cell === '' ? VerticalMergeType.CONTINUE : below ? VerticalMergeType.RESTART : undefined;
            return new TableCell({ children: lines(cell), ...(merge && { verticalMerge: merge }) });
          }),
        }),
    ),
  });
}

/** @param instead the text, if it is another one */
export function docx2024(instead?: string): Promise<Buffer> {
  const blocks: Block[] = [];
  let text = instead ?? text2024();
  for (;;) {
    const start = text.search(/^\t序号\n/m);
    if (start < 0) break;
    blocks.push(...lines(text.slice(0, start)));
    const { rows, rest } = rowsFrom(text.slice(start));
    blocks.push(tableOf(rows));
    text = rest;
  }
  blocks.push(...lines(text));
  return Packer.toBuffer(new Document({ sections: [{ children: blocks }] }));
}
