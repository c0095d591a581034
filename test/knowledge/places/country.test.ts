import { expect, test } from 'vitest';
import rulingTable from '../../../knowledge/guides/jx-intl-2023/rulings.json' with { type: 'json' };
import { categoryOfCountry, rulingsShape } from '../../../knowledge/places/category.ts';
import { countries, countryByCode, countryByName } from '../../../knowledge/places/country.ts';

const rulings = rulingsShape.parse(rulingTable);

test.each([
  ['大韩民国', '韩国'],
  ['南韩', '韩国'],
  ['韓國', '韩国'],
  ['大不列颠', '英国'],
  ['苏格兰', '英国'],
  ['英格兰', '英国'],
  ['UK', '英国'],
  ['尼德兰', '荷兰'],
  ['捷克共和国', '捷克'],
  ['Czechia', '捷克'],
  ['Burma', '缅甸'],
  ['白俄', '白俄罗斯'],
  ['土耳其共和国', '土耳其'],
  ['中国香港', '香港'],
  ['香港特别行政区', '香港'],
  ['HK', '香港'],
  ['中国澳门', '澳门'],
  ['中国台湾地区', '台湾'],
  ['美利坚', '美国'],
  ['美', '美国'],
  ['u.s.', '美国'],
  ['ＵＳＡ', '美国'],
  ['印尼', '印度尼西亚'],
  ['纽西兰', '新西兰'],
  ['沙特', '沙特阿拉伯'],
  ['马其顿', '北马其顿'],
  ['Macedonia', '北马其顿'],
  ['蒙古', '蒙古国'],
  ['刚果（金）', '刚果（金）'],
  ['刚果(布)', '刚果（布）'],
  ['俄罗斯（联邦）', '俄罗斯'],
  ['日本（关西）', '日本'],
  [' South Korea ', '韩国'],
  ['中国大陆', '中国'],
])('%s is %s', (text, zh) => {
  expect(countryByName(text)?.zh).toBe(zh);
});

test.each(['刚果', '火星', '', '欧盟', '日本香川', '肯塔基'])('%j is no country', (text) => {
  expect(countryByName(text)).toBeUndefined();
});

test('every country of the world stands in the table once, and no name belongs to two of them', () => {
  expect(countries.length).toBe(251);
  expect(new Set(countries.map((country) => country.code)).size).toBe(251);
  for (const country of countries) {
    for (const name of [country.zh, ...country.names, ...country.en]) expect(countryByName(name)).toBe(country);
    expect(countryByCode(country.code)).toBe(country);
  }
});

test('the blocs are those of May 2023', () => {
  const count = (bloc: 'eu' | 'asean' | 'brics') => countries.filter((country) => country.blocs.includes(bloc)).length;
  expect([count('eu'), count('asean'), count('brics')]).toEqual([27, 10, 5]);
  for (const zh of ['英国', '瑞士', '挪威', '乌克兰', '东帝汶', '伊朗', '阿联酋', '埃及']) {
    expect(countryByName(zh)?.blocs).toEqual([]);
  }
});

test.each([
  ['俄罗斯', 'europe-americas'],
  ['白俄罗斯', 'europe-americas'],
  ['乌克兰', 'europe-americas'],
  ['古巴', 'europe-americas'],
  ['牙买加', 'europe-americas'],
  ['墨西哥', 'europe-americas'],
  ['格陵兰', 'europe-americas'],
  ['土耳其', 'other-countries-regions'],
  ['格鲁吉亚', 'other-countries-regions'],
  ['埃及', 'other-countries-regions'],
  ['亚美尼亚', 'other-countries-regions'],
  ['哈萨克斯坦', 'other-countries-regions'],
  ['以色列', 'other-countries-regions'],
  ['蒙古国', 'other-countries-regions'],
  ['新西兰', 'other-countries-regions'],
  ['香港', 'other-countries-regions'],
  ['澳门', 'other-countries-regions'],
  ['塞浦路斯', 'unclear'],
  ['国际组织', 'unclear'],
  ['台湾', 'taiwan'],
  ['中国', 'mainland'],
])('a partner in %s makes the project %s', (name, category) => {
  const country = countryByName(name);
  expect(country && categoryOfCountry(country, rulings)).toBe(category);
});

test('each ruling is about a country of the table and gives its reason', () => {
  for (const ruling of rulings) expect(countryByCode(ruling.code), ruling.code).toBeDefined();
  expect(new Set(rulings.map((ruling) => ruling.code)).size).toBe(rulings.length);
});
