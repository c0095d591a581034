/** Unusual rules about who takes part: 三（三）, 附5 四（三）. */
import type { Outcome } from '../rule.ts';
import { holds, rule, type Want } from '../rule.ts';

/** `partner.exists`: 三（三）: at least one overseas unit. One registered in the mainland fails another rule. */
const exists = rule({
  id: 'partner.exists',
  needs: ['partners'],
  parameters: ['partners.min'],
  decide: (facts, guide) => holds(facts.partners && facts.partners.length >= guide.amount('partners.min')),
});

/**
 * `agreement.unsigned-not-listed`: 三（三） 「未签署相应合作文件的单位不得列为项目参与单位」, for the domestic units.
 * While there is no domestic agreement, `domestic.agreement` stands for it.
 */
const unsigned = rule({
  id: 'agreement.unsigned-not-listed',
  needs: ['domesticPartners', 'domesticAgreement.exists'],
  asks: ['domesticPartners[].signed'],
  decide(facts): Outcome {
    if (facts.domesticPartners?.length === 0) return 'not-applicable';
    if (!facts.domesticPartners || facts['domesticAgreement.exists'] !== true) return 'covered';
    const signed = facts.domesticPartners.map((each) => each.signed);
    if (signed.includes(false)) return 'unmet';
    return signed.includes(undefined) ? 'open' : 'met';
  },
  wants: (facts): Want[] =>
    (facts.domesticPartners ?? []).flatMap((each, at) =>
      each.signed === undefined ? [`domesticPartners[${at}].signed`] : [],
    ),
});

export const partnerRules = [exists, unsigned];
