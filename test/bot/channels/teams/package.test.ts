/** The app package as a Teams administrator uploads it. Microsoft's own schema comes with a package; nothing is fetched. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { createServer } from 'restify';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { english, files, manifestOf, manifestVersion } from '../../../../bot/channels/teams/package/manifest.ts';
import { legalPages } from '../../../../bot/channels/teams/package/pages.ts';
import { appSettings } from '../../../../bot/channels/teams/package/settings.ts';
import { appPackage } from '../../../../bot/channels/teams/package/zip.ts';
import { commandOf } from '../../../../dialogs/commands.ts';
import { ownDataCommandOf } from '../../../../dialogs/ownDataCommand.ts';
import { pictureOf } from '../../../support/png.ts';
import { unzipped } from '../../../support/unzipped.ts';
import { project } from '../../../tooling/plant.ts';

const given = { MicrosoftAppId: '1A2B3C4D-2222-4333-8444-555555555555', PUBLIC_URL: 'https://guohe.example.cn' };
const options = { version: '1.0.0', developer: '江西省科学技术厅' };
const checked = appSettings(given, options);
if ('faults' in checked) throw new Error(checked.faults.join());
const settings = checked.ok;

/** What Microsoft's schema has against it; it is read from the package, and a look at the network fails. */
async function faultsOf(manifest: object): Promise<string[]> {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network in tests')));
  try {
    return await AppManifestUtils.validateAgainstSchema(manifest as TeamsManifest); // whether it is one is the question
  } finally {
    vi.unstubAllGlobals();
  }
}

describe('the manifest', () => {
  test('is valid by Microsoft’s schema', async () => {
    expect(await faultsOf(manifestOf(settings))).toEqual([]);
  });

  test('would be refused with a wrong colour, an unknown member or a long name', async () => {
    const manifest = manifestOf(settings);
    expect(await faultsOf({ ...manifest, accentColor: 'blue' })).not.toEqual([]);
    expect(await faultsOf({ ...manifest, tabs: [] })).not.toEqual([]);
    expect(await faultsOf({ ...manifest, name: { short: '名'.repeat(31) } })).not.toEqual([]);
  });

  test('offers commands that the assistant knows, where they can be obeyed', () => {
    const lists = z
      .array(z.looseObject({ scopes: z.array(z.string()), commands: z.array(z.looseObject({ title: z.string() })) }))
      .parse(z.looseObject({ commandLists: z.unknown() }).array().parse(manifestOf(settings).bots)[0]?.commandLists);
    const titles = lists.map(({ scopes, commands }) => [scopes, commands.map(({ title }) => title)]);
    expect(titles).toEqual([
      [['personal'], ['开始自查', '结论', '我的数据', '帮助']],
      [['team', 'groupChat'], ['帮助']],
    ]);
    const known = lists
      .flatMap(({ commands }) => commands)
      .filter(({ title }) => commandOf(title) || ownDataCommandOf(title));
    expect(known).toHaveLength(5);
  });

  test('has the message extension that asks about a message, and the bot of the settings in both', () => {
    expect(manifestOf(settings)).toMatchObject({
      id: '1a2b3c4d-2222-4333-8444-555555555555',
      bots: [{ botId: '1a2b3c4d-2222-4333-8444-555555555555', scopes: ['personal', 'team', 'groupChat'] }],
      composeExtensions: [
        {
          botId: '1a2b3c4d-2222-4333-8444-555555555555',
          commands: [
            { title: '问申报指南', type: 'action', context: ['message', 'compose'], fetchTask: true },
            { type: 'query' },
          ],
        },
      ],
      validDomains: ['guohe.example.cn'],
      developer: { name: '江西省科学技术厅', privacyUrl: 'https://guohe.example.cn/teams/privacy' },
    });
  });
});

