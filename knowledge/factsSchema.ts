/** Facts as they are stored: each checked again when a case is opened; what no longer fits is not known. */
import { z } from 'zod';
import { isPartialDate } from './calendar.ts';
import { type FactId, type Facts, partnerKinds, unitKinds } from './facts.ts';
import { originOf } from './madeFrom.ts';

const date = z.string().refine(isPartialDate);
const written = z.record(z.string(), z.boolean());
const partner = z.object({
  name: z.string().optional(),
  country: z.string().optional(),
  city: z.string().optional(),
  registrationDate: date.optional(),
  registeredOverseas: z.boolean().optional(),
  legalPerson: z.boolean().optional(),
  kind: z.enum(partnerKinds).optional(),
  longTermBasis: z.boolean().optional(),
});

/** Partners of whom nothing need be dropped. */
const wholePartners = z.array(partner.strict());

const flag = z.boolean();
const text = z.string();

/** The type of every fact's value; a missing one does not compile. */
const schemas: { [K in FactId]: z.ZodType } = {
  'unit.name': text,
  'unit.kind': z.enum(unitKinds),
  'unit.location': text,
  'unit.registrationDate': date,
  'unit.ownFunds': z.number().int().min(0),
  'unit.auditedReportYears': z.array(z.number().int()),
  'lead.birthDate': date,
  'lead.titleText': text,
  'lead.titleLevel': z.enum(['senior', 'not-senior', 'unclear']),
  'lead.degree': z.enum(['phd', 'phd-in-progress', 'master', 'bachelor', 'no-phd']),
  'lead.origin': z.enum(['mainland', 'foreign', 'hk', 'macao', 'taiwan']),
  'lead.employment': z.enum(['full-time', 'part-time']),
  partners: z.array(partner),
  firstParticipant: z.enum(['overseas', 'domestic']),
  domesticPartners: z.array(z.object({ name: z.string().optional(), signed: z.boolean().optional() })),
  direction: z.number().int().min(1),
  topic: text,
  directionFit: z.enum(['fits', 'does-not-fit']),
  'funding.applied': z.number().int().min(0),
  'project.months': z.number().min(0),
  'agreement.form': z.enum(['new-joint', 'long-term-only', 'none']),
  'agreement.content': written,
  'agreement.language': z.enum(['bilingual', 'foreign', 'zh']),
  'domesticAgreement.content': written,
  'process.channels': z.number().int().min(0),
  'app.indicatorsStated': written,
  'app.narrativeDone': written,
  jointLab: z.enum(['none', 'existing', 'planned']),
  'unit.registeredInJiangxi': flag,
  'unit.legalPerson': flag,
  'unit.auditedStatementsComplete': flag,
  'lead.employedByMainlandUnit': flag,
  'lead.employmentProofMainland': flag,
  'lead.employmentProofOverseas': flag,
  'lead.researchMisconductInForce': flag,
  'lead.creditBlacklist': flag,
  'lead.civilServant': flag,
  'lead.managesProgrammes': flag,
  'us.reported': flag,
  'us.consent': flag,
  'agreement.signedByChina': flag,
  'agreement.signedByOverseas': flag,
  'agreement.dateClear': flag,
  'agreement.highlighted': flag,
  'agreement.translation': flag,
  'agreement.translationSealed': flag,
  'agreement.basisEvidenceAttached': flag,
  'agreement.ipLawOk': flag,
  'agreement.lawEthicsOk': flag,
  'domesticAgreement.exists': flag,
  'domesticAgreement.sealed': flag,
  'domesticAgreement.dateClear': flag,
  'domesticAgreement.highlighted': flag,
  'team.membersFromEveryParty': flag,
  'process.recommendationLetter': flag,
  'process.duplicate': flag,
  'app.formatComplete': flag,
};

/** The ids of all facts that the project knows by itself. */
export const factIds: readonly string[] = Object.keys(schemas);

/** The fields of a partner, as `partners[].country` names them. */
export const partnerFields: readonly string[] = Object.keys(partner.shape);

/** A guide's own facts are flags, dates or amounts. */
const plain = z.union([z.boolean(), z.string(), z.number()]);

/** By what is stored, and by the facts themselves: what was checked once need not be checked again. */
const checked = new WeakMap<object, Facts>();

/** The stored facts that are of their type; the others are dropped and asked again. */
export function storedFacts(stored: Readonly<Record<string, unknown>>): Facts {
  const known = checked.get(stored);
  if (known) return known;
  const facts = allFit(stored) ? (stored as Facts) : fitting(stored); // every value is checked with the schema of its id
  checked.set(stored, facts);
  checked.set(facts, facts);
  return facts;
}

/** Whether nothing need be dropped; values that fitted in the facts that these were made of fit here. */
function allFit(stored: Readonly<Record<string, unknown>>): boolean {
  const origin = originOf(stored);
  const before: Readonly<Record<string, unknown>> = (origin && checked.get(origin)) ?? {};
  return Object.entries(stored).every(([id, value]) => {
    if (value !== undefined && Object.is(value, before[id])) return true;
    const schema = id === 'partners' ? wholePartners : schemaOf(id);
    // Most facts are these two, of which there is nothing to parse.
    if (schema === flag || schema === text) return typeof value === (schema === flag ? 'boolean' : 'string');
    return schema.safeParse(value).success;
  });
}

function fitting(stored: Readonly<Record<string, unknown>>): Facts {
  const found = Object.entries(stored)
    .map(([id, value]) => [id, id === 'partners' ? fittingPartners(value) : value] as const)
    .filter(([id, value]) => schemaOf(id).safeParse(value).success);
  return Object.fromEntries(found) as Facts; // every value was checked with the schema of its id
}

/** A field that no longer fits is dropped alone: the partner's other answers stay. */
function fittingPartners(stored: unknown): unknown {
  if (!Array.isArray(stored)) return stored;
  const fits = (field: string, value: unknown): boolean =>
    Object.hasOwn(partner.shape, field) && partner.shape[field as keyof typeof partner.shape].safeParse(value).success;
  return stored.map((item: unknown) =>
    typeof item === 'object' && item !== null
      ? Object.fromEntries(Object.entries(item).filter(([field, value]) => fits(field, value)))
      : {},
  );
}

function schemaOf(id: string): z.ZodType {
  return Object.hasOwn(schemas, id) ? schemas[id as FactId] : plain;
}
