/** The three kinds of priority (二 第2段): only 同等条件下, never a condition. What they rest on is in `../priority.ts`. */
import { overseasPartners } from '../category.ts';
import type { Partner } from '../facts.ts';
import { agreementEntries, baseEntries, isPairCountry, sisterCityEntries } from '../priority.ts';
import { type Outcome, rule, type Want } from '../rule.ts';

/** `pref.agreement`: 附1, by the partners' countries. */
const agreement = rule({
  id: 'pref.agreement',
  needs: ['partners'],
  asks: [],
  decide(facts, guide): Outcome {
    if (agreementEntries(facts, guide).length) return 'met';
    if (!facts.partners) return 'covered';
    return overseasPartners(facts).some((each) => each.country === undefined) ? 'open' : 'unmet';
  },
  wants: () => [],
});

/** `pref.sister-city`: 附2, by the partners' countries and cities. */
const sisterCity = rule({
  id: 'pref.sister-city',
  needs: ['partners'],
  asks: ['partners[].city'],
  decide(facts, guide): Outcome {
    if (!facts.partners) return 'covered';
    const notPlaced = ({ country, city }: Partner): boolean =>
      country === undefined || (!city && isPairCountry(country, guide));
    if (overseasPartners(facts).some(notPlaced)) return 'open';
    return sisterCityEntries(facts, guide).length ? 'met' : 'unmet';
  },
  wants: (facts, guide): Want[] =>
    (facts.partners ?? []).flatMap((each, at) =>
      each.registeredOverseas !== false && !each.city && isPairCountry(each.country, guide)
        ? [`partners[${at}].city`]
        : [],
    ),
});

/** `pref.base-host`: 附3, by the unit's name. */
const baseHost = rule({
  id: 'pref.base-host',
  needs: ['unit.name'],
  decide(facts, guide): Outcome {
    if (facts['unit.name'] === undefined) return 'open';
    return baseEntries(facts, guide).length ? 'met' : 'unmet';
  },
});

/** `pref.joint-lab`: an existing joint laboratory, as the applicant declares it; a planned one does not count. */
const jointLab = rule({
  id: 'pref.joint-lab',
  needs: ['jointLab'],
  decide(facts): Outcome {
    if (facts.jointLab === undefined) return 'open';
    return facts.jointLab === 'existing' ? 'met' : 'unmet';
  },
});

export const priorityRules = [agreement, sisterCity, baseHost, jointLab];
