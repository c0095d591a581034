import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { partnerQuestions } from '../../../knowledge/questions/partner.ts';
import { readBasis } from '../../../knowledge/read/readBasis.ts';
import { readParticipants } from '../../../knowledge/read/readParticipants.ts';
import { severalPartners } from '../../../knowledge/read/readPartners.ts';
import { sharesOf } from '../../../knowledge/read/sharePartners.ts';
import type { Reading } from '../../../knowledge/reading.ts';
import { besideKnownExamples, moreBasisExamples } from './besideKnown.examples.ts';
import { registeredExamples, sharedExamples } from './partners.examples.ts';
import { anyTyped, slowest } from './typed.ts';
import { whoExamples } from './who.examples.ts';

const guide = loadGuide('jx-intl-2023');
const giessen = { name: '吉森大学', country: '德国', city: '吉森' };
const two = [
  { name: '蔚山车辆工程研究院', country: '韩国', city: '蔚山' },
  { name: '布尔诺减振技术公司', country: '捷克', city: '布尔诺' },
];
const about = (partners: object[], index = 0) => ({ facts: { partners }, guide, today: '2023-05-08', index });
const short = (reading: Reading<unknown> | undefined): unknown =>
  reading?.is === 'value' ? reading.value : reading?.is;

describe('an answer about the overseas partners', () => {
  it.each(whoExamples)('who: %s', (text, expected) => {
    expect(short(partnerQuestions.who.read(text, { ...about([]), facts: {} }))).toEqual(expected);
  });
  it.each(registeredExamples)('registered: %s', (text, expected) => {
    const read = short(partnerQuestions.registered.read(text, about([{}])));
    expect(read).toEqual(typeof expected === 'object' ? { partners: [expected] } : expected);
  });
  it.each(moreBasisExamples)('cooperation: %s', (text, expected) => {
    expect(short(readBasis(text))).toEqual(expected);
  });
  it.each(besideKnownExamples)('participants: %s', (text, expected) => {
    expect(short(readParticipants(text, [giessen]))).toEqual(expected);
  });
  it.each([
    ['只有犹他大学，它是第一参与单位，没有境内单位', []],
    ['唯一的参与单位是犹他大学，排第一', []],
    ['参与的就犹他大学这一个，它第一，国内没有参与单位', []],
    ['犹他大学排第一，南昌佳友药业有限公司排第二', [{ name: '南昌佳友药业有限公司' }]],
    ['外方排第一，佳友药业排第二', [{ name: '佳友药业' }]],
  ])('participants, the partner known by a Latin name only: %s', (text, domesticPartners) => {
    const utah = { name: 'University of Utah', country: '美国', city: '盐湖城' };
    expect(short(readParticipants(text, [utah]))).toMatchObject({ domesticPartners, firstParticipant: 'overseas' });
  });
  it.each(['犹他大学第一，佳友药业第二', '只有佳友药业有限公司，没有境外的'])('asks which side: %s', (text) => {
    const utah = { name: 'University of Utah', country: '美国', city: '盐湖城' };
    expect(short(readParticipants(text, [utah]))).toBe('ask');
  });
});

describe('one answer about two partners', () => {
  it.each(sharedExamples)('%s: %s', (question, text, expected) => {
    const partners = two.map((known, i) => ({ ...known, ...expected[i] }));
    expect(short(partnerQuestions[question].read(text, about(two)))).toMatchObject({ partners });
  });

  it('is shared out alike when the second of them is asked about', () => {
    for (const [question, text] of sharedExamples) {
      const first = short(partnerQuestions[question].read(text, about(two, 0)));
      expect([text, short(partnerQuestions[question].read(text, about(two, 1)))]).toEqual([text, first]);
    }
  });

  it('goes to the one asked about when it names none', () => {
    expect(short(partnerQuestions.registered.read('1999年', about(two, 1)))).toEqual({
      partners: [two[0], { ...two[1], registrationDate: '1999', registeredOverseas: true }],
    });
  });

  it('is not shared where there is one partner, whatever is typed', () => {
    fc.assert(fc.property(anyTyped, (text) => sharesOf(text, [giessen]) === undefined));
  });

  it('gives every share to one of the partners, whatever is typed', () => {
    fc.assert(
      fc.property(anyTyped, (text) => (sharesOf(text, two) ?? []).every(({ index }) => index === 0 || index === 1)),
    );
  });
});

describe('the town of a partner whose country is known', () => {
  const town = (country: string, name: string, text: string) =>
    partnerQuestions.who.parts?.['partners[].city']?.read(text, about([{ country, name }]));

  it.each([
    ['加纳', '塔马利市'],
    ['加纳', '就在塔马利'],
    ['德国', '吉森'],
    ['意大利', 'Mantova'],
  ])('in %s is taken as it was said: %s', (country, text) => {
    expect(town(country, '某研究所', text)?.is).toBe('value');
  });

  it('is asked again when it lies in another country', () => {
    expect(town('德国', '某大学', '巴黎')?.is).toBe('ask');
  });

  it('is not known when the person says so', () => {
    expect(town('德国', '某大学', '不知道')?.is).toBe('unknown');
  });
});

it('a long answer about partners takes at most 50 ms, even a hostile one', () => {
  const read = (text: string) => {
    severalPartners(text);
    partnerQuestions.registered.read(text, about(two));
    readParticipants(text, two);
    readBasis(text);
  };
  expect(slowest(read)).toBeLessThan(200);
});

it('three partners of which two are named leave the third to be asked for', () => {
  const told = severalPartners('三家：德国亚琛工业大学、日本东京大学，还有一家Kappa Institute，哪个国家的不清楚');
  expect(told?.map(({ country }) => country)).toEqual(['德国', '日本', undefined]);
  expect(severalPartners('两家：德国亚琛工业大学、日本东京大学')).toHaveLength(2);
  expect(severalPartners('三家：德国亚琛工业大学、日本东京大学、法国巴黎大学')).toHaveLength(3);
});
