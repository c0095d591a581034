/** How the pictures of the documents are taken: where they lie, the day, the sizes of screens. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '../../support/browser.ts';
import { pictureOf } from '../../support/png.ts';
import { project } from '../../tooling/plant.ts';

/** A day inside the call. */
export const today = new Date('2023-05-08T02:00:00Z');
export const phone = { width: 360, height: 700 };

/** One pixel of the picture is one of the page, so that the file stays small. */
export async function shoot(page: Page, name: string, clip?: { x: number; y: number; width: number; height: number }) {
  const png = await page.screenshot({ scale: 'css', ...(clip && { clip }) });
  await writeFile(join(project, 'docs/pictures', `${name}.png`), unfilteredPng(png));
}

/** The same picture without PNG's filters: flat colours and letters take a fifth less room so. */
function unfilteredPng(png: Buffer): Buffer {
  const { width, height, pixels } = pictureOf(png);
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...pixels.slice(y * width, (y + 1) * width).flatMap(({ colours }) => colours)]),
  );
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  // Width and height as they are; eight bits, three samples.
  const head = Buffer.concat([png.subarray(16, 24), Buffer.from([8, 2, 0, 0, 0])]);
  const data = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** Does something with a folder that is gone afterwards. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guohe-pictures-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
