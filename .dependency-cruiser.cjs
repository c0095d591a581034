/**
 * The floors of the house: bot → dialogs → state → knowledge, each imports only to its right, nobody imports test.
 * The swc parser is needed: with TypeScript 7 the default parser finds no modules and reports success
 * (test/tooling/floors.test.ts plants one violation of each rule and sees it refused).
 */

/** Packages each floor may use besides Node's own; a floor may also use those of the floors to its right. */
const knowledge = ['zod', 'date-fns', 'natural', 'pinyin-pro', 'opencc-js'];
const state = [...knowledge, 'lowdb', 'botbuilder', 'botbuilder-core', 'botframework-schema', 'pg', 'node-pg-migrate'];
const dialogs = [...state, 'botbuilder-dialogs'];

/** `@types/x` and the code of `x` are one package here. */
const inPackages = (names) => `(^|/)node_modules/(@types/)?(${names.join('|')})(/|$)`;

const onlyPackages = (floor, names) => ({
  name: `${floor}-packages`,
  comment: `${floor} may use only ${names.join(', ')} besides Node's own modules.`,
  severity: 'error',
  from: { path: `^${floor}/` },
  to: { path: '(^|/)node_modules/', pathNot: inPackages(names) },
});

const floor = (name, rooms) => ({
  name: `${name}-floor`,
  comment: `${name} may import from ${rooms.join(', ')} only.`,
  severity: 'error',
  from: { path: `^${name}/` },
  to: { path: '^(?!node_modules/)[^/]', pathNot: `^(${rooms.join('|')})/`, dependencyTypes: ['local'] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    floor('knowledge', ['knowledge']),
    floor('state', ['state', 'knowledge']),
    floor('dialogs', ['dialogs', 'state', 'knowledge']),
    floor('bot', ['bot', 'dialogs', 'state', 'knowledge']),
    onlyPackages('knowledge', knowledge),
    onlyPackages('state', state),
    onlyPackages('dialogs', dialogs),
    {
      name: 'no-cycles',
      comment: 'Modules that import each other cannot be read from top to bottom.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nobody-imports-test',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'nothing-outside-the-project',
      comment: 'Copy what is needed into the project.',
      severity: 'error',
      from: {},
      to: { path: '^(\\.\\./|/)', couldNotResolve: false },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-packages-in-the-service',
      severity: 'error',
      from: { path: '^(bot|dialogs|state|knowledge)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-named-packages',
      comment: 'A package that package.json does not name is there by accident.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'date-fns-through-one-door',
      comment: 'The ES modules of date-fns cost a second and 300 MB: import knowledge/dateFns.ts.',
      severity: 'error',
      from: { pathNot: '^knowledge/dateFns\\.ts$' },
      to: { path: inPackages(['date-fns']) },
    },
    {
      name: 'dialogs-library-by-its-parts',
      comment:
        'The index of botbuilder-dialogs loads recognisers that nobody asks: import dialogs/library.ts; types may come from it.',
      severity: 'error',
      from: { path: '^(bot|dialogs|state|knowledge)/' },
      to: { path: 'node_modules/botbuilder-dialogs/lib/index\\.', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'natural-by-sub-path',
      comment: 'The whole of natural costs a second, prints and reads ./.env: import natural/lib/natural/….',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/natural/(lib/natural/)?index\\.[cm]?js$' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
