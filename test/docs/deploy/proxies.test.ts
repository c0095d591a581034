/** The samples for proxies hold what the service needs of one. They were tried in no proxy; this is what can be read off them. */
import { expect, test } from 'vitest';
import { readEnv } from '../../../bot/env.ts';
import { largestFile } from '../../../bot/spreadsheet/read.ts';
import { documentText } from '../blocks.ts';

const nginx = documentText('docs/deploy/nginx.conf');
const caddy = documentText('docs/deploy/Caddyfile');
const read = readEnv({});
if ('faults' in read) throw new Error(read.faults.join());
const here = `127.0.0.1:${read.ok.PORT}`;
const megabytes = (text: string, form: RegExp): number => Number(form.exec(text)?.[1] ?? 0) * 1024 * 1024;

test('both lead to the service, take the largest upload, and keep its figures inside', () => {
  for (const text of [nginx, caddy]) {
    expect(text).toContain(here);
    expect(text).toContain('/metrics');
  }
  expect(megabytes(nginx, /client_max_body_size (\d+)m;/)).toBeGreaterThan(largestFile);
  expect(megabytes(caddy, /max_size (\d+)MB/)).toBeGreaterThan(largestFile);
});

test('nginx hands on host, caller and upgrades, waits longer than a heartbeat, and logs no address that is a key', () => {
  for (const line of [
    'proxy_set_header Host $host;',
    'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    'proxy_set_header Upgrade $http_upgrade;',
    'proxy_http_version 1.1;',
    'proxy_buffering off;',
  ])
    expect(nginx).toContain(line);
  // The stream is pinged every 25 seconds.
  expect(Number(/proxy_read_timeout (\d+)s;/.exec(nginx)?.[1])).toBeGreaterThan(50);
  const [, secret = ''] = /~\^\/\(([^)]*)\) 0;/.exec(nginx) ?? [];
  expect(secret.split('|')).toEqual(['checklists', 'exports', 'v3', 'staff/invite']);
  // Blocks are closed.
  expect(nginx.match(/\{/g)?.length).toBe(nginx.match(/\}/g)?.length);
});
