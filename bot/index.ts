/** Entry: environment → home of the state → hall → channels and APIs → listen → stop. The only file that reads clock and environment. */
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

// What was compiled is kept for the next start, a fifth of its time: beside the packages, where whoever may write may change the code
// itself. Where this process may not write, it is compiled each time. It must be said before anything else is loaded.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/guohe-shenbao-zhushou'));
const [{ onLoopbackOnly, readEnv }, { openHome }, { createLog }, { withoutSecrets }, { openService }] =
  await Promise.all([
    import('./env.ts'),
    import('./home.ts'),
    import('./log.ts'),
    import('./logging/secrets.ts'),
    import('./service.ts'),
  ]);

/** Milliseconds after which a stop ends the process: what was accepted is kept, and the next start goes on with it. */
const longestStop = 9500;

if (existsSync('.env')) process.loadEnvFile('.env');
const read = readEnv(process.env);
if ('faults' in read) {
  const log = createLog('info');
  for (const fault of read.faults) log.fatal(fault);
  process.exit(1);
}
const env = read.ok;
process.env.TZ = env.TZ;
const log = createLog(env.LOG_LEVEL, withoutSecrets(env));
// Node would print the error's own words.
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, '出了没有料到的错，退出');
  process.exit(1);
});

try {
  const home = await openHome(env, log);
  void home.lost.then(() => {
    log.fatal({ folder: env.DATA_DIR }, '数据文件夹被另一个进程接管，这个进程不再写入，退出');
    process.exit(1);
  });
  const { store, retireToo } = home;
  const service = await openService({ env, log, store, retireToo, now: () => new Date() });
  const address = await service.listen();
  log.info({ address, loopbackOnly: onLoopbackOnly(env) }, `打开 ${address} 开始使用`);
  const stop = (signal: string): void => {
    log.info({ signal }, '正在停止');
    const closed = service.close().then(() => home.release());
    const late = after(longestStop).then(() => log.warn('没等到全部结束；已收到的都已保存，下次启动接着回答'));
    Promise.race([closed, late]).then(
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
