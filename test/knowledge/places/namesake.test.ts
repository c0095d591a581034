import { expect, test } from 'vitest';
import { namesakePairs } from '../../../knowledge/places/namesake.ts';
import { guide } from '../../support/readyCase.ts';

const pairs = guide.sisterCities.map((pair) => ({ ...pair, aliases: pair.ours.aliases }));
const meant = (country: string, city: string): number[] => namesakePairs({ country, city }, pairs).map(({ no }) => no);

test.each([
  ['美国', '林肯', 39],
  ['美国', '林肯市', 39],
  ['美国', 'Lincoln, NE', 39],
  ['美国', '奥本（亚拉巴马州）', 63],
  ['英国', '纽卡斯尔', 37],
  ['希腊', '奥林匹亚', 34],
  ['德国', '不伦瑞克', 78],
  ['赞比亚', '利文斯顿', 84],
  ['喀麦隆', '中央大区', 8],
  ['日本', '清水町（静冈县）', 98],
])('%s的%s has the name of the place of pair %i, which lies elsewhere', (country, city, no) => {
  expect(meant(country, city)).toEqual([no]);
});

test.each([
  ['英国', '林肯'],
  ['美国', '利文斯顿'],
  ['德国', '吉森'],
  ['美国', '佐治亚州'],
  ['日本', '东京'],
  ['加拿大', '伦敦'],
  ['没有这个国家', '林肯'],
  ['美国', ''],
])('%s的%s has not: it is a place of 附2 itself, or of no such name', (country, city) => {
  expect(meant(country, city)).toEqual([]);
});
