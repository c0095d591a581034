/** What `npm run storage:copy` does: opens both homes, copies, compares, tells. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Compared, compare, copy, noProgress, type Progress, strangers } from '../../state/copy.ts';
import { CannotCopyError, type Pieces } from '../../state/pieces.ts';
import { terminalFolder } from '../channels/console/folder.ts';
import { type HomeOptions, isDatabase, isSame, type OpenHome, openHome } from './homes.ts';
import { namesOf, tableOf } from './told.ts';

export interface Surroundings {
  now: Date;
  /** The result. */
  print(text: string): void;
  /** What happens meanwhile, and why nothing is done. */
  say(line: string): void;
  /** Ends the process: another one took a folder, and nothing may be written any more. */
  exit(): void;
}

const usage = `用法：npm run storage:copy -- --from 来源 --to 目标 [--verify] [--into-existing]
  来源、目标：数据文件夹的路径，或 postgresql://用户@主机:5432/数据库（密码可以放在环境变量 PGPASSWORD 里）
  --verify         只核对，不复制
  --into-existing  目标里可以有别的对话；同名而内容不同的列出来，不动`;

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  verify: { type: 'boolean', default: false },
  'into-existing': { type: 'boolean', default: false },
} as const;

interface Asked {
  from: string;
  to: string;
  verify: boolean;
  /** The target may hold more than the source. */
  existing: boolean;
}

/** Gives back the exit code: 0 when the target holds all that the source does, as it does. */
export async function storageCopy(args: string[], around: Surroundings): Promise<number> {
  const asked = read(args);
  if (!asked) {
    around.say(usage);
    return 1;
  }
  try {
    return await run(asked, around);
  } catch (error) {
    around.say(hidden(error instanceof Error ? error.message : '原因不明', asked));
    return 1;
  }
}

function read(args: string[]): Asked | undefined {
  try {
    const { from, to, verify, 'into-existing': existing } = parseArgs({ args, options }).values;
    return from && to ? { from, to, verify, existing } : undefined;
  } catch {
    return undefined;
  }
}

async function run({ from, to, verify, existing }: Asked, around: Surroundings): Promise<number> {
  const { now, say, exit } = around;
  if (await isSame(from, to)) throw new CannotCopyError('来源和目标是同一个地方。');
  const open: OpenHome[] = [];
  const opened = async (place: string, as: HomeOptions['as']): Promise<Pieces> => {
    const home = await openHome(place, { now, as });
    open.push(home);
    void home.lost.then(() => {
      say('数据文件夹被另一个进程接管，不再写入，退出。再运行一次会接着做。');
      exit();
    });
    return home.pieces;
  };
  try {
    const source = await opened(from, 'source');
    const target = await opened(to, verify ? 'source' : existing ? 'shared' : 'target');
    if (!verify && !existing) await refuseStrangers(source, target);
    if (!verify) {
      const progress = await watched('复制', say, (so) => copy(source, target, so));
      say(toldOf('复制完', progress));
    }
    let compared: Compared | undefined;
    await watched('核对', say, async (so) => {
      compared = await compare(source, target, so);
    });
    return compared ? tell(compared, existing, around) : 1;
  } finally {
    for (const home of open.reverse()) await home.close();
    if (!isDatabase(from) && existsSync(terminalFolder(from)))
      say(`终端（npm run chat）的对话另在 ${terminalFolder(from)} 里，不在其中；要的话再复制一次那个文件夹。`);
  }
}

async function refuseStrangers(source: Pieces, target: Pieces): Promise<void> {
  const others = await strangers(source, target);
  if (others > 0)
    throw new CannotCopyError(
      `目标里有 ${others} 段来源没有的对话，没有复制。请换一个空的目标；确实要并进去，请加 --into-existing。`,
    );
}

/** Tells every second how far the job is; gives back how far it came. */
async function watched(
  what: string,
  say: Surroundings['say'],
  job: (progress: Progress) => Promise<void>,
): Promise<Progress> {
  const progress = noProgress();
  const timer = setInterval(() => say(toldOf(what, progress)), 1000);
  try {
    await job(progress);
    return progress;
  } finally {
    clearInterval(timer);
  }
}

function toldOf(what: string, { talks, put, kept }: Progress): string {
  return `${what}：看过 ${talks} 段对话${put + kept > 0 ? `；各种内容写入 ${put} 份，已在目标里 ${kept} 份` : ''}`;
}

function tell(compared: Compared, existing: boolean, { print }: Surroundings): number {
  const { missing, different, extra, damaged } = compared;
  const wrong = [missing, different, existing ? [] : extra, damaged].some((names) => names.length > 0);
  const lines = [
    tableOf(compared),
    ...namesOf(existing ? { ...compared, extra: [] } : compared),
    ...(existing && extra.length > 0 ? [`目标里另有 ${extra.length} 份来源没有的内容。`] : []),
    wrong ? '核对不一致。' : '核对一致。',
  ];
  print(lines.join('\n'));
  return wrong ? 1 : 0;
}

/** The address of a database holds a password. */
function hidden(message: string, { from, to }: Asked): string {
  const secrets = [from, to].flatMap((place) => {
    if (!isDatabase(place)) return [];
    // As it is written, and as the driver reads it.
    const [, written = ''] = /^[^:]*:\/\/[^:/?#]*:([^/?#]*)@/.exec(place) ?? [];
    return [place, written, decoded(written)].filter((each) => each !== '');
  });
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), message);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
