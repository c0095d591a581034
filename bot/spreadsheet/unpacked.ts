/**
 * Unpacks a zip that anybody may have made, and packs it anew: what is in it is measured, not believed, and stopped at the bound. The sizes that
 * a stranger's zip declares are used by nobody afterwards; the reader of workbooks would set aside as much memory as they say.
 */
import { Unzip, UnzipInflate, zipSync } from 'fflate';

/** Parts of a workbook. */
const mostEntries = 500;
const longestName = 200;
/** Bytes that are handed to the unpacker at a time, so that a bomb is noticed early. */
const step = 16 * 1024;
/** What holds text; pictures and the like are counted and left out. */
const textPart = /\.(?:xml|rels)$/i;

interface Part {
  name: string;
  chunks: Uint8Array[];
}

/** A zip of the texts in it, with their true sizes; undefined when all of it is more than `most` bytes, or it is no zip of texts. */
export function repacked(bytes: Uint8Array, most: number): Uint8Array | undefined {
  const parts = partsOf(bytes, most);
  if (!parts) return undefined;
  const texts = new Map<string, Uint8Array>();
  for (const { name, chunks } of parts) {
    if (!textPart.test(name)) continue;
    const text = Buffer.concat(chunks);
    // Two of one name are read differently by different programs; no text holds U+0000, and XML readers go through it sign by sign.
    if (texts.has(name) || name.length > longestName || text.includes(0)) return undefined;
    texts.set(name, new Uint8Array(text));
  }
  return zipSync(Object.fromEntries(texts), { level: 0 });
}

function partsOf(bytes: Uint8Array, most: number): Part[] | undefined {
  let size = 0;
  let broken = bytes[0] !== 0x50 || bytes[1] !== 0x4b;
  const parts: Part[] = [];
  const unzip = new Unzip((file) => {
    const part: Part = { name: file.name, chunks: [] };
    parts.push(part);
    file.ondata = (error, chunk) => {
      if (error) broken = true;
      else {
        size += chunk.length;
        if (size <= most && textPart.test(part.name)) part.chunks.push(chunk);
      }
    };
    if (parts.length <= mostEntries) file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && !broken; at += step) {
    try {
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    } catch {
      broken = true;
    }
    if (size > most || parts.length > mostEntries) return undefined;
  }
  return broken || parts.length === 0 ? undefined : parts;
}
