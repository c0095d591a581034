/** What is mutated, and the test files that judge each group; every one of them is also run by `npm test`. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const project = resolve(import.meta.dirname, '../..');

export const groupNames = ['rules', 'assess', 'verdict', 'readers', 'data'] as const;
export type GroupName = (typeof groupNames)[number];

interface Group {
  /** What stands in the report. */
  about: string;
  files: readonly string[];
  judges: readonly string[];
  /** Whether what runs while a file is loaded is shown to all tests that need the file. */
  thorough: boolean;
}

const inFolder = (folder: string, ending: string): string[] =>
  readdirSync(join(project, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);

const named = (...names: readonly string[]): string[] => names.map((name) => `knowledge/${name}.ts`);

/** The tests of what is decided, and of what is said of it. */
const deciding = [
  ...inFolder('test/knowledge/rules', '.test.ts'),
  ...inFolder('test/knowledge', '.test.ts').filter((path) => !path.endsWith('/guideCheck.test.ts')),
  ...inFolder('test/knowledge/places', '.test.ts'),
];
const reading = [
  ...inFolder('test/knowledge/read', '.test.ts'),
  ...inFolder('test/knowledge/narrate', '.test.ts'),
  'test/knowledge/questions.test.ts',
  'test/knowledge/calendar.test.ts',
];

/** The file whose tests run `guide:check` over the guide. */
export const checking = 'test/knowledge/guideCheck.test.ts';
const folder = 'knowledge/guides/jx-intl-2023';

export const groups: Readonly<Record<GroupName, Group>> = {
  rules: {
    about: 'The usual kinds and the unusual rules',
    files: inFolder('knowledge/rules', '.ts'),
    judges: deciding,
    thorough: true,
  },
  assess: {
    about: 'From outcomes to sets, checklist and remedies, with what they rest on (dates, category, priorities)',
    files: named(
      'assess',
      'assessInput',
      'findings',
      'remedy',
      'cure',
      'checklist',
      'rule',
      'category',
      'auditYears',
      'calendar',
      'priority',
    ),
    judges: deciding,
    thorough: true,
  },
  verdict: {
    about: 'The verdict in words',
    files: named('verdictText', 'verdictMessages', 'verdictWords', 'fill'),
    judges: deciding,
    thorough: true,
  },
  readers: {
    about: 'Typed Chinese to values',
    files: inFolder('knowledge/read', '.ts'),
    judges: reading,
    thorough: false,
  },
  data: {
    about: 'The guide’s parameters and rules',
    files: [`${folder}/guide.json`, `${folder}/rules.json`],
    judges: [...deciding, checking],
    thorough: true,
  },
};
