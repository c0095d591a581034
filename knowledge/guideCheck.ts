/** `npm run guide:check [-- folder or id …]`: checks guide folders, prints what was found, exits with 1 on a fault. */
import { basename } from 'node:path';
import { checkGuide } from './check/checkGuide.ts';
import { folderOf, guideIds } from './guideFolder.ts';

function report(folder: string): boolean {
  const { faults, files } = checkGuide(folder);
  if (faults.length > 0 || !files) {
    console.error(`指南 ${basename(folder)}：${faults.length} 处不对`);
    for (const { file, path, problem } of faults) console.error(`  ${file}${path ? ` ${path}` : ''}：${problem}`);
    return false;
  }
  const { counts, parameters } = files.guide;
  const directions = Object.values(counts.directions).reduce((sum, each) => sum + each, 0);
  console.log(
    `指南 ${basename(folder)}：全部相符。方向 ${directions} 个（拟立项 ${counts.projects} 个）、考核指标 ${counts.indicators} 条、` +
      `指标值 ${counts.measures} 个；附1 ${counts.agreements} 条 ${counts.documents} 份，附2 ${counts.pairs} 对，` +
      `附3 ${counts.bases} 个；参数 ${Object.keys(parameters).length} 个。每个字都在原文里，原文没有漏掉一行。`,
  );
  return true;
}

try {
  const asked = process.argv.slice(2);
  const folders = (asked.length > 0 ? asked : guideIds()).map(folderOf);
  if (folders.map(report).includes(false)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
