/** The text of a Word file as a guide keeps it: a paragraph a line, a table cell a line after a tab. */
import mammoth from 'mammoth';
import { z } from 'zod';
import { inTwoLines, NotAGuide, tableRow } from '../../knowledge/newGuide/sourceText.ts';

export interface CallText {
  text: string;
  /** What the file has that its text does not give, in Chinese. */
  notes: string[];
}

/** An element of what mammoth reads; only what is used here. */
const element = z.object({
  type: z.string(),
  value: z.string().optional(),
  children: z.array(z.unknown()).optional(),
  numbering: z.unknown().optional(),
  rowSpan: z.number().optional(),
  colSpan: z.number().optional(),
});
type Element = z.infer<typeof element>;

/** Nested tables, boxes in boxes. */
const deepest = 60;

const childrenOf = ({ children = [] }: Element): Element[] =>
  children.flatMap((each) => {
    const parsed = element.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });

/** @param bytes a zip whose sizes were measured */
export async function textOfDocx(bytes: Uint8Array): Promise<CallText> {
  let root: unknown;
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        transformDocument: (document: unknown) => {
          root = document;
          return { type: 'document', children: [], notes: {}, comments: [] };
        },
      },
    );
  } catch (cause) {
    if (root === undefined) throw new NotAGuide('这不是 Word 文件（.docx），或已损坏，没有读取。', { cause });
  }
  const document = element.safeParse(root);
  if (!document.success) throw new NotAGuide('这个 Word 文件里没有文字。');
  const numbered: string[] = [];
  const text = blocks(document.data, 0, numbered);
  const notes =
    numbered.length === 0
      ? []
      : [
          `Word 自动编号的 ${numbered.length} 段，编号不在文字里：请在 Word 里把编号转成文字再来，或对照原文补上。头几段：${numbered.slice(0, 3).join('；')}`,
        ];
  return { text, notes };
}

function blocks(parent: Element, depth: number, numbered: string[]): string {
  if (depth > deepest) throw new NotAGuide('这个 Word 文件里一层套一层太多，没有读取。');
  return childrenOf(parent)
    .map((each) => {
      if (each.type === 'table') return table(each, depth, numbered);
      if (each.type !== 'paragraph') return blocks(each, depth + 1, numbered);
      const text = inline(each, depth);
      if (each.numbering !== undefined && each.numbering !== null && text.trim() !== '')
        numbered.push(text.slice(0, 20));
      return `${text}\n`;
    })
    .join('');
}

function inline(parent: Element, depth: number): string {
  if (depth > deepest) throw new NotAGuide('这个 Word 文件里一层套一层太多，没有读取。');
  return childrenOf(parent)
    .map((each) => {
      if (each.type === 'text') return each.value ?? '';
      if (each.type === 'tab') return '\t';
      if (each.type === 'break') return '\n';
      return each.type === 'image' ? '' : inline(each, depth + 1);
    })
    .join('');
}

/** Cells that go on below stand empty there; a row of one cell is a line of its own. */
function table(parent: Element, depth: number, numbered: string[]): string {
  const open = new Map<number, number>();
  const rows = childrenOf(parent).flatMap((each) => (each.type === 'tableRow' ? [each] : childrenOf(each)));
  const printed = rows.map((row) => {
    const cells: string[] = [];
    const own = childrenOf(row);
    const next = (): void => {
      for (let left = open.get(cells.length) ?? 0; left > 0; left = open.get(cells.length) ?? 0) {
        open.set(cells.length, left - 1);
        cells.push('');
      }
    };
    for (const cell of own) {
      next();
      if ((cell.rowSpan ?? 1) > 1) open.set(cells.length, (cell.rowSpan ?? 1) - 1);
      cells.push(
        inTwoLines(
          blocks(cell, depth + 1, numbered)
            .replace(/\s*\n\s*/g, '')
            .trim(),
        ),
      );
    }
    next();
    const [only = ''] = cells;
    return own.length === 1 ? `\t${only}\n` : tableRow(cells);
  });
  return `${printed.join('')}\n`;
}
