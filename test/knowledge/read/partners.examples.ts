import type { Partner } from '../../../knowledge/facts.ts';

type Expected<T> = T | 'ask' | 'unknown' | undefined;

/** When and where the only partner was registered. */
export const registeredExamples: readonly (readonly [string, Expected<Partner>])[] = [
  ['该机构于一九八八年在德国黑森州登记设立', { registrationDate: '1988', registeredOverseas: true }],
  ['1607年建校，老得很', { registrationDate: '1607', registeredOverseas: true }],
  ['2015年3月在吉森注册的', { registrationDate: '2015-03', registeredOverseas: true }],
  ['去年才注册的', { registrationDate: '2022', registeredOverseas: true }],
  ['它九八年成立的，在德国那边登记', { registrationDate: '1998', registeredOverseas: true }],
  ['人家官网上写 since 1956', { registrationDate: '1956', registeredOverseas: true }],
  ['成立时间1973，注册地就是德国', { registrationDate: '1973', registeredOverseas: true }],
  ['2020年5月8日，注册证书上的日期', { registrationDate: '2020-05-08', registeredOverseas: true }],
  ['二零二零年四月成立', { registrationDate: '2020-04', registeredOverseas: true }],
  ['是在深圳注册的外资公司，2016年', { registrationDate: '2016', registeredOverseas: false }],
  ['德国总公司1992年注册，上海那个子公司不参与', { registrationDate: '1992', registeredOverseas: true }],
  ['其实是它在上海的子公司跟我们签，2011年在上海注册的', { registrationDate: '2011', registeredOverseas: false }],
  ['成立有三十多年了', 'ask'],
  ['我得问一下对方', 'unknown'],
  ['不清楚哪年，反正挺久了', 'unknown'],
  ['2009年？不对，2007年', { registrationDate: '2007', registeredOverseas: true }],
  ['1920年办的学校，1992年改成现在这个名字', { registrationDate: '1920', registeredOverseas: true }],
  ['好像是2001年吧', 'ask'],
  ['注册证上是12 June 1999', { registrationDate: '1999-06-12', registeredOverseas: true }],
  ['2003年在境外注册成立，非在华机构', { registrationDate: '2003', registeredOverseas: true }],
  ['昭和五十年，也就是1975年', { registrationDate: '1975', registeredOverseas: true }],
  ['民国五十一年就是1962年', { registrationDate: '1962', registeredOverseas: true }],
  ['他们2018年搬到现在的地方，公司是2004年开的', { registrationDate: '2004', registeredOverseas: true }],
  ['2005年，在中国没有子公司', { registrationDate: '2005', registeredOverseas: true }],
  ['德国1899年', { registrationDate: '1899', registeredOverseas: true }],
  ['成立于1968年', { registrationDate: '1968', registeredOverseas: true }],
  ['一九七六年注册', { registrationDate: '1976', registeredOverseas: true }],
  ['2011年8月15日在德国吉森登记注册', { registrationDate: '2011-08-15', registeredOverseas: true }],
  ['建校时间是1920年', { registrationDate: '1920', registeredOverseas: true }],
  ['对方说是1985', { registrationDate: '1985', registeredOverseas: true }],
  ['05年', { registrationDate: '2005', registeredOverseas: true }],
  ['2021年底才注册，满不了三年', { registrationDate: '2021', registeredOverseas: true }],
  ['在德国注册的，具体年份不清楚', { registeredOverseas: true }],
  ['它是1950年成立的国立大学，注册登记都在德国', { registrationDate: '1950', registeredOverseas: true }],
  ['1997年，不是在中国注册的', { registrationDate: '1997', registeredOverseas: true }],
  ['2014年于上海自贸区设立的独资公司', { registrationDate: '2014', registeredOverseas: false }],
  ['德国的总部是1970年成立，跟我们合作的就是总部', { registrationDate: '1970', registeredOverseas: true }],
  ['大概九几年吧', 'ask'],
  ['百年老校，1890年创办', { registrationDate: '1890', registeredOverseas: true }],
  ['2010年1月，营业执照复印件上看的', { registrationDate: '2010-01', registeredOverseas: true }],
  ['两千零六年', { registrationDate: '2006', registeredOverseas: true }],
  ['我翻翻……1999年11月', { registrationDate: '1999-11', registeredOverseas: true }],
  ['他们公司刚成立，今年2月', { registrationDate: '2023-02', registeredOverseas: true }],
  ['前年注册的', { registrationDate: '2021', registeredOverseas: true }],
  ['注册于2013年，地点在德国法兰克福', { registrationDate: '2013', registeredOverseas: true }],
  ['官网写的创立于1984年，注册证没见过', { registrationDate: '1984', registeredOverseas: true }],
  ['系1949年喺德国注册嘅', { registrationDate: '1949', registeredOverseas: true }],
  ['没查到，对方没给', 'unknown'],
  ['1964。境外注册。', { registrationDate: '1964', registeredOverseas: true }],
  ['公司注册日期为2018年9月3日', { registrationDate: '2018-09-03', registeredOverseas: true }],
  ['一九五几年的，太久了', 'ask'],
  ['六三年', { registrationDate: '1963', registeredOverseas: true }],
  ['1886年成立，是所老学校，注册也在本国', { registrationDate: '1886', registeredOverseas: true }],
  ['注册成立于2000年，境外注册，不是在华子公司', { registrationDate: '2000', registeredOverseas: true }],
  ['应该是1991年', 'ask'],
  ['是他们在深圳的子公司来签，2013年深圳注册', { registrationDate: '2013', registeredOverseas: false }],
  ['2007年在荷兰那边工商登记的', { registrationDate: '2007', registeredOverseas: true }],
  ['2016，他们那边的商会登记号我都有', { registrationDate: '2016', registeredOverseas: true }],
  ['成立快四十年了', 'ask'],
  ['2022年1月刚注册的新公司', { registrationDate: '2022-01', registeredOverseas: true }],
  ['1958年建院，1995年注册成独立法人', { registrationDate: '1995', registeredOverseas: true }],
];

