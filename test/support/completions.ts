/** What could still be learned of a case: values for what a question asks for, and random answers to all the rest. */
import { firstDay } from '../../knowledge/calendar.ts';
import {
  agreementContents,
  domesticContents,
  type Facts,
  indicatorKinds,
  narrativePoints,
} from '../../knowledge/facts.ts';
import { splitWant } from '../../knowledge/question.ts';
import type { Want } from '../../knowledge/rule.ts';
import { all, guide, partner } from './readyCase.ts';

type Known = Readonly<Record<string, unknown>>;

const days = [
  ...['1964-12-31', '1965-01-01', '1965-05-31', '1965-06-01', '1965-06-30', '1965-12-31', '1980-02-02'],
  ...['2010-01-01', '2020-01-01', '2020-04-01', '2020-04-30', '2020-05-01', '2020-12-31', '2021-01-01'],
  ...['2021-12-31', '2022-01-01', '2022-04-30', '2022-05-01', '2022-05-02', '2022-05-31', '2022-12-31'],
];
const lists: Readonly<Record<string, readonly string[]>> = {
  'agreement.content': agreementContents,
  'domesticAgreement.content': domesticContents,
  'app.indicatorsStated': indicatorKinds,
  'app.narrativeDone': narrativePoints,
};
const choices: Readonly<Record<string, readonly unknown[]>> = {
  'unit.name': ['江西师范大学', '某公司'],
  'unit.kind': ['enterprise', 'university', 'cooperative', 'government'],
  'unit.ownFunds': [0, 100_000_000],
  'unit.auditedReportYears': [[], [2022], [2021, 2022]],
  'lead.titleLevel': ['senior', 'not-senior', 'unclear'],
  'lead.degree': ['phd', 'master'],
  'lead.origin': ['mainland', 'foreign'],
  'lead.employment': ['full-time', 'part-time'],
  partners: [[], [partner()], [partner({ country: '日本' })]],
  'partners[].country': ['德国', '日本', '美国', '台湾', '挪威'],
  'partners[].city': ['没有这个地方', ...guide.sisterCities.map((pair) => pair.foreignPlace)],
  'partners[].kind': ['university', 'other', 'international-organisation'],
  firstParticipant: ['overseas', 'domestic'],
  domesticPartners: [[], [{ signed: true }], [{ signed: false }]],
  direction: [1, 19],
  directionFit: ['fits', 'does-not-fit'],
  'funding.applied': [0, 800_000, 1_200_000],
  'project.months': [24, 36],
  'agreement.form': ['new-joint', 'long-term-only', 'none'],
  'agreement.language': ['zh', 'foreign'],
  'process.channels': [1, 2],
  jointLab: ['none', 'existing'],
};

/** What is known at a place that a rule asks for. */
function at(facts: Facts, want: Want): unknown {
  const { path, index } = splitWant(want);
  const [root = path, field] = path.split('[].');
  const value = (facts as Known)[root];
  if (field === undefined || !Array.isArray(value)) return value;
  const item: unknown = value[index];
  return typeof item === 'object' && item !== null ? (item as Known)[field] : undefined;
}

/** Values that the answer to a question may give to what it asks for, in keeping with what is known of it. */
export function valuesFor(want: Want, facts: Facts): readonly unknown[] {
  const { path } = splitWant(want);
  const known = at(facts, want);
  if (/(?:Date)$/.test(path)) return days.filter((day) => day.startsWith(typeof known === 'string' ? known : ''));
  const items = lists[path];
  if (items) return [true, false].map((flag) => ({ ...all(items, flag), ...(known as object | undefined) }));
  return choices[path] ?? [true, false];
}

/** The facts with a value at a place that a rule asks for. */
export function answered(facts: Facts, want: Want, value: unknown): Facts {
  const { path, index } = splitWant(want);
  const [root = path, field] = path.split('[].');
  if (field === undefined) return { ...facts, [root]: value };
  const list = (facts as Known)[root];
  const items: unknown[] = Array.isArray(list) ? list : [];
  return {
    ...facts,
    [root]: items.map((item, nth) => (nth === index ? { ...(item as object), [field]: value } : item)),
  };
}

/** The facts with everything that is not known taken from another case; a date is filled up to its first day. */
export function completed(facts: Facts, other: Facts): Facts {
  const partners = facts.partners?.map((each, nth) => ({
    ...other.partners?.[nth % (other.partners.length || 1)],
    ...each,
    ...(each.registrationDate && { registrationDate: firstDay(each.registrationDate) }),
  }));
  const domestic = facts.domesticPartners?.map((each) => ({ signed: true, ...each }));
  return { ...other, ...facts, ...(partners && { partners }), ...(domestic && { domesticPartners: domestic }) };
}
