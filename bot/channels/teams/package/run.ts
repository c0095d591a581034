/** `npm run teams:package`: writes the package that a Teams administrator uploads. Needs no network. */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readEnv } from '../../../env.ts';
import { appSettings, optionsIn, usage } from './settings.ts';
import { appPackage } from './zip.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = run(process.argv.slice(2));

function run(args: string[]): number {
  let options: ReturnType<typeof optionsIn>;
  try {
    options = optionsIn(args);
  } catch {
    return refused([`没有这个选项。用法：${usage}`]);
  }
  const read = readEnv(process.env);
  if ('faults' in read) return refused(read.faults);
  const settings = appSettings(read.ok, options);
  if ('faults' in settings) return refused(settings.faults);
  const path = resolve(options.out);
  writeFileSync(path, appPackage(settings.ok));
  process.stdout.write(
    `应用包：${path}（版本 ${options.version}）\n在 Teams 管理中心的“管理应用”里上传；更新时用 --version 给一个更大的版本号。\n`,
  );
  return 0;
}

function refused(faults: readonly string[]): number {
  process.stderr.write(`${faults.join('\n')}\n`);
  return 1;
}
