/** As `english.cases.ts`, written after its words had been learnt. */
import type { EnglishCase } from './english.cases.ts';

const asks = (question: string, ...facts: RegExp[]): EnglishCase => ({ question, facts });

export const answered: readonly EnglishCase[] = [
  asks(
    'Dear Sir or Madam, could you tell me how much funding a project may receive? Best regards, Anna',
    /1\.2 million/,
  ),
  asks('Is it one or two projects for the rapeseed and soybean topic?', /2/),
  asks('Can our dean, born 12.08.1964, be project leader?', /^No/, /1 June 1965/),
  asks('PI: born 1970, full professor. eligible?', /^Yes/),
  asks('Does a senior engineer without doctorate qualify as leader?', /^Yes/),
  asks('My Chinese colleague works for the provincial government. May she lead the project?', /^No/),
  asks('Which years of audit reports must our company give?', /2 years|2021|2022/),
  asks('We request 800,000 RMB. How much own funds must the enterprise show?', /800,000/),
  asks('Does the translation of the agreement need a stamp and whose?', /seal|stamp/),
  asks('Is a Hong Kong university allowed as the partner?', /other countries and regions|Yes/),
  asks('Our partner is in Boston. Anything special to confirm?', /reported/, /consent/),
  asks('Which Jiangxi city is twinned with Delft?', /Jingdezhen/),
  asks('Is there an agreement with Egypt in annex 1', /^Yes/),
  asks('is brazil in annex 1?', /Brazil is not|^No|BRICS/),
  asks('how many patents for direction 12', /10/),
  asks('What neutron energy resolution at 1 keV is demanded?', /0\.1 ?%/),
  asks('How many clinical institutions should go live with the platform in direction 9?', /15-20/),
  asks('Do all members have to meet, and how often?', /1|one/),
  asks('Where must the exchange event take place?', /free|not restricted/),
  asks('Can a project with a joint lab get priority?', /priority/),
  asks('What directions are there?', /10 directions/),
  asks('What research topics are there?', /10 directions/),
  asks('Must the signing date appear in the agreement?', /dat/),
  asks('How many years must a partner exist?', /3 years/),
];

export const silent: readonly string[] = [
  'How many pages should the application have?',
  'Can we buy a laptop from the grant?',
  'Is travel insurance covered?',
  'When does the money arrive after approval?',
  'Do we have to publish in open access?',
  'Can the co-PI be replaced later?',
  'How many years of experience does the PI need?',
  'Can the agreement be signed with a pen?',
  'What is the maximum age for the partner PI?',
  "Is there an age limit for the overseas partner's lead?",
  'Age limit for participants?',
];

export const refused: readonly string[] = [
  'Could you sign the form on behalf of our rector?',
  'What is the capital of France?',
  'Which competitors have applied for topic 4?',
];

/** The guide answers these, in words that are not known yet: asked back, never guessed. */
export const askedBack: readonly string[] = ['Is being a base host a precondition to apply?'];
