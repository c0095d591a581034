/** Questions as foreign partners and English-writing staff ask them: each gets an English answer with the figure or the name in it. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../../knowledge/answer/ask.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import * as first from './english.cases.ts';
import * as others from './englishAsked.cases.ts';
import { spokenAnswer } from './englishSpoken.ts';
import * as later from './englishUnseen.cases.ts';

const guide = loadGuide('jx-intl-2023');
const today = '2023-05-08';

function answerTo(...turns: string[]) {
  let memory: Parameters<typeof ask>[0]['memory'];
  let last: ReturnType<typeof ask> | undefined;
  for (const text of turns) {
    last = ask({ text, guide, overlay: null, today, memory });
    memory = last.memory;
  }
  const { answer, status } = last?.answer ?? { answer: '', status: 'clarify' };
  return { answer, status };
}

const notSaid = /does not (?:say|specify|mention)|does not give|sets no/;

const indicators: [string, RegExp][] = [
  ['What luminescence quantum efficiency must the up-conversion phosphor reach under near-infrared light?', /≥3％/],
  ['How small do the particles have to be in the rare-earth phosphor topic?', /20-200nm/],
  ['For the suspension damper topic, what force at what current is expected?', /1\.5A.*1\.5kN/],
  ['How many tonnes of radioactive wastewater must be treated in total?', /50吨/],
  ['What energy window should the neutron instrument cover?', /0\.025eV~100keV/],
  ['How accurate must the dimensional inspection of copper parts become, in millimetres?', /0\.01毫米/],
  ['What yield must the copper production line reach?', /99%/],
  ['By what percentage must the carbon storage capacity of plant products go up?', /20%/],
  ['Which of the two categories does the copper component monitoring topic fall into?', /other countries|其他国家/],
  [
    'Is the bone implant topic meant for partners from Europe and America or from elsewhere?',
    /Europe and the Americas/,
  ],
  ['Which topic gets funded twice, i.e. two projects instead of one?', /[Dd]irection 5: 2/],
  ['Title of topic nineteen?', /direction 19/],
];

const topics: [string, RegExp][] = [
  ['Our company makes adaptive shock absorbers for electric cars. What can we bid for?', /direction 12/],
  ['My team builds MRI-compatible spinal cages. Which direction?', /fits direction 3/],
  ['We study hypertension and diabetes drugs using AI screening; where would that go?', /direction 13/],
  ['Our lab builds CT scanners to find voids inside castings. Suggest a topic please.', /direction 7/],
  ['Where does software for running clinical trials in hospitals belong?', /direction 9/],
  ['We do research on lithium batteries. Is any of the topics suitable?', /^None/],
  ['Our partner is Korean. Which topics are open to us?', /directions 11 to 19/],
  ['We are partnering with a Brazilian university; which category applies?', /directions 1 to 10/],
];

const lists: [string, RegExp][] = [
  ['Does China have an intergovernmental science agreement with Portugal on your list?', /^Yes\. .*葡萄牙/],
  ['Which agreement with Finland covers 2019 to 2023?', /旗舰计划/],
  [
    'Is there an agreement between our two countries in Annex 1? We are at the University of Sydney.',
    /Australia is not/,
  ],
  ['Which Jiangxi city is twinned with Savannah, Georgia?', /Jiujiang/],
  ['Our partner sits in Louisville. Which Jiangxi city is it paired with?', /Jiujiang/],
  ['Is Perm in Russia connected to Jiangxi by a friendship agreement?', /Perm/],
  ['Is Melbourne one of the sister cities?', /^No\. Melbourne/],
  ['Is Jiangxi Academy of Sciences a base host?', /^No, Jiangxi Academy of Sciences is not/],
];

const conditions: [string, RegExp][] = [
  ['Our PI turned 59 last year. Is he still allowed to lead?', /^No.*1 June 1965/],
  ['Our team leader, a chief physician, was born in November 1966. He has no PhD. May he lead?', /^Yes/],
  ['I am a postdoc with a doctorate but no senior title; may I be PI?', /doctorate/],
  ['Must the first participating organisation be foreign?', /^Yes/],
  ['Our overseas partner was founded in 2021. Is that a problem?', /^No.*3 years/],
  ['How long must the foreign partner have existed?', /3 years/],
  ['Can the foreign partner be a company rather than a university?', /enterprises are all possible/],
  ['We asked for 1 million and might get only 800k. Who pays the rest?', /shortfall.*raised by the unit itself/],
  ['A firm applies for 1.2 million and has 1.5 million available. Does that suffice?', /^Yes.*RMB 1,200,000/],
  ['Do companies have to hand in audited accounts, and for how many years?', /2 years/],
  ['Can we submit the same proposal through two recommending units?', /^No/],
  ['According to the sample agreement, when does the project end at the latest?', /24 months/],
  ['Does the content of our proposal have to match a listed direction exactly?', /基本相符/],
];

const silent: string[] = [
  'Can we change the project leader after the award?',
  'Must papers be in SCI Q1 journals to count as high-level?',
  'Can the mutual visit be replaced by a video call?',
  'Is there a cap on the overhead rate?',
  'In which language should the application be written?',
  'Is there a minimum number of pages for the proposal?',
  'Must the PI spend six months in China?',
  'Do patents have to be granted before the project ends?',
  'What happens if we cannot reach the indicators?',
  'Is there a similar programme in Hunan?',
];

describe('a question in English', () => {
  it.each([...indicators, ...topics, ...lists, ...conditions])('%s', (question, expected) => {
    const { answer, status } = answerTo(question);
    expect(status).toBe('answered');
    expect(answer).toMatch(expected);
    expect(answer).toMatch(/^[^\p{Script=Han}]*[a-z]{2}/u);
  });

  it.each(silent)('is told that the guide does not say it: %s', (question) => {
    expect(answerTo(question).answer).toMatch(notSaid);
  });

  it('may leave out the direction that was spoken of', () => {
    expect(answerTo('Tell me about topic 13.', 'And how many patents do they want there?').answer).toContain('8-10项');
  });

  it('about who has applied is declined', () => {
    expect(answerTo('Tell me which other companies have applied under topic 3.').status).toBe('declined');
  });
});

describe.each([
  ['first', first],
  ['later', later],
  ['others’', others],
])('in a talk in English, the %s questions', (_, { answered, silent, refused }) => {
  it.each(answered.map(({ question, facts }) => [question, facts] as const))('%s', (question, facts) => {
    const { status, answer } = spokenAnswer(question);
    expect(status).toBe('answered');
    for (const fact of facts) expect(answer).toMatch(fact);
  });

  it.each(silent)('%s: is not answered by a rule that lies near', (question) => {
    const { status, answer } = spokenAnswer(question);
    expect(status === 'answered' ? answer : '').toMatch(status === 'answered' ? notSaid : /^$/);
  });

  it.each(refused)('%s: is declined', (question) => {
    expect(spokenAnswer(question).status).toBe('declined');
  });
});

it.each(later.askedBack)('%s: is asked back', (question) => {
  expect(spokenAnswer(question).status).toBe('clarify');
});

describe('a day that is written with its year last', () => {
  it.each([
    ['Can our dean, born 31.05.1965, lead the project?', /^No/],
    ['Can our professor, born 01.06.1965, lead the project?', /depends|which|exact|month/i],
    ['Can our professor, born 13.06.1965, lead the project?', /^Yes/],
  ])('%s', (question, expected) => {
    expect(spokenAnswer(question).answer).toMatch(expected);
  });
});
