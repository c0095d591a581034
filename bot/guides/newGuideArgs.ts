/** What `guide:new` is asked to do, checked before anything is read or written. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NotAGuide } from '../../knowledge/newGuide/sourceText.ts';

const guides = fileURLToPath(new URL('../../knowledge/guides/', import.meta.url));
const usage =
  '用法：npm run guide:new -- --from 指南.docx（或 .txt）--year 2024 [--id jx-intl-2024] [--to 放新文件夹的地方]';
const options = {
  from: { type: 'string' },
  year: { type: 'string' },
  id: { type: 'string' },
  to: { type: 'string' },
} as const;

interface Wanted {
  from: string;
  year: number;
  id: string;
  /** The new folder, which must not be there yet. */
  folder: string;
}

/** Throws `NotAGuide` with a sentence; TypeError for an option that there is not. */
export function wantedOf(args: readonly string[]): Wanted {
  const { values } = parseArgs({ args: [...args], options });
  const { from, year, id = `jx-intl-${year}`, to = guides } = values;
  if (from === undefined || year === undefined) throw new NotAGuide(usage);
  if (!/^20\d\d$/.test(year)) throw new NotAGuide(`--year 要写四位数的年份，例如 2024，写的是“${year}”。`);
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(id)) throw new NotAGuide(`--id 只能用小写字母、数字和连字符，写的是“${id}”。`);
  const folder = join(resolve(to), id);
  if (existsSync(folder))
    throw new NotAGuide(`${folder} 已经有了，没有动它。要重做就先把它移走，或用 --id 另取一个名字。`);
  return { from, year: Number(year), id, folder };
}
