/** 二 第2段: the priorities, by what they rest on. */
import type { Outcome } from '../../../knowledge/rule.ts';
import { type Change, partner } from '../../support/readyCase.ts';

const inGermany = partner();
const inBarbados = partner({ country: '巴巴多斯', city: '布里奇敦' });
const nowhere = partner({ country: undefined, city: undefined });
const mainland = partner({ country: undefined, city: undefined, registeredOverseas: false });
const withoutCity = (country: string) => partner({ country, city: undefined });

type Row = readonly [world: string, change: Change, Outcome];
/** What becomes of each priority that a fact decides, for cases that differ from the ready one. */
export const preferenceCases: Readonly<Record<string, readonly Row[]>> = {
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
