/** Every table of boundary cases: each bar and each remedy of the guide. */
import { agreementCases } from './agreement.cases.ts';
import type { Boundaries } from './boundary.ts';
import { domesticCases } from './domestic.cases.ts';
import { leadCases } from './lead.cases.ts';
import { partnerCases } from './partner.cases.ts';
import { projectCases } from './project.cases.ts';
import { scopeCases } from './scope.cases.ts';
import { unitCases } from './unit.cases.ts';

export const boundaries: Boundaries = {
  ...scopeCases,
  ...projectCases,
  ...leadCases,
  ...unitCases,
  ...partnerCases,
  ...agreementCases,
  ...domesticCases,
};
