/** Entry: environment → store → hall → channels and APIs → listen → stop. The only file that reads clock and environment. */
import { existsSync } from 'node:fs';
import { embeddedStore } from '../state/lowdb/index.ts';
import { clearLeftovers } from '../state/lowdb/leftovers.ts';
import { ownFolder } from '../state/lowdb/owner.ts';
import { terminalFolder } from './channels/console/folder.ts';
import { onLoopbackOnly, readEnv } from './env.ts';
import { createLog } from './log.ts';
import { openService } from './service.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
const read = readEnv(process.env);
if ('faults' in read) {
  const log = createLog('info');
  for (const fault of read.faults) log.fatal(fault);
  process.exit(1);
}
const env = read.ok;
process.env.TZ = env.TZ;
const log = createLog(env.LOG_LEVEL);

try {
  const owned = await ownFolder(env.DATA_DIR);
  void owned.lost.then(() => {
    log.fatal({ folder: env.DATA_DIR }, '数据文件夹被另一个进程接管，这个进程不再写入，退出');
    process.exit(1);
  });
  const leftovers = await clearLeftovers(env.DATA_DIR);
  if (leftovers > 0) log.info({ leftovers }, '清掉了上次没写完的临时文件');
  const service = await openService({
    env,
    log,
    store: embeddedStore(env.DATA_DIR),
    retireToo: embeddedStore(terminalFolder(env.DATA_DIR)),
    now: () => new Date(),
  });
  const address = await service.listen();
  log.info({ address, loopbackOnly: onLoopbackOnly(env) }, `打开 ${address} 开始使用`);
  const stop = (signal: string): void => {
    log.info({ signal }, '正在停止');
    const closed = service.close().then(() => owned.release());
    closed.then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, '停止时出错');
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  log.fatal({ err: error }, '没能启动');
  process.exit(1);
}
