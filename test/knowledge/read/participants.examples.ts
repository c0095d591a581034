import type { ReadParticipants } from '../../../knowledge/read/readParticipants.ts';
import type { Example } from '../../../knowledge/reading.ts';
import { asks, is, unknown } from './said.ts';

export const participantsExamples: Example<ReadParticipants>[] = [
  ['就这一家外方，排第一位', is({ domesticPartners: [], otherOverseas: false, firstParticipant: 'overseas' })],
  [
    '没有别的单位，参与单位就外方一家，排第一',
    is({ domesticPartners: [], otherOverseas: false, firstParticipant: 'overseas' }),
  ],
  ['外方排第一，没有第二家', is({ domesticPartners: [], otherOverseas: false, firstParticipant: 'overseas' })],
  [
    '兰斯大学排第一，国内器械公司排第二',
    is({ domesticPartners: [{ name: '国内器械公司' }], firstParticipant: 'overseas' }),
  ],
  ['没有境内参与单位～', is({ domesticPartners: [] })],
  ['南昌大学排第一，外方第二', is({ domesticPartners: [{ name: '南昌大学' }], firstParticipant: 'domestic' })],
  ['没有', is({ domesticPartners: [] })],
  ['有', asks],
  ['还有一家国内公司', is({ domesticPartners: [{ name: '国内公司' }] })],
  [
    '江西某某有限公司排第二，外方排第一',
    is({ domesticPartners: [{ name: '江西某某有限公司' }], firstParticipant: 'overseas' }),
  ],
  ['没有其他单位', is({ domesticPartners: [], otherOverseas: false })],
  ['不知道', unknown],
  ['外方排第一，还有浙江大学', is({ domesticPartners: [{ name: '浙江大学' }], firstParticipant: 'overseas' })],
  ['第一位是外方', is({ firstParticipant: 'overseas' })],
  ['排第一的是南昌大学', is({ domesticPartners: [{ name: '南昌大学' }], firstParticipant: 'domestic' })],
  ['还有两家外方', is({ otherOverseas: true })],
  [
    '外方第一，国内公司还没签',
    is({ domesticPartners: [{ name: '国内公司', signed: false }], firstParticipant: 'overseas' }),
  ],
  ['谁排第一？', undefined],
  ['工程师', undefined],
  ['就外方一家', is({ domesticPartners: [], otherOverseas: false })],
  ['没有国内单位，外方第一', is({ domesticPartners: [], firstParticipant: 'overseas' })],
  ['可能有', asks],
  ['我们第一，外方第二', asks],
  ['还有复旦大学', is({ domesticPartners: [{ name: '复旦大学' }] })],
  ['兰斯大学排第一，复旦大学排第二', is({ domesticPartners: [{ name: '复旦大学' }], firstParticipant: 'overseas' })],
  ['外方排第一，江西农大排第二', is({ domesticPartners: [{ name: '江西农大' }], firstParticipant: 'overseas' })],
  ['就一家，外方', is({ domesticPartners: [], otherOverseas: false })],
  ['没有别的了，外方第一位', is({ domesticPartners: [], otherOverseas: false, firstParticipant: 'overseas' })],
  [
    '参与单位有两家，外方第一，南昌某公司第二',
    is({ domesticPartners: [{ name: '南昌某公司' }], firstParticipant: 'overseas' }),
  ],
  ['外方是第一参与单位', is({ firstParticipant: 'overseas' })],
  ['需要排名吗', undefined],
  ['境内没有别的单位', is({ domesticPartners: [] })],
  ['就我们和外方两家', is({ domesticPartners: [], otherOverseas: false })],
];
