/**
 * A whole new guide without a change of code: the command on the text of an invented call, then data by hand. It decides by its own days and
 * sums, asks its own questions, and quotes nothing but itself.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ask } from '../../../knowledge/answer/ask.ts';
import { assessInput } from '../../../knowledge/assessInput.ts';
import { checkGuide } from '../../../knowledge/check/checkGuide.ts';
import { wordsOf } from '../../../knowledge/check/outline.ts';
import type { Facts } from '../../../knowledge/facts.ts';
import { fill } from '../../../knowledge/fill.ts';
import type { Left } from '../../../knowledge/interview.ts';
import { nextQuestion } from '../../../knowledge/interview.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { draft2024, guide2024 } from './guide2024.ts';

const folder = guide2024();
const guide = loadGuide(folder);
const old = loadGuide('jx-intl-2023');
const words = wordsOf(guide.source);
const today = '2024-05-20';
afterAll(() => rmSync(dirname(folder), { recursive: true }));

const answerTo = (text: string) => ask({ text, guide, overlay: null, today }).answer;

test('guide:check finds nothing wrong with it', () => {
  expect(checkGuide(folder).faults).toEqual([]);
});

test('before anything is done by hand guide:check says what there is to do', () => {
  const draft = draft2024();
  const said = checkGuide(draft).faults.map(({ file, path, problem }) => `${file} ${path}：${problem}`);
  rmSync(dirname(draft), { recursive: true });
  expect(said.join('\n')).toMatch(/sisterCities\.json 24\.ours\.latin/);
  expect(said.join('\n')).toMatch(/pending\/guide\.json ：还有 4 条没有处理/);
});

/** Everything that an interview asks, when every answer is 不知道. */
function askedIn(facts: Facts): string[] {
  const left: Record<string, Left> = {};
  const ids: string[] = [];
  for (;;) {
    const open = nextQuestion({ facts, left, trail: [] }, guide);
    if (!open) return ids;
    ids.push(open.id.split(/[#/]/)[0] ?? open.id);
    for (const want of open.wants) left[want] = 'not-known';
  }
}

test('the interview asks the new question of a company, and the dropped one of nobody', () => {
  const company: Facts = { 'unit.kind': 'enterprise', 'agreement.form': 'new-joint' };
  expect(askedIn(company)).toContain('unit.researchSpend');
  expect(askedIn({ ...company, 'unit.kind': 'university' })).not.toContain('unit.researchSpend');
  expect(askedIn(company)).not.toContain('agreement.highlight');
  expect(guide.rules.map(({ row }) => row.id)).not.toContain('agreement.highlight');
});

const decided = (facts: object, rule: string): string | undefined =>
  assessInput(facts, { guide, today }).findings.find((each) => each.rule === rule)?.status;

describe('it decides by its own days and sums', () => {
  test.each([
    ['1967-03-14', 'unmet'],
    ['1967-03-15', 'met'],
    ['1967-03-16', 'met'],
    ['1965-06-01', 'unmet'],
    ['1967-03', 'open'],
  ])('a lead born %s: %s', (birthDate, status) => {
    expect(decided({ lead: { birthDate } }, 'lead.age')).toBe(status);
  });
  test.each([
    ['2023-06-09', 'met'],
    ['2023-06-10', 'to-confirm'],
    ['2023-06-11', 'unmet'],
    ['2022-05-01', 'met'],
    ['2022-05-02', 'met'],
  ])('a unit registered %s: %s', (registrationDate, status) => {
    expect(decided({ unit: { registeredInJiangxi: true, registrationDate } }, 'unit.registered-before')).toBe(status);
  });
  test.each([
    ['2022-06-09', 'met'],
    ['2022-06-10', 'to-confirm'],
    ['2022-12-31', 'to-confirm'],
    ['2023-01-01', 'unmet'],
    ['2021-01-01', 'met'],
  ])('a partner registered %s: %s', (registrationDate, status) => {
    const partners = [{ registrationDate, registeredOverseas: true, countryOrRegion: '德国' }];
    expect(decided({ partners }, 'partner.3-years')).toBe(status);
  });
  test.each([
    [99.99, 'unmet'],
    [100, 'met'],
    [150, 'met'],
    [150.01, 'unmet'],
    [80, 'unmet'],
    [120, 'met'],
  ])('%s 万元 applied for: %s', (applied, status) => {
    expect(decided({ funding: { appliedWan: applied } }, 'funding.range')).toBe(status);
  });
  test.each([
    [149.99, 'unmet'],
    [150, 'met'],
    [100, 'unmet'],
  ])('%s 万元 of own funds beside 100: %s', (ownFunds, status) => {
    expect(
      decided(
        { unit: { kind: 'enterprise', ownFundsWan: ownFunds }, funding: { appliedWan: 100 } },
        'unit.matching-funds',
      ),
    ).toBe(status);
  });
  test.each([
    [199.99, 'unmet'],
    [200, 'met'],
    [undefined, 'open'],
  ])('%s 万元 spent on research: %s', (researchSpend, status) => {
    expect(decided({ unit: { kind: 'enterprise', researchSpend } }, 'unit.research-spend')).toBe(status);
    expect(decided({ unit: { kind: 'university', researchSpend } }, 'unit.research-spend')).toBe('not-applicable');
  });
  test.each([
    [23, 'unmet'],
    [24, 'met'],
    [36, 'unmet'],
  ])('a project of %s months: %s', (months, status) => {
    expect(decided({ project: { months } }, 'project.duration')).toBe(status);
  });
  test('audits are wanted of 2022 and 2023, and young companies ask', () => {
    const company = (registrationDate: string, auditedReportYears: number[]) => ({
      unit: { kind: 'enterprise', registrationDate, auditedReportYears },
    });
    expect(decided(company('2010-01-01', [2022, 2023]), 'unit.audit-reports-2y')).toBe('met');
    expect(decided(company('2010-01-01', [2021, 2022]), 'unit.audit-reports-2y')).toBe('unmet');
    expect(decided(company('2023-01-01', [2023]), 'unit.audit-reports-2y')).toBe('to-confirm');
  });
});

describe('its lists are its own', () => {
  test.each([
    ['荷兰', '弗莱福兰省', ['25'], 'listed'],
    ['荷兰', '莱利斯塔德', ['25'], 'within'],
    ['葡萄牙', 'Porto', ['81'], 'listed'],
    ['德国', '派尼区', ['34'], 'listed'],
  ])('%s %s is in 附2', (country, city, nos, status) => {
    const { preferences } = assessInput(
      { partners: [{ countryOrRegion: country, city, registeredOverseas: true }] },
      { guide, today },
    );
    expect(preferences.filter(({ kind }) => kind === 'sister-city')).toMatchObject([{ nos, status }]);
  });
  test('a pair that is gone is no sister city, one that moved is its new side’s', () => {
    const sister = (country: string, city: string) =>
      assessInput(
        { partners: [{ countryOrRegion: country, city, registeredOverseas: true }] },
        { guide, today },
      ).preferences.filter(({ kind }) => kind === 'sister-city');
    expect(sister('菲律宾', '保和省')).toEqual([]);
    expect(sister('日本', '高松市').map(({ entry }) => entry)).toEqual([
      `附2 第${guide.sisterCities.find(({ foreignPlace }) => foreignPlace === '高松市')?.no}对 吉安市—高松市（日本）`,
    ]);
  });
  test.each([
    ['一共有多少对友城', '103对'],
    ['附1列了哪些国家', '25条'],
    ['江西有几家国家级国际科技合作基地', '12家'],
    ['一共有几个选题方向', '12 个选题方向'],
    ['赣南师范大学是不是基地依托单位', '赣南脐橙'],
    ['葡萄牙在附1协议清单里吗', '没有单列'],
    ['荷兰弗莱福兰省是友城吗', '弗莱福兰省'],
    ['我们做退役动力电池回收，报哪个方向', '方向七'],
    ['方向三拟立项几个', '3个'],
    ['方向五的考核指标', '4-8项'],
  ])('%s', (question, part) => {
    expect(answerTo(question).answer).toContain(part);
  });
});

describe('answers are of this call', () => {
  test.each([
    ['负责人年龄有什么要求', ['1967年3月15日', '57周岁']],
    ['1967年3月14日出生能当负责人吗', ['不能当负责人']],
    ['1967年3月15日出生能当负责人吗', ['符合年龄要求']],
    ['每个项目资助多少钱', ['100-150万元']],
    ['企业要配套多少自有资金', ['1.5倍']],
    ['申请100万，自有资金120万够吗', ['不够', '至少要150万元']],
    ['外方要注册几年', ['2年']],
    ['公司2023年6月10日注册的行不行', ['2023年6月10日', '科技厅确认']],
    ['项目要做几年', ['2年']],
    ['你是谁', ['2024年江西省国际科技合作项目']],
    ['企业研发投入有什么要求', ['200万元']],
  ])('%s', (question, parts) => {
    const { answer } = answerTo(question);
    for (const part of parts) expect(answer).toContain(part);
  });

  /** Figures of 2023 as they may be told; none of them stands in the call of 2024. */
  const ofOld =
    /1965年|1964年|58 ?周?岁|older than 58|80[-–~至到]120|(?<!\d)80万|(?<!\d)120万|800,000|1,200,000|2022年5月|2022年4月|(?<!\d)5月1日|108对|108 pairs|41个国家|15[家个](?:基地|国家级)|15 bases|19 ?个(?:选题)?方向|19 directions|2023年江西|2023 (?:Jiangxi|call|guide)|(?<![\d.])3年(?:以上|实施|（)|three years|(?<!\d)3 years|36个月|(?<![\d.])1倍以上|方向五[^。]{0,30}(?:油菜|植物抗旱)/;

  test('no row of the folder tells a figure of 2023', () => {
    const told: string[] = [];
    const look = (value: unknown, at: string): void => {
      if (typeof value === 'string') {
        if (ofOld.test(value)) told.push(`${at}：${value}`);
      } else if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) if (key !== 'documents') look(inner, `${at}.${key}`);
    };
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.json')) look(JSON.parse(readFileSync(join(folder, file), 'utf8')), file);
    expect(told).toEqual([]);
  });

  test('every question that the guide offers is answered by its own words and figures', () => {
    const offered = [
      ...new Set(
        [...guide.answers, ...old.answers].flatMap(({ ask: one, suggest = [] }) => [one ?? [], ...suggest].flat()),
      ),
    ].filter((question) => !ofOld.test(question));
    const wrong = offered.flatMap((question) => {
      const { answer, citations } = answerTo(question);
      const foreign = citations.filter((each) => 'clause' in each && !words.includes(each.quote));
      return [
        ...foreign.map(({ quote }) => `${question} 引文：${quote}`),
        ...(ofOld.test(answer) ? [`${question} → ${ofOld.exec(answer)?.[0]}`] : []),
      ];
    });
    expect(offered.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  test('where every direction gets one project, and no host has two bases, it is said so', () => {
    const even = {
      ...guide,
      directions: guide.directions.map((each) => ({ ...each, quota: 1, quotaQuote: '其余选题方向拟各立项1个' })),
      bases: guide.bases.filter(({ host }, at, all) => all.findIndex((each) => each.host === host) === at),
      appendices: guide.appendices.map(({ note: _note, ...each }) => each),
    };
    const said = (text: string): string => ask({ text, guide: even, overlay: null, today }).answer.answer;
    expect(said('每个方向立几项')).toContain('每个选题方向拟立项1个（12 个方向合计 12 个）');
    expect(said('江西有几家国家级国际科技合作基地')).not.toContain('各2个');
    expect(said('葡萄牙在附1协议清单里吗')).not.toContain('（部分）');
  });

  test('what the interview asks and says names nothing of 2023', () => {
    const said = JSON.stringify(
      assessInput(
        { unit: { kind: 'enterprise' }, partners: [{ countryOrRegion: '德国', city: '派尼区' }] },
        { guide, today },
      ),
    );
    expect(ofOld.exec(said)?.[0]).toBeUndefined();
    expect(fill('{x:directionExample}', {}, guide, 'zh')).toBe('方向三，油菜抗旱');
  });
});
