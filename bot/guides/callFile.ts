/** The text of a call out of a file that anybody may have made: plain text, or a Word file, which is measured before it is read. */
import { NotAGuide } from '../../knowledge/newGuide/sourceText.ts';
import { repacked } from '../spreadsheet/unpacked.ts';
import type { CallText } from './docxText.ts';

/** Bytes: of the file, and of what is in it. */
const largestFile = 10 * 1024 * 1024;
const largestInside = 12 * 1024 * 1024;

/** Throws `NotAGuide` for what cannot be read. */
export async function readCallFile(bytes: Uint8Array): Promise<CallText> {
  if (bytes.length > largestFile) throw new NotAGuide(`文件太大，最多 ${largestFile / 1024 / 1024} MB。`);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new NotAGuide('这是旧格式的 Word 文件（.doc）：请另存为 .docx 或纯文本再来。');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { text: decoded(bytes), notes: [] };
  const inside = repacked(bytes, largestInside);
  if (!inside) throw new NotAGuide('文件解开以后太大，或已损坏，没有读取。');
  const { textOfDocx } = await import('./docxText.ts');
  return textOfDocx(inside);
}

/** UTF-8, or GB 18030 as many programs here still write it. */
function decoded(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new NotAGuide('这不是文字文件，也不是 Word 文件（.docx）。');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    } catch (cause) {
      throw new NotAGuide('文字的编码认不出来：请存为 UTF-8 再来。', { cause });
    }
  }
}
