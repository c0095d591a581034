/** `npm run guide:diff -- A B [--cases] [--markdown] [--json]`: what changed between two guides, and whose verdict would move. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { guideDiff } from '../../knowledge/diff/guideDiff.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { readEnv } from '../env.ts';
import { diffText } from './diffTable.ts';
import { type CasesCompared, compareCases, storedRecords } from './storedCases.ts';

const usage = `用法：npm run guide:diff -- 旧指南 新指南 [--cases] [--markdown] [--json]
  旧指南、新指南：指南的 id，或指南文件夹的路径
  --cases     存着的自查里，谁的结论会变（只读，服务可以开着；只列对话编号，不列个人信息）
  --markdown  写成 Markdown 表格
  --json      给程序用`;

const options = {
  cases: { type: 'boolean', default: false },
  markdown: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

function readArgs() {
  try {
    const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
    const [from, to, ...rest] = positionals;
    return from !== undefined && to !== undefined && rest.length === 0 ? { ...values, from, to } : undefined;
  } catch {
    return undefined;
  }
}

async function run(): Promise<number> {
  const asked = readArgs();
  if (!asked) {
    process.stderr.write(`${usage}\n`);
    return 1;
  }
  const [before, after] = [loadGuide(asked.from), loadGuide(asked.to)];
  const diff = guideDiff(before, after);
  let cases: CasesCompared | undefined;
  if (asked.cases) {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const env = readEnv(process.env);
    if ('faults' in env) throw new Error(env.faults.join('\n'));
    cases = await compareCases(storedRecords(env.ok), before, after);
  }
  const told = asked.json
    ? JSON.stringify({ ...diff, ...(cases && { cases }) }, undefined, 2)
    : diffText(diff, cases, asked.markdown ? 'markdown' : 'terminal');
  process.stdout.write(`${told}\n`);
  return 0;
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : '原因不明'}\n`);
  process.exitCode = 1;
}
