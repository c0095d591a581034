import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parsed } from '../../../bot/api/forms.ts';
import { loggedError } from '../../../bot/logging/error.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { StaleError } from '../../../state/documents.ts';
import { faultOf } from '../../../state/postgres/fault.ts';

const private_ = '张三 1965-05-31';
const told = (error: unknown): string => JSON.stringify(loggedError(error));

/** What the work throws. */
async function thrown(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function databaseError(): pg.DatabaseError {
  const error = new pg.DatabaseError(`duplicate key value (${private_})`, 1, 'error');
  return Object.assign(error, {
    ...{ code: '23505', severity: 'ERROR', table: 'talks', constraint: 'talks_pkey' },
    ...{ detail: `Key (id)=(${private_}) already exists.`, where: private_, hint: private_, internalQuery: private_ },
  });
}

describe('of an error that others made no word is told that may be somebody’s', () => {
  test.each([
    ['JSON that cannot be read', () => JSON.parse(private_)],
    [
      'a form of zod with its input',
      () => z.strictObject({ a: z.number() }).parse({ [private_]: private_ }, { reportInput: true }),
    ],
    ['a pattern made of it', () => new RegExp(`(${private_}`)],
    ['a property of nothing', () => Reflect.get(Object(undefined), private_).name[private_]],
    ['an address that is none', () => new URL(private_)],
    ['a database', () => Promise.reject(databaseError())],
    [
      'a message of a package',
      () => Promise.reject(Object.assign(new Error(private_), { input: private_, body: private_ })),
    ],
    [
      'words that look like a place',
      () => Promise.reject(new Error(`x\n    at 张三 (${private_}:1:2)\n    at 张三:1:2`)),
    ],
    ['a thing that is no error', () => Promise.reject(private_)],
    [
      'one inside another',
      () => Promise.reject(new Error('a', { cause: new AggregateError([new Error(private_)], private_) })),
    ],
  ])('%s', async (_what, work) => {
    const error = await thrown(work);
    expect(told(error)).not.toMatch(/张三|1965|05-31/);
    expect(told(error)).toContain('type');
  });
});

test('what failed, by its codes and places', async () => {
  expect(loggedError(databaseError())).toMatchObject({
    ...{ code: '23505', severity: 'ERROR', table: 'talks', constraint: 'talks_pkey' },
    withheld: expect.stringMatching(/^\d+ characters$/),
    stack: expect.stringContaining('error.test.ts'),
  });
  const refused = await thrown(() => new Promise((_, reject) => connect(1, '127.0.0.1').on('error', reject)));
  expect(loggedError(refused)).toMatchObject({
    code: 'ECONNREFUSED',
    syscall: 'connect',
    address: '127.0.0.1',
    port: 1,
  });
  const missing = await thrown(() => readFile('/nowhere/file.json'));
  expect(loggedError(missing)).toMatchObject({ code: 'ENOENT', syscall: 'open', path: '/nowhere/file.json' });
  const failed = await thrown(() => fetch('http://127.0.0.1:1'));
  expect(loggedError(failed)).toMatchObject({ message: 'fetch failed', cause: {} });
  const form = await thrown(() => z.object({ items: z.array(z.number()) }).parse({ items: [private_] }));
  expect(loggedError(form)).toMatchObject({ issues: ['items.0 invalid_type'] });
});

test('our own words are told, unless they name an id', async () => {
  expect(loggedError(faultOf('提交', new Error('Connection terminated')))).toMatchObject({
    type: 'PostgresFault',
    message: '数据库：提交：Connection terminated',
  });
  const ofOurCode = await thrown(() => loadGuide('no-such-guide'));
  expect(loggedError(ofOurCode)).toMatchObject({ message: expect.stringContaining('no-such-guide') });
  expect(told(new StaleError('wecom-welcomed', private_))).not.toContain('张三');
  // Told to the caller, and made of what they sent.
  const problem = await thrown(() =>
    parsed(
      z.object({}).refine(() => false, private_),
      {},
    ),
  );
  expect(told(problem)).not.toContain('张三');
});

/** What a service runs; commands for one person in a terminal tell that person everything. */
const commands =
  /^bot\/(ask|doctor|guides|storage|retention|channels\/console|channels\/teams\/package|staff\/invite)\//;

/** Variable parts of the errors of the service whose words the log tells: ids and names of ours, numbers, folders. */
const lookedAt = [
  'bot/channels/wecomKf/sessions.ts: found.reason',
  'bot/overlays.ts: version',
  'bot/staff/matching.ts: route.method',
  'bot/staff/matching.ts: route.path',
  'state/lowdb/owner.ts: folder',
  "state/lowdb/owner.ts: next.place.split(' ')[0]",
  'state/lowdb/pieces.ts: folder',
  // Of what is thrown and is no error; nothing of ours is.
  'state/lowdb/search/worker.ts: String',
  'state/postgres/migrate.ts: another',
  'state/postgres/migrate.ts: ctype',
  'state/postgres/migrate.ts: message',
  'state/postgres/migrate.ts: name',
  'state/postgres/migrate.ts: newer.name',
  'state/postgres/migrate.ts: refusal',
];

test('no plain error of ours is made of what people wrote: each variable part was looked at', async () => {
  const root = join(import.meta.dirname, '../../..');
  const found = new Set<string>();
  for (const folder of ['bot', 'dialogs', 'state']) {
    for (const name of await readdir(join(root, folder), { recursive: true })) {
      const file = `${folder}/${name.replaceAll('\\', '/')}`;
      if (!file.endsWith('.ts') || commands.test(file)) continue;
      const text = await readFile(join(root, file), 'utf8');
      for (const [, words = ''] of text.matchAll(
        /new (?:Error|DamagedError|OwnedError|UnfitError|CannotCopyError)\(([^;]*);/g,
      )) {
        const parts = words.startsWith("'") ? [] : [...words.matchAll(/\$\{([^}]*)\}/g)].map(([, part]) => part);
        const bare = /^[\w.]+/.exec(words)?.[0];
        for (const part of [...parts, bare]) if (part !== undefined) found.add(`${file}: ${part}`);
      }
    }
  }
  expect([...found].toSorted()).toEqual(lookedAt);
});
