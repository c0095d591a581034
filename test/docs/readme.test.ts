import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { envNames } from '../../bot/envSchema.ts';
import { project } from '../tooling/plant.ts';
import { documentText } from './blocks.ts';

const inFolder = (folder: string): string[] =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
const documents = [
  ...readdirSync(project).filter((name) => name.endsWith('.md')),
  ...inFolder('docs').filter((path) => path.endsWith('.md')),
  'knowledge/places/NOTICE.md',
];
const readme = documentText('README.md');
const architecture = documentText('docs/architecture.md');
const names = z.record(z.string(), z.string());
const { scripts, dependencies, optionalDependencies, devDependencies } = z
  .object({ scripts: names, dependencies: names, optionalDependencies: names, devDependencies: names })
  .parse(JSON.parse(documentText('package.json')));

/** Every match of the pattern's first group, each once, in order of the alphabet. */
const found = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, first]) => first ?? ''))].toSorted();

describe('the commands', () => {
  test.each(documents)('that %s names are there', (path) => {
    const run = found(documentText(path), /npm run ([\w:]+)/g);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('are all in the README', () => {
    const named = [...found(readme, /npm run ([\w:]+)/g), ...found(readme, /npm ci && npm (start|test)/g)];
    expect(named.toSorted()).toEqual(Object.keys(scripts).toSorted());
  });
});

describe('the settings', () => {
  const rows = [...readme.matchAll(/^\| `(\w+)` \| (?:`([^`]*)`)? ?\|/gm)].map(([, name = '', value = '']) => ({
    name,
    value,
  }));
  const example = [...documentText('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => ({
    name,
    value,
  }));
  const byName = (all: typeof rows) => all.toSorted((one, other) => (one.name < other.name ? -1 : 1));

  test('in the README are those of .env.example, with the same defaults, and those that are read', () => {
    expect(byName(rows)).toEqual(byName(example));
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...envNames].toSorted());
  });

  test('that the README names are used', () => {
    const code = ['bot', 'dialogs', 'state']
      .flatMap(inFolder)
      // To be read and looked after is no use yet.
      .filter((path) => path.endsWith('.ts') && !/^bot\/(env\w*\.ts$|doctor\/)/.test(path))
      .map((path) => readFileSync(join(project, path), 'utf8'))
      .join('\n');
    const [, settings = ''] = /^## 设置\n([\s\S]*?)^## /m.exec(readme) ?? [];
    const isUsed = (name: string) => new RegExp(`\\b${name}\\b`).test(code);
    const named = found(settings, /^\| `(\w+)` \|/gm);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => !isUsed(name))).toEqual([]);
  });
});

describe('what the documents point at', () => {
  test.each(documents)('in %s is there', (path) => {
    const text = documentText(path);
    const links = [...found(text, /\]\(([^)#\s]+)[^)]*\)/g), ...found(text, /src="([^"]+)"/g)];
    const relative = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(relative.filter((link) => !existsSync(join(project, dirname(path), link)))).toEqual([]);
    const paths = found(text, /`((?:bot|dialogs|knowledge|state|test|docs)\/[\w./-]*)`/g);
    expect(paths.filter((each) => !existsSync(join(project, each)))).toEqual([]);
  });

  test.each(inFolder('docs/pictures'))('%s is a small picture that a document shows', (path) => {
    const png = readFileSync(join(project, path));
    expect(statSync(join(project, path)).size).toBeLessThanOrEqual(200 * 1024);
    expect(documents.some((each) => documentText(each).includes(path.slice('docs/'.length)))).toBe(true);
    // Charts are drawn of figures; `test/bench/page.test.ts` looks at them.
    if (path.endsWith('.svg')) return;
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const width = png.readUInt32BE(16);
    if (path.endsWith('-phone.png')) expect(width >= 360 && width <= 420, `${width} px wide`).toBe(true);
  });

  test.each(documents)('in %s is nobody’s machine, no registry, no thread', (path) => {
    const text = documentText(path).replace(/https?:\/\/[^\s)>"]+/g, (url) => url.replace(/^https?:\/\/[^/]*/, ''));
    const routes = /^\/(?:api|v3|wecom|wecom-kf|teams|checklists|exports|staff|healthz|readyz|metrics|openapi\.json)\b/;
    // Where things lie on a server; `docs/deploy/guohe.service` names the same places.
    const places = /^docs\/(?:deploying|operating)\.md$/.test(path) ? /^\/(?:opt|etc|var|usr)\b/ : /^$/;
    const rooted = found(text, /(?:^|[\s`'"(（])(\/[A-Za-z][\w.-]*)/gm);
    const outside = path.endsWith('NOTICE.md') ? [] : rooted.filter((each) => !routes.test(each) && !places.test(each));
    expect(outside).toEqual([]);
    expect(documentText(path)).not.toMatch(/[A-Z]:\\|~\/|registry\.|npmmirror|(?<!\w)#\d+|\bissues? \d|\bsession \d/i);
  });
});

describe('the architecture', () => {
  const ignored = new Set(['node_modules', 'data', 'coverage']);
  const foldersIn = (folder: string): string[] =>
    readdirSync(join(project, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !ignored.has(entry.name))
      .flatMap(({ name }) => [`${join(folder, name)}/`]);
  const inside = (folder: string): string[] => foldersIn(folder).flatMap((each) => [each, ...inside(each)]);

  test('names exactly the folders at the top', () => {
    const line = /^Top level: (.*?)\. /m.exec(architecture)?.[1] ?? '';
    expect(found(line, /`(\w+\/)`/g)).toEqual(foldersIn('.').toSorted());
  });

  test('has one paragraph for each folder of the floors, and for none that is not there', () => {
    const there = ['bot/', 'dialogs/', 'knowledge/', 'state/'].flatMap((floor) => [floor, ...inside(floor)]);
    expect(found(architecture, /^`([\w/-]+\/)` — /gm)).toEqual([...there, 'docs/', 'test/'].toSorted());
  });

  test('allows each floor the packages that the tool allows it', () => {
    const tool = z
      .object({ forbidden: z.array(z.looseObject({ name: z.string(), comment: z.string().optional() })) })
      .parse(createRequire(import.meta.url)(join(project, '.dependency-cruiser.cjs')));
    const allowed = (floor: string): string[] => {
      const comment = tool.forbidden.find(({ name }) => name === `${floor}-packages`)?.comment ?? '';
      return (/only (.*?) besides/.exec(comment)?.[1] ?? '').split(', ');
    };
    const told = (floor: string): string[] =>
      (new RegExp(`^\\| \`${floor}\` \\| (.*?) \\|$`, 'm').exec(architecture)?.[1] ?? '').split(', ');
    const below: string[] = [];
    for (const floor of ['knowledge', 'state', 'dialogs']) {
      below.push(...told(floor));
      expect([floor, below]).toEqual([floor, allowed(floor)]);
    }
  });

  test('lists every decision', () => {
    const there = inFolder('docs/decisions').map((path) => path.slice('docs/'.length));
    expect(found(architecture, /^\* \[.*\]\((decisions\/[^)]+)\)$/gm)).toEqual(there.toSorted());
  });
});

test('every dependency has its reason', () => {
  const reasons = documentText('docs/decisions/001-dependencies.md');
  const cells = [...reasons.matchAll(/^\| (`.*?) \|/gm)].map(([, cell]) => cell ?? '').join();
  const used = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
  expect(found(cells, /`([^`]+)`/g)).toEqual(used.toSorted());
});
