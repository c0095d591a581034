/** How large a zip really is when it is unpacked: measured, not believed, and stopped at the bound. */
import { Unzip, UnzipInflate } from 'fflate';

/** Parts of a workbook. */
const mostEntries = 500;
/** Bytes that are handed to the unpacker at a time, so that a bomb is noticed early. */
const step = 16 * 1024;

/** Bytes of everything in it, or undefined when that is more than `most`, or it is no zip. */
export function unpackedSize(bytes: Uint8Array, most: number): number | undefined {
  let size = 0;
  let entries = 0;
  let broken = bytes[0] !== 0x50 || bytes[1] !== 0x4b;
  const unzip = new Unzip((file) => {
    entries += 1;
    file.ondata = (error, chunk) => {
      if (error) broken = true;
      else size += chunk.length;
    };
    if (entries <= mostEntries) file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && !broken; at += step) {
    try {
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    } catch {
      broken = true;
    }
    if (size > most || entries > mostEntries) return undefined;
  }
  return broken || entries === 0 ? undefined : size;
}
