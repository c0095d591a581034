/**
 * Facts as outsiders send them (`contracts.md`, "Facts"): nested, money in 万元, not known as absent, null or "unknown".
 * Wrong types, impossible dates and values outside the lists are refused, each with its path.
 */
import { z } from 'zod';
import { isPartialDate } from './calendar.ts';
import type { Facts, Partner } from './facts.ts';
import { agreementContents, partnerKinds, unitKinds } from './facts.ts';
import { countryByName } from './places/country.ts';
import { titleLevelOf } from './read/readTitle.ts';

/** Not known, however it is written. */
const unknown = z.union([z.null(), z.literal('unknown')]).transform(() => undefined);
const known = <S extends z.ZodType>(schema: S) => z.union([unknown, schema]).optional();
const group = <S extends z.ZodRawShape>(shape: S) => {
  const fields = z.object(shape);
  return known(fields).transform((value) => value ?? fields.parse({}));
};

const flag = known(z.boolean());
const text = known(z.string().max(400));
const date = known(z.string().refine(isPartialDate, '不是真实的日期，请写 YYYY、YYYY-MM 或 YYYY-MM-DD'));
const wan = known(z.number().finite().min(0).max(1e8));
const partner = z.object({
  name: text,
  countryOrRegion: text,
  city: text,
  registrationDate: date,
  registeredOverseas: flag,
  legalPerson: flag,
  kind: known(z.enum(partnerKinds)),
  longTermBasis: flag,
});

const content = group(Object.fromEntries(agreementContents.map((item) => [item, flag])));

/** The body's `facts`. Extra fields are ignored. */
export const factsInput = z.object({
  unit: group({
    name: text,
    kind: known(z.enum(unitKinds)),
    location: text,
    registeredInJiangxi: flag,
    registrationDate: date,
    legalPerson: flag,
    ownFundsWan: wan,
    auditedReportYears: known(z.array(z.number().int().min(1900).max(2100)).max(50)),
    auditedStatementsComplete: flag,
  }),
  lead: group({
    birthDate: date,
    titleText: text,
    titleLevel: z.union([z.null(), z.enum(['senior', 'not-senior', 'unclear', 'unknown'])]).optional(),
    degree: known(z.enum(['phd', 'phd-in-progress', 'master', 'bachelor'])),
    origin: known(z.enum(['mainland', 'foreign', 'hk', 'macao', 'taiwan'])),
    employedByMainlandUnit: flag,
    employment: known(z.enum(['full-time', 'part-time'])),
    employmentProofMainland: flag,
    employmentProofOverseas: flag,
    researchMisconductInForce: flag,
    creditBlacklist: flag,
    civilServant: flag,
    managesProgrammes: flag,
  }),
  partners: known(z.array(partner).max(50)),
  firstParticipant: known(z.enum(['overseas', 'domestic'])),
  domesticPartners: known(z.array(z.object({ name: text, signed: flag })).max(50)),
  us: group({ reported: flag, consent: flag }),
  direction: known(z.number().int().min(1)),
  topic: text,
  directionFit: known(z.enum(['fits', 'does-not-fit'])),
  funding: group({ appliedWan: wan }),
  project: group({ months: known(z.number().finite().min(0).max(1200)) }),
  agreement: group({
    form: known(z.enum(['new-joint', 'long-term-only', 'none'])),
    signedByChina: flag,
    signedByOverseas: flag,
    dateClear: flag,
    content,
    highlighted: flag,
    language: known(z.enum(['bilingual', 'foreign', 'zh'])),
    translation: flag,
    translationSealed: flag,
    basisEvidenceAttached: flag,
    ipLawOk: flag,
    lawEthicsOk: flag,
  }),
  domesticAgreement: group({ exists: flag, sealed: flag, dateClear: flag, content: flag, highlighted: flag }),
  team: group({ membersFromEveryParty: flag }),
  process: group({ recommendationLetter: flag, channels: known(z.number().int().min(0)), duplicate: flag }),
  app: group({ indicatorsStated: flag, narrativeDone: flag, formatComplete: flag }),
  jointLab: known(z.enum(['none', 'existing', 'planned'])),
});

type Input = z.output<typeof factsInput>;
const yuan = (amount: number | undefined): number | undefined =>
  amount === undefined ? undefined : Math.round(amount * 10_000);
/** One flag for a whole list: true = all written; false or not known = not all. */
const whole = (all: boolean | undefined): { rest: boolean } | undefined =>
  all === undefined ? undefined : { rest: all };

/** Turns checked input into facts. `highestDirection` bounds the direction; facts declared by the guide pass through. */
export function factsOfInput(input: Input): Facts {
  const { unit, lead, agreement, domesticAgreement: domestic, process, app } = input;
  const nested = { unit, lead, agreement, domesticAgreement: domestic, us: input.us, team: input.team, process, app };
  const facts: Record<string, unknown> = {};
  for (const [name, fields] of Object.entries(nested)) {
    for (const [field, value] of Object.entries(fields)) facts[`${name}.${field}`] = value;
  }
  facts['unit.ownFunds'] = yuan(unit.ownFundsWan);
  facts['lead.titleLevel'] = titleLevel(lead.titleLevel, lead.titleText);
  facts.partners = input.partners?.map(partnerOf);
  facts.domesticPartners = input.domesticPartners?.map(defined);
  for (const id of ['firstParticipant', 'direction', 'topic', 'directionFit', 'jointLab'] as const)
    facts[id] = input[id];
  facts['funding.applied'] = yuan(input.funding.appliedWan);
  facts['project.months'] = input.project.months;
  facts['agreement.content'] = defined(agreement.content);
  facts['domesticAgreement.content'] = whole(domestic.content);
  facts['app.indicatorsStated'] = whole(app.indicatorsStated);
  facts['app.narrativeDone'] = whole(app.narrativeDone);
  delete facts['unit.ownFundsWan'];
  return defined(facts) as Facts;
}

function titleLevel(level: Input['lead']['titleLevel'], said: string | undefined): Facts['lead.titleLevel'] {
  if (level === 'unknown') return undefined;
  if (level) return level;
  return said === undefined ? undefined : (titleLevelOf(said) ?? 'unclear');
}

function partnerOf(input: NonNullable<Input['partners']>[number]): Partner {
  const { countryOrRegion, ...rest } = input;
  return defined({ ...rest, country: countryOrRegion === undefined ? undefined : countryByName(countryOrRegion)?.zh });
}

function defined<T extends Record<string, unknown>>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;
}
