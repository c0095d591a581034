import { expect, test } from 'vitest';
import { readEnv } from '../../../bot/env.ts';
import { createLog } from '../../../bot/log.ts';
import { withoutSecrets } from '../../../bot/logging/secrets.ts';

const odd = 'a "quoted" secret\\with/slashes';
const settings = {
  DATABASE_URL: 'postgres://guohe:p%40ssw0rd-of-it@db:5432/guohe?sslpassword=key-of-the-certificate',
  DIRECTLINE_SECRET: odd,
  METRICS_KEY: 'key-of-the-metrics',
  HELPDESK_API_KEYS: 'desk:key-of-the-desk,tickets:key-of-the-tickets',
  HELPDESK_WEBHOOK_SECRET: 'short',
  ALERT_WEBHOOK_URLS:
    'https://robot.example.cn/send?key=key-of-the-robot,https://feishu.example.cn/hook/token-in-the-path',
};

test('a secret of the environment leaves in no line, however it is written there', () => {
  const read = readEnv(settings);
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const lines: string[] = [];
  const log = createLog('info', withoutSecrets(read.ok, { write: (line: string) => void lines.push(line) }));
  const hidden = [
    ...['p%40ssw0rd-of-it', 'p@ssw0rd-of-it', 'key-of-the-certificate', odd, 'key-of-the-metrics', 'key-of-the-desk'],
    ...['key-of-the-tickets', 'key-of-the-robot', 'token-in-the-path', settings.DATABASE_URL],
  ];
  for (const secret of hidden) {
    log.info({ why: `it is ${secret}, really`, deep: [{ one: secret }] }, secret);
    log.info({ address: `https://x.example.cn/?a=${encodeURIComponent(secret)}` }, 'sent');
  }
  const written = lines.join('');
  const ways = hidden.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  expect(ways.filter((way) => written.includes(way))).toEqual([]);
  expect(written).toContain('it is ***, really');
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  log.info({ folder: '/srv/guohe', host: 'db:5432' }, 'what is no secret stays');
  expect(lines.at(-1)).toContain('"/srv/guohe","host":"db:5432"');
});
