/** Concepts of nearly every question (`lexicon/broad.json`): that it is about a project, a unit, the guide says nothing against any answer. */
export const everywhere: readonly string[] = [
  'apply',
  'project',
  'guide-itself',
  'our-unit',
  'overseas-partner',
  'lead',
  'jiangxi',
  'science-department',
];
