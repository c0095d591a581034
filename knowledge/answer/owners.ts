/** Who is spoken of in a question: the lead, the applicant, the partner, people of the partner, and others of whom the guide says less. */
import type { Span } from './asked.ts';
import file from './owners.json' with { type: 'json' };

export type Owner =
  | 'partnerPerson'
  | 'participant'
  | 'applicant'
  | 'partner'
  | 'officer'
  | 'leader'
  | 'member'
  | 'recommender'
  /** Somebody whose part in the project is not said: 外籍专家, a professor of the applicant. */
  | 'somebody';

export interface Owned extends Span {
  owner: Owner;
}

/** Words of a list, longest first; `-` stands for a blank or a hyphen. */
const anyOf = (words: string, plural = (word: string) => word): string =>
  words
    .split(' ')
    .sort((one, other) => other.length - one.length)
    .map((each) => plural(each.replace(/[()]/g, '\\$&').replaceAll('-', '[ -]')))
    .join('|');

const singular = (word: string): string => (word.endsWith('y') ? `${word.slice(0, -1)}(?:y|ies)` : `${word}s?`);
const group = (owner: Owner, words: string, at = ''): string => `(?<${owner}${at}>${words})`;

/** 外方负责人 before 外方: whose it is stands in front. */
function chinese(): RegExp {
  const { abroad, organisations, partners, persons, applicants, leaders, members, ...rest } = file.zh;
  const named = `(?:合作的?)?(?:${anyOf(abroad)})的?(?:合作|参与)?的?(?:${anyOf(organisations)})`;
  const partner = `(?:${named}|${anyOf(partners)})`;
  const applicant = `(?:${anyOf(applicants)})的?`;
  const all = [
    group('partnerPerson', `${partner}(?:单位|那边)?的?(?:项目|课题)?(?:${anyOf(persons)})`),
    group('participant', anyOf(rest.participants)),
    group('officer', `(?:${applicant})?(?:${anyOf(rest.officers)})`),
    group('leader', `(?:${applicant})?(?:${anyOf(leaders)})(?!的?(?:所在)?(?:单位|公司))`),
    group('somebody', `(?:${applicant}|(?:${anyOf(abroad)}|外籍))(?:${anyOf(persons)})`),
    group('applicant', applicant),
    group('partner', partner),
    group('member', anyOf(members)),
    group('recommender', anyOf(rest.recommenders)),
  ];
  return new RegExp(all.join('|'), 'gu');
}

/** The partner's lead scientist, scientists of the partner, the leader of the applicant company. */
function english(): RegExp {
  const { abroad, organisations, partners, persons, possessed, applicants, leaders, members, ...rest } = file.en;
  const organisation = `(?:${anyOf(organisations, singular)})`;
  const partner = `(?:(?:(?:${anyOf(abroad)}) )+${organisation}|${organisation} (?:[a-z]+ ){0,3}(?:abroad|overseas|outside china)|(?:${anyOf(partners, singular)}))`;
  const person = `(?:${anyOf(persons, singular)})`;
  const applicant = `(?:${anyOf(applicants, singular)})`;
  const leader = `(?:${anyOf(leaders, singular)})`;
  const of = '(?:of|from|at|on) (?:the |our |your |their |an? )?(?:side of the )?';
  const own = "(?:'s?)? (?:own )?";
  const all = [
    group('participant', anyOf(rest.participants, singular)),
    group('leader', `${applicant}${own}${leader}|${leader} ${of}${applicant}`),
    group('officer', `(?:${applicant}${own})?(?:${anyOf(rest.officers, singular)})`),
    group('somebody', `${applicant}${own}${person}|${person} (?:employed |working |hired )?(?:by |${of})${applicant}`),
    group('applicant', applicant),
    group('partnerPerson', `${partner}${own}${person}|${partner}'s? (?:${anyOf(possessed)})|${person} ${of}${partner}`),
    group('partner', partner),
    group('leader', leader, '2'),
    group('member', anyOf(members, singular)),
    group('recommender', anyOf(rest.recommenders, singular)),
    group('somebody', `(?:${anyOf(abroad)}) ${person}`, '2'),
  ];
  return new RegExp(`\\b(?:${all.join('|')})\\b`, 'gu');
}

const forms = { zh: chinese(), en: english() };

/** Whoever is named in a text in one spelling, in order. */
export function ownersIn(text: string, language: 'zh' | 'en'): Owned[] {
  return [...text.matchAll(forms[language])].flatMap(({ groups = {}, index, 0: whole }) => {
    const name = Object.keys(groups).find((each) => groups[each] !== undefined);
    const owner = name?.replace(/\d$/, '') as Owner | undefined; // the groups are named so above
    return owner === undefined ? [] : [{ owner, start: index, end: index + whole.length }];
  });
}
