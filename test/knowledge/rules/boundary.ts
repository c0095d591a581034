/** What the tables of boundary cases are made of. */
import type { Facts } from '../../../knowledge/facts.ts';
import type { Status } from '../../../knowledge/findings.ts';
import type { Change } from '../../support/readyCase.ts';

/**
 * A sentence about the world, what differs from the ready case, the rule's status, and everything that the checklist
 * then lists: `failed …; confirm …; missing …`, the ids in the order of the alphabet; empty: nothing.
 */
export type Boundary = readonly [world: string, change: Change, status: Status, listed: string];
/** Boundary cases by rule id. */
export type Boundaries = Readonly<Record<string, readonly Boundary[]>>;

/** A flag that must hold, all else being in order. */
export function mustHold(id: string, fact: keyof Facts, about: string, base: Change = {}): readonly Boundary[] {
  return [
    [`${about}: yes`, { ...base, [fact]: true }, 'met', ''],
    [`${about}: no`, { ...base, [fact]: false }, 'unmet', `missing ${id}`],
    [`${about}: not known`, { ...base, [fact]: undefined }, 'open', `missing ${id}`],
  ];
}

/** A flag that must not hold of the lead; no paper cures it. */
export function mustNotHold(id: string, fact: keyof Facts, about: string): readonly Boundary[] {
  return [
    [`${about}: no`, { [fact]: false }, 'met', ''],
    [`${about}: yes`, { [fact]: true }, 'unmet', `failed ${id}`],
    [`${about}: not known`, { [fact]: undefined }, 'open', `confirm ${id}`],
  ];
}

/** A university does not need what only companies need. */
export const university: Change = {
  'unit.name': '江西中医药大学',
  'unit.kind': 'university',
  'unit.registrationDate': '1959-03-10',
  'unit.ownFunds': undefined,
  'unit.auditedReportYears': undefined,
  'unit.auditedStatementsComplete': undefined,
};
