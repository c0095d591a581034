/** Guide 一: which of the two categories the partners' places make it, and whether the direction is of that category. */
import { type Category, categoryOf, directionAllowed, overseasPartners, placeOf } from '../category.ts';
import type { Facts, Partner } from '../facts.ts';
import type { Guide } from '../guide.ts';
import { type Outcome, rule, type Want } from '../rule.ts';

type Known = Pick<Facts, 'partners' | 'direction'>;
type Places = ReturnType<typeof placesOf>;

function placesOf(facts: Known, guide: Guide) {
  return overseasPartners(facts).map((partner) => placeOf(partner, guide));
}

const here = ({ country }: Partner): boolean => country === '香港' || country === '澳门';

function onlyHkMacao(facts: Known, guide: Guide): boolean {
  const partners = overseasPartners(facts);
  return partners.length > 0 && partners.every((each) => here(each) && placeOf(each, guide) !== 'unclear');
}

/** Whether partners whose place is not known yet may turn out to be where a rule is about, as the others are. */
function mayBe(facts: Known, guide: Guide, others: (partner: Partner) => boolean): boolean {
  if (!facts.partners) return true;
  const partners = overseasPartners(facts);
  const open = (each: Partner): boolean => placeOf(each, guide) === 'unknown';
  return partners.some(open) && partners.every((each) => open(each) || others(each));
}

function judge(category: Category, facts: Known, guide: Guide): Outcome {
  const allowed = directionAllowed(category, facts.direction, guide);
  if (allowed === 'unclear') return 'covered';
  return allowed ? 'met' : 'unmet';
}

function unclear(places: Places): Outcome {
  if (places.includes('taiwan')) return 'covered';
  return places.includes('unknown') ? 'open' : 'to-confirm';
}

/** By a ruling it can be no partner, which `partner.kind` says. */
const isOrganisation = ({ kind }: Partner): boolean => kind === 'international-organisation';

/** `scope.category`: 一 第1段. No clause says it outright; it is read from the two names and the grouping of 五. */
const category = rule({
  id: 'scope.category',
  needs: ['partners', 'direction'],
  asks: ['partners[].country'],
  decide(facts, guide) {
    const places = placesOf(facts, guide);
    if (places.length === 0) return facts.partners ? 'not-applicable' : 'covered';
    if (onlyHkMacao(facts, guide)) return 'not-applicable';
    if (guide.laid?.readings.noOrganisations && overseasPartners(facts).some(isOrganisation)) return 'covered';
    const found = categoryOf(facts, guide);
    const both = found === 'mixed' ? guide.laid?.readings.bothCategories : undefined;
    if (both === 'none') return 'unmet';
    if (both === 'direction') return judge(found, facts, guide);
    return found === 'unclear' || found === 'mixed' ? unclear(places) : judge(found, facts, guide);
  },
  wants: (facts): Want[] =>
    (facts.partners ?? []).flatMap(({ country, registeredOverseas }, at) =>
      country === undefined && registeredOverseas !== false ? [`partners[${at}].country`] : [],
    ),
});

/** `scope.hk-macao`: 一 第1段 「港澳合作项目可申报“其他国家和地区科技合作”」. */
const hkMacao = rule({
  id: 'scope.hk-macao',
  needs: ['partners', 'direction'],
  asks: [],
  decide(facts, guide) {
    if (onlyHkMacao(facts, guide)) return judge('other-countries-regions', facts, guide);
    return mayBe(facts, guide, here) ? 'covered' : 'not-applicable';
  },
});

/** `scope.taiwan-gap`: 一 speaks of 港澳 only; 附5 二（二） of 港澳台. The guide does not say: a person decides. */
const taiwan = rule({
  id: 'scope.taiwan-gap',
  needs: ['partners'],
  asks: [],
  decide(facts, guide) {
    if (placesOf(facts, guide).includes('taiwan')) return 'to-confirm';
    return mayBe(facts, guide, () => true) ? 'covered' : 'not-applicable';
  },
});

export const scopeRules = [category, hkMacao, taiwan];
