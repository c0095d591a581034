/** The pixels of a PNG picture, so that a test can tell what is to be seen. */
import { inflateSync } from 'node:zlib';

/** A picture of 8 bits a sample, with or without transparency. */
export function pictureOf(png: Buffer) {
  const [width, height, samples] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const rows = unfiltered(inflateSync(Buffer.concat(parts)), width * samples, samples);
  const pixels = rows.flatMap((row) =>
    Array.from({ length: width }, (_, x) => {
      const [red = 0, green = 0, blue = 0, alpha = 255] = row.subarray(x * samples, x * samples + samples);
      return { colours: [red, green, blue], alpha };
    }),
  );
  return { width, height, pixels };
}

/** PNG's five filters, undone (w3.org/TR/png, 9.2). */
function unfiltered(data: Buffer, length: number, step: number): Buffer[] {
  const rows: Buffer[] = [];
  for (let at = 0; at < data.length; at += length + 1) {
    const [filter, row, above] = [data[at] ?? 0, Buffer.from(data.subarray(at + 1, at + 1 + length)), rows.at(-1)];
    for (let x = 0; x < length; x += 1) {
      const [left, up, corner] = [row[x - step] ?? 0, above?.[x] ?? 0, (x >= step && above?.[x - step]) || 0];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      row[x] = (row[x] ?? 0) + guess;
    }
    rows.push(row);
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
