/** Makes a guide on which an overlay lies: rulings change parameters, categories and outcomes; the rest is looked up in `laid`. */
import { tooYoungForAudits, tooYoungNeeds } from './auditYears.ts';
import type { Guide, Readings, Ruled } from './guide.ts';
import type { Parameter } from './guideSchema.ts';
import type { Effect } from './openPointSchema.ts';
import type { Overlay, OverlayRuling } from './overlayForm.ts';
import { parametersOf } from './parameters.ts';
import type { AnyFacts, Rule } from './rule.ts';
import { ruleOf } from './rules/index.ts';
import { ruledSentence } from './rulingWords.ts';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

export function layOn(bare: Guide, overlay: Overlay): Guide {
  const ruled = overlay.rulings.flatMap((ruling) => ruledBy(ruling, bare));
  const effects = ruled.flatMap(({ option }) => option.effects);
  const all = <K extends Effect['kind']>(kind: K): Of<K>[] =>
    effects.filter((each): each is Of<K> => each.kind === kind);
  return {
    ...bare,
    ...parametersOf(bare.id, withParameters(bare.parameters, all('parameter'))),
    rules: withoutAudits(withChecks(bare.rules, all('choice'), all('outcome')), all('audits-waived')),
    rulings: withCategories(bare, ruled),
    laid: { overlay, bare, ruled, readings: readingsOf(effects, all) },
  };
}

function ruledBy({ point: id, choice, date, by }: OverlayRuling, { openPoints }: Guide): Ruled[] {
  const point = openPoints.find((each) => each.id === id);
  const option = point?.options.find((each) => each.id === choice);
  return point && option ? [{ point, option, date, by }] : [];
}

function withParameters(
  parameters: Guide['parameters'],
  changed: readonly Of<'parameter'>[],
): Readonly<Record<string, Parameter>> {
  const made: Record<string, Parameter> = { ...parameters };
  for (const { parameter, value } of changed) {
    const old = made[parameter];
    if (old?.unit === 'date') made[parameter] = { ...old, value };
  }
  return made;
}

function withChecks(
  rules: Guide['rules'],
  choices: readonly Of<'choice'>[],
  outcomes: readonly Of<'outcome'>[],
): Guide['rules'] {
  return rules.map((each) => {
    let { row, rule } = each;
    for (const { value, outcome } of choices.filter((one) => one.rule === row.id)) {
      if (row.check.kind !== 'choice') continue;
      const { met, toConfirm, unmet, ...check } = row.check;
      const without = (list: typeof met | undefined) => (list ?? []).filter((other) => other !== value);
      row = {
        ...row,
        check: {
          ...check,
          met: outcome === 'met' ? [...without(met), value] : without(met),
          toConfirm: without(toConfirm),
          unmet: outcome === 'unmet' ? [...without(unmet), value] : without(unmet),
        },
      };
      rule = ruleOf(row);
    }
    for (const { to, known } of outcomes.filter((one) => one.rule === row.id)) {
      const { decide } = rule;
      // What was never told bars nobody.
      const settled = (facts: AnyFacts) => (known !== undefined && facts[known] === undefined ? 'open' : to);
      rule = {
        ...rule,
        decide(facts, guide) {
          const outcome = decide(facts, guide);
          return outcome === 'to-confirm' ? settled(facts) : outcome;
        },
      };
    }
    return rule === each.rule ? each : { row, rule };
  });
}

function withoutAudits(rules: Guide['rules'], waived: readonly Of<'audits-waived'>[]): Guide['rules'] {
  const ids = waived.flatMap((each) => each.rules);
  return rules.map((each) => {
    if (!ids.includes(each.row.id)) return each;
    const { decide, needs } = each.rule;
    const rule: Rule = {
      ...each.rule,
      needs: [...new Set([...needs, ...tooYoungNeeds])],
      decide: (facts, guide) => (tooYoungForAudits(facts, guide) ? 'not-applicable' : decide(facts, guide)),
    };
    return { row: each.row, rule };
  });
}

/** The reason of a category says who settled it. */
function withCategories({ rulings }: Guide, ruled: readonly Ruled[]): Guide['rulings'] {
  const made = ruled.flatMap((each) =>
    each.option.effects.flatMap((effect) =>
      effect.kind === 'category'
        ? [{ code: effect.country, category: effect.category, reason: ruledSentence(each), basis: 'ours' as const }]
        : [],
    ),
  );
  const codes = new Set(made.map(({ code }) => code));
  return made.length === 0 ? rulings : [...rulings.filter(({ code }) => !codes.has(code)), ...made];
}

function readingsOf(effects: readonly Effect[], all: <K extends Effect['kind']>(kind: K) => Of<K>[]): Readings {
  const [both] = all('both-categories');
  return {
    ownDay: Object.fromEntries(all('own-day').map(({ parameter, counts }) => [parameter, counts])),
    bars: all('outcome').flatMap(({ rule, as }) => (as === 'bar' ? [rule] : [])),
    ...(both && { bothCategories: both.by }),
    ...(effects.some(({ kind }) => kind === 'organisations-by-country') && { organisationsByCountry: true as const }),
    ...(effects.some(({ kind }) => kind === 'no-organisations') && { noOrganisations: true as const }),
    ...(effects.some(({ kind }) => kind === 'years-since-founding') && { yearsSinceFounding: true as const }),
  };
}
