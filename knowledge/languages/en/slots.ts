/** What stands in the gaps of English sentences, as Chinese. What cannot be told for sure is asked back. */
import { z } from 'zod';
import { countryByName } from '../../places/country.ts';
import { original } from '../catalogue.ts';
import type { Slot } from '../forms.ts';
import { tableOf } from '../tables.ts';
import { readEnglishDate, readEnglishMonthDay } from './dates.ts';
import { readEnglishMoney, readEnglishNumber } from './numbers.ts';

const words = z.record(z.string(), z.record(z.string(), z.array(z.string()))).parse(tableOf('en', 'words'));

const hints = {
  date: 'Is that day/month or month/day? Please write the month as a word, for example “3 April 1970”, or as 1970-04-03.',
  foreign: 'Please write the amount in yuan (RMB), for example “RMB 1 million”.',
  amount: 'Please write the whole amount with its unit, for example “RMB 1 million” or “1,000,000 yuan”.',
  researcher:
    'Which Chinese title is it? Please write “full research professor” (研究员), “associate researcher” (副研究员) or “assistant researcher” (助理研究员).',
  name: 'Please write the institution’s Chinese name, as on its licence or certificate.',
  fuzhou: 'Which Fuzhou is it? Please write “Fuzhou, Jiangxi” (抚州) or “Fuzhou, Fujian” (福州).',
};

/** One of the words of a list, as its Chinese. */
function listed(name: string): Slot {
  const byWord = new Map(
    Object.entries(words[name] ?? {}).flatMap(([zh, all]) => all.map((each) => [each, zh] as const)),
  );
  return (text) => byWord.get(text.toLowerCase().trim());
}

const han = /\p{Script=Han}{3}/u;

const title = listed('title');
const town = listed('town');
const nationalities =
  /^(?:german|french|american|british|english|japanese|russian|italian|spanish|swedish|dutch|swiss|austrian|canadian|australian|indian|korean|south korean|brazilian|mexican|polish|danish|finnish|norwegian|belgian|portuguese|greek|israeli|egyptian|pakistani|thai|vietnamese|malaysian|indonesian|singaporean|turkish|ukrainian|hungarian|czech|irish|scottish|south african|us|argentinian|new zealander)$/i;
const tongues =
  /^(?:english|german|french|japanese|russian|korean|spanish|italian|portuguese|dutch|arabic|swedish|a foreign language|foreign)$/i;
const ours = ['中国', '香港', '澳门', '台湾'];

/** `the United States` → 美国; with a town before it both are named. */
function place(text: string): string | undefined {
  const said = text.trim().replace(/^the /i, '');
  const whole = countryByName(said) ?? countryByName(text.trim());
  if (whole) return whole.zh;
  const [, before, last = ''] = /^(.+),\s*(?:the )?([^,]+)$/.exec(said) ?? [];
  const country = countryByName(last);
  return country && before !== undefined ? `${country.zh} ${before}` : undefined;
}

export const slots: Readonly<Record<string, Slot>> = {
  date(text) {
    const read = readEnglishDate(text);
    return read === 'ambiguous' ? { hint: hints.date } : read;
  },
  monthday: readEnglishMonthDay,
  money(text) {
    const read = readEnglishMoney(text);
    if (read === 'foreign') return { hint: hints.foreign };
    if (read === 'ambiguous') return { hint: hints.amount };
    return read === undefined ? undefined : `${read / 10_000}万元`;
  },
  n(text) {
    const read = readEnglishNumber(text);
    return read === undefined ? undefined : String(read);
  },
  number(text) {
    const read = readEnglishNumber(text);
    return read !== undefined && Number.isInteger(read) && read > 0 && read < 100 ? String(read) : undefined;
  },
  numbers(text) {
    const said = text.replace(/\band\b|&/gi, ' ');
    return /^[\d\s,.;]+$/.test(said) ? (said.match(/\d+/g) ?? []).join('、') : undefined;
  },
  title: (text) =>
    /^(?:full |senior )?researcher$|^research(?: fellow| scientist)$/i.test(text.trim())
      ? { hint: hints.researcher }
      : title(text),
  degree: listed('degree'),
  kind: listed('kind'),
  partnerkind: listed('partnerkind'),
  town: (text) => (/^fuzhou$/i.test(text.trim()) ? { hint: hints.fuzhou } : town(text)),
  /** Named together with the province. */
  jxtown: (text) => (/^fuzhou$/i.test(text.trim()) ? '抚州' : town(text)),
  nationality: (text) => (nationalities.test(text.trim()) ? '外籍' : undefined),
  foreignland(text) {
    const found = countryByName(text.trim().replace(/^the /i, ''));
    return found && !ours.includes(found.zh) && !found.mainland ? '外籍' : undefined;
  },
  tongue: (text) => (tongues.test(text.trim()) ? '外文' : undefined),
  place,
  rest: (text) => text.trim(),
  /** A domestic institution: its name is Chinese. */
  name(text) {
    const found = institution(text);
    if (han.test(found)) return found;
    return /^[A-Z]/.test(text.trim()) ? { hint: hints.name } : undefined;
  },
};

/** An institution in Chinese: as it was written beside its English, or as the guide's lists have it. */
export function institution(text: string): string {
  const beside = /\p{Script=Han}{3,}[\p{Script=Han}（）()]*/u.exec(text)?.[0];
  return beside ?? original(text, 'en')?.replace(/^.*\((.+)\)$/, '$1') ?? text;
}
