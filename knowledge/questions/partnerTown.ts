/** The town of an overseas partner: as it is answered, or as it stands in the partner's name. */
import { cityInName } from '../places/cityInName.ts';
import { countryByName } from '../places/country.ts';
import { readPlace } from '../places/readPlace.ts';
import type { AnswerContext, Patch } from '../question.ts';
import { withoutPointing } from '../read/pointedOut.ts';
import { saysNotYetKnown } from '../read/readPartners.ts';
import type { Reading } from '../reading.ts';
import { asFacts, withPartner } from './build.ts';

/** The town of a partner whose country is known; one that no list has is taken as it was said. */
export function cityAnswer(typed: string, context: AnswerContext): Reading<Patch> | undefined {
  const text = withoutPointing(typed);
  const { country = '', name } = context.facts.partners?.[context.index] ?? {};
  const place = readPlace(country === '' ? text : `${country}，${text}`);
  const same = place?.is === 'value' && (country === '' || place.value.country === country);
  if (same && place.value.city !== undefined) return asFacts(place, ({ city }) => withPartner(context, { city }));
  if (place?.is === 'ask' || place?.is === 'unknown') return place;
  if (saysNotYetKnown(text)) return { is: 'unknown' };
  const bare = text.normalize('NFKC').replace(/^(?:在|嗯|哦|就在|位于)+|[。.!！~～,，\s哈吧呢]+$/g, '');
  if (
    /^[\p{Script=Han}A-Za-z .'’（）()-]{2,16}$/u.test(bare) &&
    !/[吗?？什么哪]|不|没|大学|公司|研究|医院|学院/.test(bare)
  )
    return { is: 'value', value: withPartner(context, { city: bare }) };
  const land = countryByName(country);
  const inName = land && name !== undefined && text.includes(name) ? cityInName(name, land) : undefined;
  return inName === undefined
    ? undefined
    : { is: 'value', value: withPartner(context, { city: inName }), echo: `城市按${inName}记，不对请改。` };
}

/** 法国第戎农业科学院, said once more when asked for the town: the town in the name. */
export function toldAgain(
  country: string | undefined,
  name: string | undefined,
  { facts, index }: AnswerContext,
): string | undefined {
  const known = facts.partners?.[index];
  const land = country === undefined ? undefined : countryByName(country);
  return land && name !== undefined && known?.name === name && known.city === undefined
    ? cityInName(name, land)
    : undefined;
}