/** Answers about two partners: 蔚山车辆工程研究院（韩国蔚山） and 布尔诺减振技术公司（捷克布尔诺）. */
export const sharedExamples: readonly (readonly ['registered' | 'legal' | 'basis', string, readonly Partner[]])[] = [
  [
    'registered',
    '蔚山那家1999年在韩国注册，布尔诺那家2008年在捷克注册，证明文件都已提供。',
    [
      { registrationDate: '1999', registeredOverseas: true },
      { registrationDate: '2008', registeredOverseas: true },
    ],
  ],
  [
    'registered',
    '第一家1999，第二家2008',
    [
      { registrationDate: '1999', registeredOverseas: true },
      { registrationDate: '2008', registeredOverseas: true },
    ],
  ],
  [
    'registered',
    '分别是1999年和2008年',
    [
      { registrationDate: '1999', registeredOverseas: true },
      { registrationDate: '2008', registeredOverseas: true },
    ],
  ],
  [
    'registered',
    '韩国的1999年，捷克的2008年',
    [
      { registrationDate: '1999', registeredOverseas: true },
      { registrationDate: '2008', registeredOverseas: true },
    ],
  ],
  [
    'registered',
    '1999年成立的是蔚山研究院，布尔诺减振技术公司是2008年',
    [
      { registrationDate: '1999', registeredOverseas: true },
      { registrationDate: '2008', registeredOverseas: true },
    ],
  ],
  [
    'registered',
    '都是2005年注册的',
    [
      { registrationDate: '2005', registeredOverseas: true },
      { registrationDate: '2005', registeredOverseas: true },
    ],
  ],
  [
    'registered',
    '韩方1999年布尔诺那边2008年',
    [
      { registrationDate: '1999', registeredOverseas: true },
      { registrationDate: '2008', registeredOverseas: true },
    ],
  ],
  [
    'registered',
    '一家1999年，另一家2008年',
    [
      { registrationDate: '1999', registeredOverseas: true },
      { registrationDate: '2008', registeredOverseas: true },
    ],
  ],
  [
    'legal',
    '韩方是研究所，捷克方是企业，两家都是独立法人。',
    [
      { kind: 'research-institute', legalPerson: true },
      { kind: 'enterprise', legalPerson: true },
    ],
  ],
  [
    'legal',
    '都是独立法人，蔚山的是研究院，布尔诺的是公司',
    [
      { kind: 'research-institute', legalPerson: true },
      { kind: 'enterprise', legalPerson: true },
    ],
  ],
  [
    'legal',
    '两家都是企业，都有法人资格',
    [
      { kind: 'enterprise', legalPerson: true },
      { kind: 'enterprise', legalPerson: true },
    ],
  ],
  [
    'legal',
    '前者为科研院所，后者为企业，均具备独立法人资格',
    [
      { kind: 'research-institute', legalPerson: true },
      { kind: 'enterprise', legalPerson: true },
    ],
  ],
  [
    'legal',
    '一个研究所一个公司，都是独立法人',
    [
      { kind: 'research-institute', legalPerson: true },
      { kind: 'enterprise', legalPerson: true },
    ],
  ],
  [
    'legal',
    '第一家研究所，独立法人；第二家公司，独立法人',
    [
      { kind: 'research-institute', legalPerson: true },
      { kind: 'enterprise', legalPerson: true },
    ],
  ],
  [
    'legal',
    '两家都是独立法人，先说的那家是研究所，后一家是企业',
    [
      { kind: 'research-institute', legalPerson: true },
      { kind: 'enterprise', legalPerson: true },
    ],
  ],
  [
    'basis',
    '与韩方合作十二年，与捷克方合作六年，两家的合作合同、论文、互访照片均已作为附件。',
    [{ longTermBasis: true }, { longTermBasis: true }],
  ],
  ['basis', '跟蔚山八年了，布尔诺是去年刚认识的，材料都附了', [{ longTermBasis: true }, { longTermBasis: false }]],
  ['basis', '两家都合作五年以上，证明材料已作附件', [{ longTermBasis: true }, { longTermBasis: true }]],
  [
    'basis',
    '韩国那家合作多年，有材料；捷克那家第一次合作，没有材料',
    [{ longTermBasis: true }, { longTermBasis: false }],
  ],
];