test('the English strings belong to places of the manifest, and are as long as the schema lets them be', () => {
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.Localization.schema.json`;
  const limit = z.looseObject({ maxLength: z.number().optional() });
  const schema = z
    .looseObject({ properties: z.record(z.string(), limit), patternProperties: z.record(z.string(), limit) })
    .parse(JSON.parse(readFileSync(join(project, 'node_modules', path), 'utf8')));
  const patterns = Object.entries(schema.patternProperties).map(([pattern, { maxLength }]) => ({
    pattern: new RegExp(pattern),
    maxLength,
  }));
  for (const [key, value] of Object.entries(english())) {
    const found = schema.properties[key] ?? patterns.find(({ pattern }) => pattern.test(key));
    expect(found, key).toBeDefined();
    if (key === '$schema') continue;
    expect(String(value).length, key).toBeLessThanOrEqual(found?.maxLength ?? 0);
    expect(placeIn(manifestOf(settings), key), key).toEqual(expect.any(String));
  }
});

/** What stands in the manifest at `bots[0].commandLists[0].…`. */
const placeIn = (manifest: unknown, key: string): unknown =>
  key
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .reduce<unknown>((value, name) => Object(value)[name], manifest);

const icon = (name: string) => pictureOf(readFileSync(join(project, 'bot/channels/teams/package', name)));

describe('the package', () => {
  const zip = Buffer.from(appPackage(settings));

  test('holds the manifest, both icons and the English strings, at its top', () => {
    const content = unzipped(zip);
    expect([...content.keys()].toSorted()).toEqual(Object.values(files).toSorted());
    expect(JSON.parse(content.get(files.manifest) ?? '')).toEqual(manifestOf(settings));
    expect(JSON.parse(content.get(files.english) ?? '')).toEqual(english());
  });

  test('is the same for the same settings', () => {
    expect(Buffer.from(appPackage(settings)).equals(zip)).toBe(true);
  });

  test.each([
    [files.color, 192],
    [files.outline, 32],
  ])('%s is a square of %i pixels', (name, size) => {
    expect(icon(name)).toMatchObject({ width: size, height: size });
  });

  test('the outline icon is white or nothing', () => {
    const { pixels } = icon(files.outline);
    expect(pixels.some(({ alpha }) => alpha === 0)).toBe(true);
    expect(pixels.some(({ alpha }) => alpha === 255)).toBe(true);
    expect(pixels.filter(({ alpha, colours }) => alpha > 0 && colours.some((each) => each < 250))).toEqual([]);
  });
});

describe('the command', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'teams-app-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const script = fileURLToPath(new URL('../../../../bot/channels/teams/package/run.ts', import.meta.url));

  async function run(env: Record<string, string>, ...args: string[]) {
    const child = spawn(process.execPath, [script, ...args], { cwd: folder, env: { PATH: process.env.PATH, ...env } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      err += part;
    });
    const [code] = await once(child, 'close');
    return { code, out, err };
  }
  const good = { ...given, MicrosoftAppPassword: 'secret', DIRECTLINE_SECRET: 'd'.repeat(40) };

  test('writes the package and says where it is', async () => {
    const { code, out, err } = await run(good, '--version', '1.2.0');
    expect([code, err]).toEqual([0, '']);
    const path = join(folder, 'teams-app.zip');
    expect(out).toContain(path);
    expect(JSON.parse(unzipped(readFileSync(path)).get(files.manifest) ?? '')).toMatchObject({ version: '1.2.0' });
  });

  test('refuses what it cannot make a package of, with a sentence for each fault', async () => {
    const { code, out, err } = await run({
      PUBLIC_URL: 'https://guohe.example.cn',
      DIRECTLINE_SECRET: good.DIRECTLINE_SECRET,
    });
    expect([code, out]).toEqual([1, '']);
    expect(err.trim()).toBe('MicrosoftAppId 没有填写：应用包里要写机器人的应用 ID');
  });

  test('tells how it is used when an option is wrong', async () => {
    const { code, err } = await run(good, '--outt', 'x.zip');
    expect(code).toBe(1);
    expect(err).toContain('没有这个选项。用法：npm run teams:package');
  });
});

test.each([
  ['an app id that is none', { MicrosoftAppId: 'guohe' }, {}, 'MicrosoftAppId 的值不对'],
  ['no address', { PUBLIC_URL: undefined }, {}, 'PUBLIC_URL 没有填写'],
  ['an address without encryption', { PUBLIC_URL: 'http://guohe.example.cn' }, {}, 'PUBLIC_URL 的值不对'],
  ['an address that is this machine', { PUBLIC_URL: 'https://localhost:3978' }, {}, 'PUBLIC_URL 的值不对'],
  ['a bare address', { PUBLIC_URL: 'https://10.0.0.8' }, {}, 'PUBLIC_URL 的值不对'],
  ['a version that is none', {}, { version: '1.0' }, '--version 的值不对'],
  ['a developer’s name that is too long', {}, { developer: '厅'.repeat(33) }, '--developer 的值不对'],
])('%s is refused', (_what, env, other, sentence) => {
  const read = appSettings({ ...given, ...env } as typeof given, { ...options, ...other }); // the schema leaves both out where they are not set
  expect('faults' in read ? read.faults : []).toEqual([expect.stringContaining(sentence)]);
});

test('the two pages that the manifest names are there, and tell what is kept', async () => {
  const server = createServer();
  legalPages(server, { guide: { title: '2023年申报指南' }, keptDays: 90 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const at = z.object({ port: z.number() }).parse(server.address());
  for (const [name, word] of [
    ['privacy', '对话会保存90天'],
    ['terms', '以科技厅审核为准'],
  ] as const) {
    const res = await fetch(`http://127.0.0.1:${at.port}/teams/${name}`);
    expect([res.status, res.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await res.text()).toContain(word);
  }
});
