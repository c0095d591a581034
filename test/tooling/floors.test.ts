import { spawnSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { command, plant, project } from './plant.ts';

const output = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

function cruise(folder: string, rooms: string[]) {
  const run = spawnSync(command('depcruise'), ['--config', '.dependency-cruiser.cjs', '-T', 'json', ...rooms], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { summary } = output.parse(JSON.parse(run.stdout));
  const violations = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  return { modules: summary.totalCruised, violations };
}

const stub = (name: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'module.exports = {};',
});

const tree = plant(
  {
    'package.json': JSON.stringify({
      name: 'planted',
      version: '1.0.0',
      dependencies: {
        zod: '1',
        lowdb: '1',
        botbuilder: '1',
        restify: '1',
        natural: '1',
        'date-fns': '1',
        'botbuilder-dialogs': '1',
      },
      devDependencies: { xhr2: '1' },
    }),
    ...stub('zod'),
    ...stub('lowdb'),
    ...stub('botbuilder'),
    ...stub('restify'),
    ...stub('natural'),
    ...stub('date-fns'),
    'node_modules/botbuilder-dialogs/package.json': JSON.stringify({
      name: 'botbuilder-dialogs',
      version: '1.0.0',
      main: 'lib/index.js',
    }),
    'node_modules/botbuilder-dialogs/lib/index.js': 'module.exports = {};',
    'node_modules/botbuilder-dialogs/lib/dialog.js': 'module.exports = {};',
    ...stub('xhr2'),
    ...stub('stowaway'),
    'node_modules/natural/lib/natural/tfidf/index.js': 'module.exports = {};',
    // What is allowed.
    'knowledge/rule.ts': `import { z } from 'zod';\nimport 'natural/lib/natural/tfidf';\nimport 'node:fs';\nexport const rule = z;\n`,
    'state/record.ts': `import { rule } from '../knowledge/rule.ts';\nimport 'lowdb';\nexport const record = rule;\n`,
    'dialogs/main.ts': `import { record } from '../state/record.ts';\nimport 'botbuilder';\nexport const main = record;\n`,
    'bot/server.ts': `import { main } from '../dialogs/main.ts';\nimport 'restify';\nexport const server = main;\n`,
    'test/server.test.ts': `import { server } from '../bot/server.ts';\nimport 'xhr2';\nexport const it = server;\n`,
    'dialogs/library.ts': `import 'botbuilder-dialogs/lib/dialog.js';\n`,
    'dialogs/typed.ts': `import type { Dialog } from 'botbuilder-dialogs';\nexport type Its = Dialog;\n`,
    // What is not.
    'knowledge/hen.ts': `import { egg } from './egg.ts';\nexport const hen = (): unknown => egg;\n`,
    'knowledge/egg.ts': `import { hen } from './hen.ts';\nexport const egg = (): unknown => hen;\n`,
    'knowledge/upstairs.ts': `import { record } from '../state/record.ts';\nexport const upstairs = record;\n`,
    'knowledge/typesUpstairs.ts': `import type { main } from '../dialogs/main.ts';\nexport type Main = typeof main;\n`,
    'state/upstairs.ts': `export async function late(): Promise<unknown> {\n  return import('../bot/server.ts');\n}\n`,
    'dialogs/upstairs.ts': `export { server } from '../bot/server.ts';\n`,
    'knowledge/chat.ts': `import 'botbuilder';\n`,
    'state/http.ts': `import 'restify';\n`,
    'dialogs/http.ts': `import 'restify';\n`,
    'bot/fromTest.ts': `import '../test/server.test.ts';\n`,
    'bot/dev.ts': `import 'xhr2';\n`,
    'bot/stowaway.ts': `import 'stowaway';\n`,
    'bot/missing.ts': `import './nowhere.ts';\n`,
    'bot/dates.ts': `import 'date-fns';\n`,
    'knowledge/heavy.ts': `import 'natural';\n`,
    'dialogs/heavy.ts': `import 'botbuilder-dialogs';\n`,
    'shared/list.ts': 'export {};',
    'bot/outside.ts': `import '../shared/list.ts';\n`,
  },
  ['.dependency-cruiser.cjs'],
);
afterAll(() => tree.remove());

const planted = cruise(tree.folder, ['bot', 'dialogs', 'knowledge', 'state', 'test']);

test.each([
  'no-cycles: knowledge/egg.ts → knowledge/hen.ts',
  'knowledge-floor: knowledge/upstairs.ts → state/record.ts',
  'knowledge-floor: knowledge/typesUpstairs.ts → dialogs/main.ts',
  'state-floor: state/upstairs.ts → bot/server.ts',
  'dialogs-floor: dialogs/upstairs.ts → bot/server.ts',
  'knowledge-packages: knowledge/chat.ts → node_modules/botbuilder/index.js',
  'state-packages: state/http.ts → node_modules/restify/index.js',
  'dialogs-packages: dialogs/http.ts → node_modules/restify/index.js',
  'nobody-imports-test: bot/fromTest.ts → test/server.test.ts',
  'no-dev-packages-in-the-service: bot/dev.ts → node_modules/xhr2/index.js',
  'only-named-packages: bot/stowaway.ts → node_modules/stowaway/index.js',
  'everything-resolves: bot/missing.ts → ./nowhere.ts',
  'date-fns-through-one-door: bot/dates.ts → node_modules/date-fns/index.js',
  'natural-by-sub-path: knowledge/heavy.ts → node_modules/natural/index.js',
  'dialogs-library-by-its-parts: dialogs/heavy.ts → node_modules/botbuilder-dialogs/lib/index.js',
  'bot-floor: bot/outside.ts → shared/list.ts',
])('a planted violation is refused: %s', (violation) => {
  expect(planted.violations).toContain(violation);
});

test.each(['knowledge/rule.ts', 'state/record.ts', 'dialogs/main.ts', 'bot/server.ts', 'test/server.test.ts'])(
  'imports to the right are allowed: %s',
  (file) => {
    expect(planted.violations.filter((line) => line.includes(`: ${file} → `))).toEqual([]);
  },
);

test('the real tree has modules, and each keeps to its floor', () => {
  const real = cruise(project, ['bot', 'dialogs', 'knowledge', 'state', 'test']);
  expect(real.modules).toBeGreaterThan(20);
  expect(real.violations).toEqual([]);
});
