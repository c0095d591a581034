/** A guide of another year in a temporary folder: that of 2023 with other dates, amounts and a title of its own. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { folderOf } from '../../knowledge/guideFolder.ts';

/** What stands in the guide of 2023, and what stands in its place; everywhere in the folder. */
const changes: readonly (readonly [string, string])[] = [
  ['jx-intl-2023', 'jx-intl-2024'],
  ['"year": 2023', '"year": 2024'],
  ['2023年江西省', '2024年江西省'],
  ['1965年6月1日', '1966年7月1日'],
  ['1965-06-01', '1966-07-01'],
  ['1 June 1965', '1 July 1966'],
  ['80-120万元', '100-150万元'],
  ['"value": 800000', '"value": 1000000'],
  ['"value": 1200000', '"value": 1500000'],
];

/** Its folder, removed when the test that asked for it ends, or the file where none did. @param more further changes */
export function secondGuide(more: readonly (readonly [string, string])[] = []): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'guide-')), 'jx-intl-2024');
  cpSync(folderOf('jx-intl-2023'), folder, { recursive: true });
  afterwards(() => rmSync(dirname(folder), { recursive: true, force: true }));
  for (const each of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!each.isFile()) continue;
    const file = join(each.parentPath, each.name);
    const text = [...changes, ...more].reduce(
      (all, [from, to]) => all.replaceAll(from, to),
      readFileSync(file, 'utf8'),
    );
    writeFileSync(file, text);
  }
  return folder;
}

function afterwards(clean: () => void): void {
  try {
    onTestFinished(clean);
  } catch {
    // Outside a test it throws.
    afterAll(clean);
  }
}
