/** The worked cases told in English: what a person says to each question, out of the same facts as the Chinese one. */
import { z } from 'zod';
import type { Persona } from './applicant.ts';

const flag = z.boolean().nullish();
const form = z.looseObject({
  unit: z.looseObject({
    name: z.string(),
    kind: z.string(),
    location: z.string(),
    registrationDate: z.string(),
    legalPerson: flag,
    ownFundsWan: z.number().nullish(),
    auditedReportYears: z.array(z.number()).nullish(),
  }),
  lead: z.looseObject({ birthDate: z.string(), titleText: z.string(), degree: z.string(), civilServant: flag }),
  partners: z.array(z.looseObject({ registrationDate: z.string(), kind: z.string() })),
  domesticPartners: z.array(z.looseObject({ name: z.string() })),
  direction: z.number(),
  funding: z.looseObject({ appliedWan: z.number() }),
  project: z.looseObject({ months: z.number() }),
  agreement: z.looseObject({ language: z.string(), translation: flag }),
  domesticAgreement: z.looseObject({}).nullish(),
  jointLab: z.string(),
});

const partners: Readonly<Record<string, string>> = {
  'ex-01': 'Kyung Hee University, Seoul, South Korea',
  'ex-02': 'Valkeakoski Technology Centre, Tampere, Finland',
  'ex-03': 'Kagawa University, Takamatsu, Japan',
  'ex-04': 'Tamano Machinery Company, Tamano, Japan',
  'ex-05': 'University of Macau, Macao',
  'ex-06': 'University of Nairobi, Nairobi, Kenya',
  'ex-07': 'University of Liège, Liège, Belgium',
  'ex-08': 'Drakenstein Precision Instruments Company, Drakenstein, South Africa',
  'ex-09': 'South Valley University, Luxor, Egypt',
  'ex-10': 'University of Atacama, Copiapó, Chile',
  'ex-11': 'University of Reims, Reims, France',
  'ex-12': 'Institute of Chemistry, Dushanbe, Tajikistan',
};
const titles: Readonly<Record<string, string>> = {
  教授: 'full professor',
  副教授: 'He is an associate professor.',
  研究员: 'full research professor',
  高级工程师: 'senior engineer',
  正高级工程师: 'professor-level senior engineer',
  主任医师: 'chief physician',
  客座教授: 'visiting professor',
  高级农艺师: 'senior agronomist',
};
const towns: Readonly<Record<string, string>> = {
  南昌市: 'Nanchang',
  抚州市: 'Fuzhou, Jiangxi',
  九江市: 'Jiujiang',
  宜春市: 'Yichun',
  景德镇市: 'Jingdezhen',
  萍乡市: 'Pingxiang',
  上饶市: 'Shangrao',
  赣州市: 'Ganzhou',
  吉安市: "Ji'an",
};
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `12 March 1979`, or the year alone. */
function spoken(date: string): string {
  const [year, month, day] = date.split('-');
  return month === undefined ? String(year) : `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** What the person of a worked case says in English to the question of this id. */
export function englishAnswers({ id, facts }: Persona): (question: string) => string {
  const {
    unit,
    lead,
    partners: abroad,
    domesticPartners,
    direction,
    funding,
    project,
    agreement,
    jointLab,
  } = form.parse(facts);
  const [partner] = abroad;
  const domestic = domesticPartners[0]?.name;
  const years = unit.auditedReportYears ?? [];
  const said: Readonly<Record<string, string>> = {
    behalf: 'I am the lead.',
    'unit.kind': `We are a ${unit.kind.replace('-', ' ')}`,
    'partner.who': partners[id] ?? '',
    'lead.origin': 'from mainland China',
    'lead.birthDate': `I was born on ${spoken(lead.birthDate)}`,
    'lead.title': titles[lead.titleText] ?? lead.titleText,
    'lead.degree': lead.degree === 'phd' ? 'yes, a PhD' : 'No, only a master',
    'lead.civil': lead.civilServant ? 'Yes, I am a civil servant' : 'neither',
    'lead.civil/lead.managesProgrammes': 'no',
    'lead.integrity': 'No, neither',
    'unit.name': unit.name,
    'unit.registration': `${towns[unit.location]}, ${spoken(unit.registrationDate)}`,
    'unit.registration/unit.registrationDate': 'not known',
    'unit.legalPerson': 'Yes, it is',
    'partner.registered': `It was founded in ${partner?.registrationDate}`,
    'partner.registered/partners[].registrationDate': 'not sure',
    'partner.legal': `a ${partner?.kind.replace('-', ' ')}, independent legal person`,
    'partner.legal/partners[].legalPerson': 'yes',
    direction: `Direction ${direction}`,
    'direction/directionFit': 'yes, it fits',
    'funding.applied': `RMB ${funding.appliedWan * 10_000}`,
    'unit.ownFunds': `${unit.ownFundsWan === 70 ? '700k yuan' : '1 million yuan'}`,
    'unit.audit': years.length > 1 ? 'both years, all three statements' : 'only 2022',
    'unit.audit/unit.auditedStatementsComplete': 'all there',
    'project.duration': `${project.months / 12} years`,
    'partner.basis': 'five years, evidence attached',
    participants:
      domestic === undefined
        ? 'No others, only the overseas partner'
        : `The overseas partner is first, then ${domestic}`,
    'agreement.signed': 'Both sides have signed, with a date',
    'agreement.content': 'all of them',
    'agreement.language': agreement.language === 'bilingual' ? 'Chinese and English' : 'English, not translated',
    'agreement.highlight': 'Yes, highlighted.',
    'agreement.lawEthics': 'no exclusive clause, no human samples involved',
    'domestic.agreement': 'signed, no date',
    'domestic.agreement/domesticAgreement.sealed': 'no',
    'domestic.agreement/domesticAgreement.dateClear': 'no',
    'domestic.agreement/domesticAgreement.content': 'all',
    'domestic.agreement/domesticAgreement.highlighted': 'yes',
    'domestic.agreement/domesticPartners[].signed': 'all have signed',
    team: 'Yes',
    'process.recommendation': 'Yes, already issued',
    'process.channel': 'no, neither',
    'app.materials': 'Everything is complete',
    jointLab: jointLab === 'existing' ? 'yes' : 'no',
  };
  return (question) => said[question.replace(/#\d+/, '')] ?? 'skip';
}
