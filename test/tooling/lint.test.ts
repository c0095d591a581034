import { spawnSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { command, plant } from './plant.ts';

const tree = plant(
  {
    'bot/store.ts': `export interface Store {
  save(text: string): Promise<void>;
}

export async function send(): Promise<void> {}
`,
    'bot/awaited.ts': `import { type Store, send } from './store.ts';

export async function all(store: Store): Promise<void> {
  await send();
  await store.save('一');
}
`,
    'bot/floatingCall.ts': `import { send } from './store.ts';

export function go(): void {
  send();
}
`,
    'bot/floatingMethod.ts': `import type { Store } from './store.ts';

export function go(store: Store): void {
  store.save('一');
}
`,
    'bot/any.ts': `export function open(thing: any): unknown {
  return thing;
}
`,
    'bot/nonNull.ts': `export const first = (all: string[]): string => all[0]!;
`,
  },
  ['biome.json'],
);
afterAll(() => tree.remove());

const run = spawnSync(command('biome'), ['check', '--reporter=github', '--max-diagnostics=none', '.'], {
  cwd: tree.folder,
  encoding: 'utf8',
});
const reports = `${run.stdout}\n${run.stderr}`.split('\n');
const rulesFor = (file: string) =>
  reports.filter((line) => line.includes(file)).map((line) => /title=(\S+?),/.exec(line)?.[1]);

test.each([
  ['bot/floatingCall.ts', 'lint/nursery/noFloatingPromises'],
  ['bot/floatingMethod.ts', 'lint/nursery/noFloatingPromises'],
  ['bot/any.ts', 'lint/suspicious/noExplicitAny'],
  ['bot/nonNull.ts', 'lint/style/noNonNullAssertion'],
])('%s is refused by %s', (file, rule) => {
  expect(rulesFor(file)).toContain(rule);
  expect(run.status).not.toBe(0);
});

test('a promise that is awaited is no complaint', () => {
  expect(rulesFor('bot/awaited.ts')).toEqual([]);
});
