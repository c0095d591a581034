import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../knowledge/facts.ts';
import { statedFacts } from '../../../knowledge/narrate/stated.ts';
import sentences from '../../eval/sentences.json' with { type: 'json' };
import { guide, today } from '../../support/readyCase.ts';
import { workOf } from '../../support/work.ts';

interface Sentence {
  say: string;
  who: 'self' | 'other';
  facts: Record<string, unknown>;
  trap?: true;
}
const rows = sentences as unknown as Sentence[];

function told(say: string, who: 'self' | 'other' = 'self', facts: Facts = {}, except: readonly string[] = []) {
  const found = statedFacts(say, { facts, guide, today, index: 0 }, who, except);
  return Object.assign({}, ...found.map(({ patch }) => patch)) as Record<string, unknown>;
}

/** Single facts: a field of a partner and a content of the agreement count each. */
function leaves(facts: Record<string, unknown>): [string, unknown][] {
  return Object.entries(facts).flatMap(([id, value]): [string, unknown][] => {
    if (typeof value !== 'object' || value === null || id === 'unit.auditedReportYears') return [[id, value]];
    const inner = leaves(value as Record<string, unknown>).map(([field, of]): [string, unknown] => [
      `${id}.${field}`,
      of,
    ]);
    return inner.length ? inner : [[id, value]];
  });
}

describe('a free sentence', () => {
  test.each(rows.map((row) => [row.say, row] as const))(
    'states nothing but what was said: %s',
    (_, { say, who, facts }) => {
      const wanted = new Map(leaves(facts));
      const invented = leaves(told(say, who)).filter(
        ([id, value]) => JSON.stringify(wanted.get(id)) !== JSON.stringify(value),
      );
      expect(invented).toEqual([]);
    },
  );

  test('loses few of the facts it states', () => {
    let said = 0;
    let found = 0;
    for (const { say, who, facts } of rows) {
      const got = new Map(leaves(told(say, who)));
      const wanted = leaves(facts);
      said += wanted.length;
      found += wanted.filter(([id]) => got.has(id)).length;
    }
    expect(found / said).toBeGreaterThan(0.95);
  });
});

test('what is known already is not told again', () => {
  expect(told('我是教授，申请100万', 'self', { 'lead.titleText': '教授', 'lead.titleLevel': 'senior' })).toEqual({
    'funding.applied': 1_000_000,
  });
});

test('the open question is left to its own reader', () => {
  expect(told('申请100万，做三年', 'self', {}, ['funding.applied'])).toEqual({ 'project.months': 36 });
});

test('a known partner keeps its fields', () => {
  expect(told('外方是1921年在当地成立的', 'self', { partners: [{ name: '吉森大学', country: '德国' }] })).toEqual({
    partners: [{ name: '吉森大学', country: '德国', registrationDate: '1921', registeredOverseas: true }],
  });
});

test.each(['1980年5月', '100万', '三年', '德国', '南昌市', '有', '没有', '2019-08-02', '2', '博士后', '大学吧'])(
  'a bare value is nobody’s fact: %s',
  (say) => expect(told(say)).toEqual({}),
);

const chatter = [
  '今天天气不错',
  '谢谢老师',
  '麻烦您了',
  '我们领导催得急',
  '之前打电话没人接',
  '这个系统挺好用',
  '听说去年报的人很多',
  '别人都说难',
  '指南有点长',
  '我同事是教授',
  '隔壁公司2021年注册的',
  '要是跟日本合作行不行？',
  '去年的项目是和法国合作的',
  '我再问问科技处',
  '下周再说',
  '孩子1999年5月出生',
];

test('chatter around an answer adds no facts', () => {
  const answers = [
    '我是教授',
    '申请100万',
    '推荐函开了',
    '外方是德国的企业',
    '协议写了争议解决',
    '我是内地的',
    '方向五',
  ];
  const pieces = fc.array(fc.constantFrom(...chatter), { maxLength: 4 });
  fc.assert(
    fc.property(
      fc.constantFrom(...answers),
      pieces,
      pieces,
      fc.constantFrom('。', '！', '\n'),
      (answer, before, after, stop) => {
        const own = new Map(leaves(told(answer)).map(([id, value]) => [id, JSON.stringify(value)]));
        const all = leaves(told([...before, answer, ...after].join(stop)));
        expect(all.filter(([id, value]) => own.get(id) !== JSON.stringify(value))).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

test.each([
  '是',
  '不是',
  '跟德国合作，',
  '申请',
  '一百',
  '教授',
  '我们和',
  '的大学',
  '2019年',
  '（',
  '、',
  '，',
  '方向一',
  '没写协议',
])('400 characters of %s cost little', (piece) => {
  expect(workOf(() => told(piece.repeat(Math.floor(400 / piece.length))))).toBeLessThan(500);
});

test('a text of more than 400 characters states nothing', () => {
  expect(told(`我是教授，${'啊'.repeat(400)}`)).toEqual({});
});
