import { describe, expect, test } from 'vitest';
import { type Change, changed, guide, judged, partner } from '../../support/readyCase.ts';
import { preferenceCases } from './preferences.cases.ts';

const inBarbados = partner({ country: '巴巴多斯', city: '布里奇敦' });

describe.each(Object.entries(preferenceCases))('%s', (id, rows) => {
  test.each(rows)('%s', (_world, change, expected) => {
    const facts = changed(change);
    expect(guide.rules.find(({ rule }) => rule.id === id)?.rule.decide(facts, guide)).toBe(expected);
    const { findings } = judged(facts);
    expect(findings.find(({ rule }) => rule === id)?.status).toBe(expected === 'covered' ? 'open' : expected);
  });
});

test('every priority that a fact decides has its cases', () => {
  const decided = guide.rules.filter(({ row }) => row.kind === 'preference' && row.check.kind !== 'told');
  expect(Object.keys(preferenceCases).sort()).toEqual(decided.map(({ rule }) => rule.id).sort());
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
