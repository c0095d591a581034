/** Unusual rules about the lead: 附5 二. */
import type { Facts } from '../facts.ts';
import { holds, type Outcome, rule, type Want } from '../rule.ts';

/** `lead.title-or-phd`: 附5 二（一）: a senior title or a doctorate, one is enough. */
const titleOrPhd = rule({
  id: 'lead.title-or-phd',
  needs: ['lead.titleLevel', 'lead.degree'],
  decide(facts): Outcome {
    const title = facts['lead.titleLevel'];
    const degree = facts['lead.degree'];
    if (title === 'senior' || degree === 'phd') return 'met';
    if (title === undefined || degree === undefined) return 'open';
    return title === 'unclear' ? 'to-confirm' : 'unmet';
  },
});

const foreign = (facts: Pick<Facts, 'lead.origin'>): boolean | undefined =>
  facts['lead.origin'] === undefined ? undefined : facts['lead.origin'] !== 'mainland';

/** `lead.foreign-employed`: 附5 二（二）: leads from abroad, 港澳台 included, must be employed by a mainland unit. */
const foreignEmployed = rule({
  id: 'lead.foreign-employed',
  needs: ['lead.origin', 'lead.employedByMainlandUnit'],
  decide(facts): Outcome {
    const from = foreign(facts);
    if (from === undefined) return 'open';
    return from ? holds(facts['lead.employedByMainlandUnit']) : 'not-applicable';
  },
  wants: (facts): Want[] => (facts['lead.origin'] === undefined ? ['lead.origin'] : ['lead.employedByMainlandUnit']),
});

const employment = ['lead.origin', 'lead.employedByMainlandUnit', 'lead.employment'] as const;
type Employment = Pick<Facts, (typeof employment)[number]>;

/** The kind of employment, where the rule about it stands by itself; otherwise what stands instead. */
function employed(facts: Employment): 'full-time' | 'part-time' | 'not-known' | Outcome {
  if (foreign(facts) === false || facts['lead.employedByMainlandUnit'] === false) return 'not-applicable';
  if (foreign(facts) === undefined || facts['lead.employedByMainlandUnit'] === undefined) return 'covered';
  return facts['lead.employment'] ?? 'not-known';
}

/** `lead.employment-proof-full`: 附5 二（二）. Stands for both while it is not known whether full or part time. */
const proofFull = rule({
  id: 'lead.employment-proof-full',
  needs: [...employment, 'lead.employmentProofMainland'],
  decide(facts): Outcome {
    const kind = employed(facts);
    if (kind === 'full-time') return holds(facts['lead.employmentProofMainland']);
    if (kind === 'part-time') return 'not-applicable';
    return kind === 'not-known' ? 'open' : kind;
  },
  wants: (facts): Want[] =>
    facts['lead.employment'] === undefined ? ['lead.employment'] : ['lead.employmentProofMainland'],
});

/** `lead.employment-proof-part`: 附5 二（二）: both units' proofs. */
const proofPart = rule({
  id: 'lead.employment-proof-part',
  needs: [...employment, 'lead.employmentProofMainland', 'lead.employmentProofOverseas'],
  decide(facts): Outcome {
    const kind = employed(facts);
    if (kind === 'not-known') return 'covered';
    if (kind === 'full-time') return 'not-applicable';
    if (kind !== 'part-time') return kind;
    const proofs = [facts['lead.employmentProofMainland'], facts['lead.employmentProofOverseas']];
    if (proofs.includes(false)) return 'unmet';
    return proofs.includes(undefined) ? 'open' : 'met';
  },
});

export const peopleRules = [titleOrPhd, foreignEmployed, proofFull, proofPart];
