/**
 * `npm run staff:invite -- --name 张三 --role clerk [--base https://…]`: prints a one-time link that makes an account. The link is signed with
 * the home's key, so that it works whether the service runs on this folder, on a database, or not yet at all.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { OwnedError, ownFolder } from '../../../state/lowdb/owner.ts';
import type { Store } from '../../../state/store.ts';
import { type Env, readEnv } from '../../env.ts';
import { memberName, openAccounts } from '../accounts/account.ts';
import { makeInvite } from '../accounts/invites.ts';
import { type Role, roles } from '../route.ts';

const usage = `用法：npm run staff:invite -- --name 张三 --role ${roles.join('|')} [--base https://对外的网址]
reader 查阅，clerk 咨询，reviewer 审核，admin 管理。已有的账号会得到设置新密码的链接，角色不变。`;

interface Asked {
  name: string;
  role: Role;
  base?: string;
}

function asked(args: string[]): Asked | { fault: string } {
  const text = { type: 'string' } as const;
  let given: { name?: string; role?: string; base?: string };
  try {
    given = parseArgs({ args, options: { name: text, role: text, base: text } }).values;
  } catch (error) {
    return { fault: `没有这个选项：${error instanceof Error ? error.message.split("'")[1] : ''}` };
  }
  const name = memberName.safeParse(given.name);
  const role = roles.find((each) => each === given.role);
  if (!name.success) return { fault: '--name 要有 1 到 40 个字，不能有特殊符号' };
  if (!role) return { fault: `--role 要写 ${roles.join('、')} 之一` };
  const { base } = given;
  if (base === undefined) return { name: name.data, role };
  const isUrl = URL.canParse(base) && /^https?:$/.test(new URL(base).protocol);
  return isUrl
    ? { name: name.data, role, base: base.replace(/\/+$/, '') }
    : { fault: '--base 要写 http:// 或 https:// 开头的网址' };
}

/** Reads the home and leaves it as it is; the folder's key is made only where no service runs. */
async function withStore<T>(env: Env, use: (store: Store) => Promise<T>): Promise<T> {
  if (env.DATABASE_URL !== undefined) {
    // Its driver is loaded by those who need it.
    const { postgresStore } = await import('../../../state/postgres/index.ts');
    const store = await postgresStore(env.DATABASE_URL, { onDamaged: () => {} });
    return use(store).finally(() => store.close());
  }
  // A service that runs owns the folder, and made the key when it started: then it is only read.
  const owned = await ownFolder(env.DATA_DIR).catch((error: unknown) => {
    if (error instanceof OwnedError) return undefined;
    throw error;
  });
  const store = embeddedStore(env.DATA_DIR);
  return use(store).finally(async () => {
    await store.close();
    await owned?.release();
  });
}

async function run(env: Env, { name, role, base }: Asked): Promise<void> {
  const made = await withStore(env, async (store) => {
    const now = new Date();
    const known = await openAccounts(store.documents, () => now).byName(name);
    if (known && known.state !== 'active') return { fault: `${name} 的账号已停用，请管理员先在“账号”里恢复。` };
    const about = known
      ? { name: known.name, role: known.role, account: known.id, generation: known.generation }
      : { name, role };
    return { token: makeInvite(await store.signingKey(), about, now), again: known !== undefined };
  });
  if ('fault' in made) {
    process.stderr.write(`${made.fault}\n`);
    process.exitCode = 1;
    return;
  }
  const host = env.HOST === '0.0.0.0' || env.HOST === '::' ? '127.0.0.1' : env.HOST;
  const here =
    base ?? env.PUBLIC_URL?.replace(/\/+$/, '') ?? `http://${host.includes(':') ? `[${host}]` : host}:${env.PORT}`;
  const what = made.again ? `${name} 已有账号；用这个链接设置新密码` : `把这个链接交给 ${name} 本人`;
  process.stdout.write(`${what}（24 小时内有效，只能用一次）：\n${here}/staff/invite/${made.token}\n`);
}

if (existsSync('.env')) process.loadEnvFile('.env');
const read = readEnv(process.env);
const wanted = asked(process.argv.slice(2));
if ('faults' in read || 'fault' in wanted) {
  const faults = 'faults' in read ? read.faults : 'fault' in wanted ? [wanted.fault, usage] : [];
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
} else await run(read.ok, wanted);
