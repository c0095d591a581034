/** What a person has yet to do on a guide made by `guide:new`: what was put aside, places that nobody knows, and the mark of a draft. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Fault, readJson } from '../guideFolder.ts';
import type { GuideFiles } from '../guideSchema.ts';
import { countryByName } from '../places/country.ts';
import { regionOf } from '../places/regions.ts';
import { fault } from './folder.ts';

/** Rows that were put aside are still there. */
export function checkPending(folder: string): Fault[] {
  const root = join(folder, 'pending');
  if (!existsSync(root)) return [];
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const file = `pending/${name.replaceAll('\\', '/')}`;
    const read = readJson(folder, file, z.array(z.unknown()));
    const count = 'value' in read ? `${read.value.length} 条` : '东西';
    return fault(file, '', `还有 ${count}没有处理：改好移到同名的文件里，不要的删掉，然后删掉这个文件`);
  });
}

export function checkDraft({ guide }: GuideFiles): Fault[] {
  return guide.draft ? [fault('guide.json', 'draft', '还是草稿：其余都相符以后，删掉这一行')] : [];
}

/** Every place of 附2 is known: by the table of all guides, or by what its own row says. */
export function checkPlaces({ sisterCities }: GuideFiles): Fault[] {
  return sisterCities.flatMap(({ foreignPlace, country, ours }, at) => {
    const code = countryByName(country)?.code;
    if (code === undefined) return [fault('sisterCities.json', `${at}.country`, '不认识这个国名', country)];
    return ours.region || regionOf(foreignPlace, code)
      ? []
      : [fault('sisterCities.json', `${at}.ours`, '不知道这个地方在哪里，请写 region', foreignPlace)];
  });
}
