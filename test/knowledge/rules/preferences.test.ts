import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../knowledge/rule.ts';
import { type Change, changed, guide, judged, partner } from '../../support/readyCase.ts';

const inGermany = partner();
const inBarbados = partner({ country: '巴巴多斯', city: '布里奇敦' });
const nowhere = partner({ country: undefined, city: undefined });
const mainland = partner({ country: undefined, city: undefined, registeredOverseas: false });
const withoutCity = (country: string) => partner({ country, city: undefined });

type Row = readonly [world: string, change: Change, Outcome];
const outcomes: Readonly<Record<string, readonly Row[]>> = {
  'pref.agreement': [
    ['a country with an entry', { partners: [inGermany] }, 'met'],
    ['a country that is listed only through its bloc', { partners: [partner({ country: '荷兰' })] }, 'met'],
    ['a country without an entry', { partners: [inBarbados] }, 'unmet'],
    ['a country without an entry beside one with', { partners: [inBarbados, inGermany] }, 'met'],
    ['a country not known', { partners: [nowhere] }, 'open'],
    ['a country not known beside one without an entry', { partners: [inBarbados, nowhere] }, 'open'],
    ['a country not known beside one with an entry', { partners: [inGermany, nowhere] }, 'met'],
    ['only a unit of the mainland', { partners: [mainland] }, 'unmet'],
    ['no partner', { partners: [] }, 'unmet'],
    ['the partners not known', { partners: undefined }, 'covered'],
  ],
  'pref.sister-city': [
    ['a listed place', { partners: [inGermany] }, 'met'],
    ['a listed place beside another', { partners: [inBarbados, inGermany] }, 'met'],
    ['a city that is not listed, in a country that is', { partners: [partner({ city: '慕尼黑' })] }, 'unmet'],
    ['a country without a pair', { partners: [inBarbados] }, 'unmet'],
    ['a country without a pair, city not known', { partners: [withoutCity('巴巴多斯')] }, 'unmet'],
    ['a country with a pair, city not known', { partners: [withoutCity('法国')] }, 'open'],
    [
      'a country with a pair, city not known, beside a listed place',
      { partners: [inGermany, withoutCity('法国')] },
      'open',
    ],
    ['a country not known', { partners: [nowhere] }, 'open'],
    ['only a unit of the mainland', { partners: [mainland] }, 'unmet'],
    ['no partner', { partners: [] }, 'unmet'],
    ['the partners not known', { partners: undefined }, 'covered'],
  ],
  'pref.base-host': [
    ['a host of 附3', { 'unit.name': '东华理工大学' }, 'met'],
    ['another unit', { 'unit.name': '江西慧铜数控有限公司' }, 'unmet'],
    ['the name not known', { 'unit.name': undefined }, 'open'],
  ],
  'pref.joint-lab': [
    ['there is one', { jointLab: 'existing' }, 'met'],
    ['one is planned', { jointLab: 'planned' }, 'unmet'],
    ['there is none', { jointLab: 'none' }, 'unmet'],
    ['not known', { jointLab: undefined }, 'open'],
  ],
};

describe.each(Object.entries(outcomes))('%s', (id, rows) => {
  test.each(rows)('%s', (_world, change, expected) => {
    const facts = changed(change);
    expect(guide.rules.find(({ rule }) => rule.id === id)?.rule.decide(facts, guide)).toBe(expected);
    const { findings } = judged(facts);
    expect(findings.find(({ rule }) => rule === id)?.status).toBe(expected === 'covered' ? 'open' : expected);
  });
});

test('every priority that a fact decides has its cases', () => {
  const decided = guide.rules.filter(({ row }) => row.kind === 'preference' && row.check.kind !== 'told');
  expect(Object.keys(outcomes).sort()).toEqual(decided.map(({ rule }) => rule.id).sort());
});

describe('what a priority rests on', () => {
  const preferences = (change: Change): string[] =>
    judged(changed(change)).preferences.map(({ entry, nos, list, status }) =>
      [list, entry, nos.join('、'), status].join(' | '),
    );

  test('a country has its own entry, or else those of its blocs', () => {
    expect(preferences({ partners: [partner({ city: undefined })] })).toEqual([
      '附1 | 附1 一（二）德国 | 一（二） | listed',
    ]);
    const inCountry = (country: string): string[] => preferences({ partners: [partner({ country, city: undefined })] });
    expect(inCountry('荷兰')).toEqual(['附1 | 附1 一（一）欧盟 | 一（一） | indirect']);
    expect(inCountry('巴西')).toEqual(['附1 | 附1 三、其他（金砖国家） | 三 | indirect']);
    expect(inCountry('南非')).toEqual([expect.stringMatching(/南非 .* listed$/)]);
    expect(inCountry('巴巴多斯')).toEqual([]);
  });

  test.each([[['吉森', '黑森州']], [['黑森州', '吉森']]])(
    'an entry stands once, however many partners give it, and rather as listed: %j',
    (cities) => {
      const entries = preferences({ partners: cities.map((city) => partner({ city })) });
      expect(entries.filter((entry) => entry.startsWith('附2'))).toEqual([
        '附2 | 附2 第1对 江西省—黑森州（德国） | 1 | listed',
      ]);
      expect(entries.filter((entry) => entry.startsWith('附1'))).toHaveLength(1);
    },
  );

  test('a host is known by the printed name, however it is typed, and by today’s name', () => {
    const host = guide.bases.find(({ ours }) => ours.hostToday !== undefined);
    expect(host).toBeDefined();
    const named = (name: string): string[] => preferences({ 'unit.name': name, partners: [inBarbados] });
    expect(named(` ${host?.host} `)).toEqual([expect.stringMatching(/ listed$/)]);
    expect(named(host?.ours.hostToday ?? '')).toEqual([expect.stringMatching(/ renamed$/)]);
    expect(named('东华理工大学')).toEqual(['附3 | 附3 第4、12个 东华理工大学 | 4、12 | listed']);
    expect(named('东华 理工大学（）')).toEqual(['附3 | 附3 第4、12个 东华理工大学 | 4、12 | listed']);
    expect(named('某大学')).toEqual([]);
  });

  test('a declared laboratory is told as declared', () => {
    const lab = (jointLab: Change['jointLab']): string[] => preferences({ jointLab, partners: [inBarbados] });
    expect(lab('existing')).toEqual(['二 | 二 第2段 共建联合实验室 |  | self-declared']);
    expect(lab('planned')).toEqual([]);
    expect(lab(undefined)).toEqual([]);
  });
});
