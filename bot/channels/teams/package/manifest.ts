/**
 * The app's manifest for Teams: learn.microsoft.com/microsoft-365/extensibility/schema. 1.27 is the newest version that this page calls
 * generally available; newer ones need not be taken by every tenant.
 */
import type { AppSettings } from './settings.ts';
import { type AppWords, en, zh } from './words.ts';

export const manifestVersion = '1.27';
const schemas = `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}`;

/** Names in the package. */
export const files = { manifest: 'manifest.json', color: 'color.png', outline: 'outline.png', english: 'en.json' };

type Json = Record<string, unknown>;

export function manifestOf({ appId, url, version, developer }: AppSettings): Json {
  return {
    $schema: `${schemas}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: 'zh-cn',
      additionalLanguages: [{ languageTag: 'en', file: files.english }],
    },
    developer: {
      name: developer,
      websiteUrl: `${url}/`,
      privacyUrl: `${url}/teams/privacy`,
      termsOfUseUrl: `${url}/teams/terms`,
    },
    name: { short: zh.name, full: zh.fullName },
    description: { short: zh.short, full: zh.long },
    icons: { color: files.color, outline: files.outline },
    accentColor: '#2A5CAA',
    bots: [bot(appId)],
    composeExtensions: [extension(appId)],
    permissions: ['identity', 'messageTeamMembers'],
    // Where the links to checklists and exports lead.
    validDomains: [new URL(url).hostname],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot', meetings: 'bot' },
  };
}

/** The words by which commands are said: the assistant knows these. */
const said = { start: '开始自查', verdict: '结论', data: '我的数据', help: '帮助' } as const;

const bot = (botId: string): Json => ({
  botId,
  scopes: ['personal', 'team', 'groupChat'],
  isNotificationOnly: false,
  supportsFiles: false,
  commandLists: [
    {
      scopes: ['personal'],
      commands: [
        { title: said.start, description: zh.commands.start },
        { title: said.verdict, description: zh.commands.verdict },
        { title: said.data, description: zh.commands.data },
        { title: said.help, description: zh.commands.help },
      ],
    },
    { scopes: ['team', 'groupChat'], commands: [{ title: said.help, description: zh.commands.groupHelp }] },
  ],
});

const extension = (botId: string): Json => ({
  botId,
  commands: [
    {
      id: 'ask',
      type: 'action',
      title: zh.extension.title,
      description: zh.extension.ask,
      context: ['message', 'compose'],
      fetchTask: true,
    },
    {
      id: 'search',
      type: 'query',
      title: zh.extension.title,
      description: zh.extension.search,
      context: ['compose', 'commandBox'],
      initialRun: true,
      parameters: [
        {
          name: 'question',
          title: zh.extension.question,
          description: zh.extension.questionHint,
          inputType: 'text',
        },
      ],
    },
  ],
});

/** The strings of another language, by their place in the manifest. */
function languageFile(words: AppWords): Json {
  const { commands, extension: own } = words;
  const at = (list: number, command: number): string =>
    `bots[0].commandLists[${list}].commands[${command}].description`;
  return {
    $schema: `${schemas}/MicrosoftTeams.Localization.schema.json`,
    'name.short': words.name,
    'name.full': words.fullName,
    'description.short': words.short,
    'description.full': words.long,
    [at(0, 0)]: commands.start,
    [at(0, 1)]: commands.verdict,
    [at(0, 2)]: commands.data,
    [at(0, 3)]: commands.help,
    [at(1, 0)]: commands.groupHelp,
    'composeExtensions[0].commands[0].title': own.title,
    'composeExtensions[0].commands[0].description': own.ask,
    'composeExtensions[0].commands[1].title': own.title,
    'composeExtensions[0].commands[1].description': own.search,
    'composeExtensions[0].commands[1].parameters[0].title': own.question,
    'composeExtensions[0].commands[1].parameters[0].description': own.questionHint,
  };
}

export const english = (): Json => languageFile(en);
