/**
 * `npm run guide:new -- --from call.docx|call.txt --year 2024 [--id jx-intl-2024] [--to folder]`: makes the folder of a new guide out of the
 * call's text, prints what a person has to do, and writes nothing where anything is wrong.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderOf } from '../../knowledge/guideFolder.ts';
import { guidesOnFile } from '../../knowledge/guidesOnFile.ts';
import { NotAGuide, newGuide } from '../../knowledge/newGuide/newGuide.ts';
import { readOldGuide } from '../../knowledge/newGuide/oldGuide.ts';
import { readCallFile } from './callFile.ts';
import { wantedOf } from './newGuideArgs.ts';

/** Writes beside the place where the folder will be, and moves it there whole. */
function write(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(dirname(folder), { recursive: true });
  const made = mkdtempSync(join(dirname(folder), '.new-'));
  try {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(made, file)), { recursive: true });
      writeFileSync(join(made, file), text);
    }
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    throw error;
  }
}

async function run(args: readonly string[]): Promise<void> {
  const { from, year, id, folder } = wantedOf(args);
  if (!existsSync(from) || !statSync(from).isFile()) throw new NotAGuide(`没有这个文件：${from}`);
  const call = await readCallFile(readFileSync(from));
  const { newest } = guidesOnFile();
  const { files, report } = newGuide({ ...call, id, year }, readOldGuide(folderOf(newest.id)));
  write(folder, files);
  console.log(`${report}\n写好了：${folder}（报告也在里面的 report.md）`);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  // what is wrong with the text or the command is told in a sentence, anything else as it is
  const known = error instanceof NotAGuide || (error instanceof TypeError && 'code' in error);
  console.error(known ? error.message : error);
  process.exitCode = 1;
}
