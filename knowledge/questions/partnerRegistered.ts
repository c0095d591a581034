/** The answer to the year in which a partner was registered overseas. */
import { countryByName } from '../places/country.ts';
import type { AnswerContext, Patch } from '../question.ts';
import { corrected } from '../read/correction.ts';
import { readRegisteredWhere, saysAbroad } from '../read/readRegisteredWhere.ts';
import { settledOn } from '../read/secondThoughts.ts';
import { saysMaybe } from '../read/tidy.ts';
import type { Reading } from '../reading.ts';
import { asFacts, dateAnswer, withPartner } from './build.ts';

function isAbroad(name: string): boolean {
  const country = countryByName(name);
  return country !== undefined && country.mainland !== true;
}

/** 1962 德国; 德国，1962: the country is known, the year is the answer. */
function yearBesideCountry(text: string): string | undefined {
  const [, before = '', year, after = ''] =
    /^(?:在|是)?(\p{Script=Han}{2,8})?[\s,，、]*((?:1[5-9]|20)\d\d)年?[\s,，、在]*(\p{Script=Han}{2,8})?[。.\s]*$/u.exec(
      text.normalize('NFKC'),
    ) ?? [];
  const names = [before, after].filter((each) => each !== '').map((each) => each.replace(/(?:注册|成立)?的?$/, ''));
  return year !== undefined && names.length > 0 && names.every((each) => isAbroad(each)) ? `${year}年` : undefined;
}

/** 2003年重新注册的，应该填2003吧: the doubt is about which to write. */
const chosenYear =
  /(?<=((?:1[5-9]|20)\d\d)[\s\S]{1,30}?)[,，](?:那)?(?:就|应该|是不是)*(?:填|写|算|按|报)\1年?(?:这个)?[吧呢]?[。.\s]*$/u;

/** 官网写founded 1996. */
const inEnglish =
  /(?<![a-z])(?:founded|established|registered|incorporated|set up|since|est\.?)\s*(?:in\s*)?((?:1[5-9]|20)\d\d)(?!\d)/gi;

/** established 1965 in Germany. */
function yearInEnglish(text: string): string | undefined {
  const [, year, land] =
    /^(?:it |they )?(?:was |were )?(?:established|founded|registered|incorporated|set up)(?: in)? ((?:1[5-9]|20)\d\d)(?:,? in ([a-z][a-z ]+?))?[.\s]*$/i.exec(
      text.normalize('NFKC').trim(),
    ) ?? [];
  return year !== undefined && (land === undefined || isAbroad(land)) ? `${year}年` : undefined;
}

/** When and where a partner was registered; a year that is only guessed is asked again. */
export function registeredAnswer(text: string, context: AnswerContext): Reading<Patch> | undefined {
  const known = context.facts.partners?.[context.index]?.registrationDate;
  const where = readRegisteredWhere(
    yearBesideCountry(text) ?? yearInEnglish(text) ?? text.replace(chosenYear, '').replace(inEnglish, '$1年成立'),
  );
  const date = dateAnswer(where.text, context.today, known, { recent: true });
  if (date?.is !== 'value' && where.inChina === true)
    return { is: 'value', value: withPartner(context, { registeredOverseas: false }) };
  if (date?.is === 'value' && (saysMaybe(settledOn(corrected(where.text))) || /应该|应当/.test(where.text)))
    return { is: 'ask', hint: '请核对一下，写准确的年份，例如 1998；核不到就回复“不知道”。' };
  if (date?.is !== 'value' && where.inChina === undefined && saysAbroad(where.text))
    return { is: 'value', value: withPartner(context, { registeredOverseas: true }) };
  return asFacts(date, (value) =>
    withPartner(context, {
      registrationDate: value,
      registeredOverseas: where.inChina === undefined ? true : where.inChina ? false : undefined,
    }),
  );
}
