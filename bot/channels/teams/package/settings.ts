/** What the app package is made from, checked: Teams would refuse the package later and say less. */
import { parseArgs } from 'node:util';
import type { Env } from '../../../env.ts';
import { zh } from './words.ts';

export interface AppSettings {
  appId: string;
  /** Without a slash at the end. */
  url: string;
  /** Of the package: Teams takes an update only with a higher one. */
  version: string;
  developer: string;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const semver = /^[1-9]\d{0,5}\.\d{1,6}\.\d{1,6}$/;
const longestDeveloper = 32;

export const usage = 'npm run teams:package -- [--out teams-app.zip] [--version 1.0.0] [--developer 单位名称]';

/** The options of the command line; throws what Node says of a wrong one. */
export function optionsIn(args: string[]): { out: string; version: string; developer: string } {
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string', default: 'teams-app.zip' },
      version: { type: 'string', default: '1.0.0' },
      developer: { type: 'string', default: zh.name },
    },
  });
  return values;
}

type Given = Pick<Env, 'MicrosoftAppId' | 'PUBLIC_URL'>;

/** The settings, or every fault as a Chinese sentence. */
export function appSettings(
  { MicrosoftAppId: appId = '', PUBLIC_URL: url = '' }: Given,
  { version, developer }: { version: string; developer: string },
): { ok: AppSettings } | { faults: string[] } {
  const faults = [
    ...(appId === '' ? ['MicrosoftAppId 没有填写：应用包里要写机器人的应用 ID'] : []),
    ...(appId !== '' && !guid.test(appId)
      ? ['MicrosoftAppId 的值不对：应当是 8-4-4-4-12 位的应用 ID，例如 00000000-0000-0000-0000-000000000000']
      : []),
    ...(url === '' ? ['PUBLIC_URL 没有填写：Teams 里的人要从这个网址打开清单'] : []),
    ...(url !== '' && !reachable(url) ? ['PUBLIC_URL 的值不对：Teams 只接受 https:// 开头、带域名的网址'] : []),
    ...(semver.test(version) ? [] : ['--version 的值不对：应当是 1.0.0 这样的三个数，每次更新都要比上次大']),
    ...(developer.trim() === '' || developer.length > longestDeveloper
      ? [`--developer 的值不对：应当是 1 到 ${longestDeveloper} 个字的单位名称`]
      : []),
  ];
  return faults.length > 0
    ? { faults }
    : { ok: { appId: appId.toLowerCase(), url: url.replace(/\/+$/, ''), version, developer } };
}

/** Links of Teams open over https, and neither by a bare address nor on the person's own machine. */
function reachable(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/i.test(hostname);
}
