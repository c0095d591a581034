import type { ReadOrigin } from '../../../knowledge/read/readOrigin.ts';
import type { Example } from '../../../knowledge/reading.ts';
import { is } from './said.ts';

/** Leads from abroad, Hong Kong, Macao and Taiwan: where employed, how much, and with which papers. */
export const employmentExamples: Example<ReadOrigin>[] = [
  [
    '外籍，法国人，全职在我们学校工作，有聘用合同',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '美国国籍，华人，全职受聘于我校，劳动合同齐全',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '英国人，兼职，学校聘用证明有，英国那边大学的证明也有',
    is({
      origin: 'foreign',
      employedByMainlandUnit: true,
      employment: 'part-time',
      proofMainland: true,
      proofOverseas: true,
    }),
  ],
  [
    '英国人，兼职的，我们这边聘书有了，英国大学那边证明还没开',
    is({
      origin: 'foreign',
      employedByMainlandUnit: true,
      employment: 'part-time',
      proofMainland: true,
      proofOverseas: false,
    }),
  ],
  [
    '香港永久居民，全职受聘，聘用材料已备',
    is({ origin: 'hk', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '香港，全职在赣州的公司上班，劳动合同、社保、聘书全部有',
    is({ origin: 'hk', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '我全职在赣州公司上班，劳动合同、社保、聘书全部有',
    is({ employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  ['台湾人，全职', is({ origin: 'taiwan', employedByMainlandUnit: true, employment: 'full-time' })],
  [
    '台湾居民，在我们医院全职上班，聘用合同还没签',
    is({ origin: 'taiwan', employedByMainlandUnit: true, employment: 'full-time', proofMainland: false }),
  ],
  [
    '澳门人，兼职教授，两地聘用证明均已开具',
    is({
      origin: 'macao',
      employedByMainlandUnit: true,
      employment: 'part-time',
      proofMainland: true,
      proofOverseas: true,
    }),
  ],
  ['澳门，没有在内地任职', is({ origin: 'macao', employedByMainlandUnit: false })],
  ['德国人，不在中国工作', is({ origin: 'foreign', employedByMainlandUnit: false })],
  ['日本籍，未受聘于任何内地单位', is({ origin: 'foreign', employedByMainlandUnit: false })],
  [
    '外籍，加拿大，全职，合同有',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '俄罗斯籍专家，全职，聘用合同和工作许可都有',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '乌克兰人，全职引进的，合同签了五年',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '外籍人士，持有外国人永久居留证，全职在我公司，劳动合同已签',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '印度人，公司全职聘用，劳动合同在人事那里',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '意大利国籍，兼职，每年来三个月，研究所跟我有合同，那边的证明还没拿到',
    is({
      origin: 'foreign',
      employedByMainlandUnit: true,
      employment: 'part-time',
      proofMainland: true,
      proofOverseas: false,
    }),
  ],
  ['Italian，part-time', is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'part-time' })],
  [
    '韩国籍，兼职，两边都没开证明',
    is({
      origin: 'foreign',
      employedByMainlandUnit: true,
      employment: 'part-time',
      proofMainland: false,
      proofOverseas: false,
    }),
  ],
  [
    '韩国人，兼职，境外大学的聘用证明有，内地单位的合同没有',
    is({
      origin: 'foreign',
      employedByMainlandUnit: true,
      employment: 'part-time',
      proofMainland: false,
      proofOverseas: true,
    }),
  ],
  [
    '外籍，非全职，双方单位的聘任证明齐备',
    is({
      origin: 'foreign',
      employedByMainlandUnit: true,
      employment: 'part-time',
      proofMainland: true,
      proofOverseas: true,
    }),
  ],
  [
    '原籍江西，现为美国公民，兼职受聘我校',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'part-time' }),
  ],
  [
    '台湾籍，全职在我院，聘书和合同都办好了',
    is({ origin: 'taiwan', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '马来西亚华人，马来西亚国籍，全职',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time' }),
  ],
  [
    '老外，全职的，合同在办',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: false }),
  ],
  [
    '台胞，在赣州开公司，自己当老板，全职',
    is({ origin: 'taiwan', employedByMainlandUnit: true, employment: 'full-time' }),
  ],
  [
    '新加坡籍，我司全职员工，社保合同俱全',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  ['外籍专家，受聘我校，全职兼职我不清楚', is({ origin: 'foreign', employedByMainlandUnit: true })],
  ['香港人，全职，聘用协议有，但还没盖章', is({ origin: 'hk', employedByMainlandUnit: true, employment: 'full-time' })],
  ['荷兰籍，全职，材料不全', is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time' })],
  [
    '美籍，全职在我院工作，签有五年聘用合同',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '法国籍，非全职，我校与其签有聘用协议，法国原单位亦出具了同意函和聘用证明',
    is({
      origin: 'foreign',
      employedByMainlandUnit: true,
      employment: 'part-time',
      proofMainland: true,
      proofOverseas: true,
    }),
  ],
  [
    '加拿大籍华人，为我司全职首席科学家，劳动合同在册',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '俄罗斯人，全职，没签劳动合同',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: false }),
  ],
  [
    '波兰人，兼职，我们所给的聘书有，波兰那边的聘用证明没有',
    is({
      origin: 'foreign',
      employedByMainlandUnit: true,
      employment: 'part-time',
      proofMainland: true,
      proofOverseas: false,
    }),
  ],
  [
    '葡萄牙籍，双聘，两边单位都出了证明',
    is({
      origin: 'foreign',
      employedByMainlandUnit: true,
      employment: 'part-time',
      proofMainland: true,
      proofOverseas: true,
    }),
  ],
  [
    '日本人，一年来两个月，算兼职，公司合同有，日本大学证明还在要',
    is({
      origin: 'foreign',
      employedByMainlandUnit: true,
      employment: 'part-time',
      proofMainland: true,
      proofOverseas: false,
    }),
  ],
  [
    '香港居民，南昌公司全职，合同社保都齐',
    is({ origin: 'hk', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '香港籍，兼职，内地这边的聘书已发，香港的大学那边证明也已开',
    is({
      origin: 'hk',
      employedByMainlandUnit: true,
      employment: 'part-time',
      proofMainland: true,
      proofOverseas: true,
    }),
  ],
  [
    '我是香港人，自己在赣州开厂，全职管理，有劳动合同',
    is({ origin: 'hk', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    '澳门居民，全职，聘用材料还没办',
    is({ origin: 'macao', employedByMainlandUnit: true, employment: 'full-time', proofMainland: false }),
  ],
  [
    '台湾同胞，受聘于江西的一家医院，全职，聘书齐全',
    is({ origin: 'taiwan', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  ['台湾人，没有在大陆就职', is({ origin: 'taiwan', employedByMainlandUnit: false })],
  ['外籍，未在内地单位任职', is({ origin: 'foreign', employedByMainlandUnit: false })],
  ['新加坡人，目前没有内地单位聘他', is({ origin: 'foreign', employedByMainlandUnit: false })],
  [
    '英籍，学校全职引进，聘任合同、外国人工作许可证齐备',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
  [
    'Dutch, full-time at our institute, contract signed',
    is({ origin: 'foreign', employedByMainlandUnit: true, employment: 'full-time', proofMainland: true }),
  ],
];
