/** Questions about the applying unit. */
import type { Patch, Question } from '../question.ts';
import { takenBack } from '../read/correction.ts';
import { readAuditYears, readStatements } from '../read/readAuditYears.ts';
import { readJiangxi } from '../read/readJiangxi.ts';
import { readLegalPerson, saysLegalPerson } from '../read/readLegalPerson.ts';
import { readUnitKind } from '../read/readUnitKind.ts';
import { readUnitName } from '../read/readUnitName.ts';
import type { Reading } from '../reading.ts';
import { asFacts, dateAnswer, eitherRetry, firstOf, flagPart, moneyAnswer, yesNo } from './build.ts';

const kind: Question = {
  id: 'unit.kind',
  topic: 'unit.kind',
  settles: ['unit.kind'],
  wording: {
    zh: {
      ask: '申报单位是哪一类？企业、高校、科研院所、医院，还是别的？',
      retry: [
        '请写一类，例如“企业”“高校”“科研院所”“医院”。',
        '看证件：营业执照是企业，事业单位法人证书是事业单位，民办非企业登记证书是社会组织。',
        '这一题先放着，最后再补。',
      ],
      choices: ['企业', '高校', '科研院所', '医院', '其他事业单位', '社会组织', '合作社', '机关'],
    },
  },
  read: (text) =>
    asFacts(readUnitKind(text), (value) => ({ 'unit.kind': value, 'unit.legalPerson': saysLegalPerson(text) })),
  examples: [
    ['企业', { 'unit.kind': 'enterprise' }],
    ['事业单位～', { 'unit.kind': 'other-public-institution' }],
    ['事业单位，研究所', { 'unit.kind': 'research-institute' }],
    ['三甲医院，事业单位', { 'unit.kind': 'hospital' }],
    ['不知道', 'unknown'],
    ['今天天气不错', undefined],
  ],
};

const name: Question = {
  id: 'unit.name',
  topic: 'unit.name',
  settles: ['unit.name'],
  wording: {
    zh: {
      ask: '申报单位的全称是什么？照营业执照或法人证书写。',
      why: '国家级国际科技合作基地的依托单位在同等条件下优先。',
      retry: ['请写单位的全称，例如“南昌大学”。', '看营业执照或法人证书上的名称，写全称。', '这一题先放着，最后再补。'],
    },
  },
  read: (text) => asFacts(readUnitName(text), (value) => ({ 'unit.name': value })),
  examples: [
    ['全称是江西中医药大学～', { 'unit.name': '江西中医药大学' }],
    ['我们是江西慧铜数控有限公司的', { 'unit.name': '江西慧铜数控有限公司' }],
    ['不知道', 'unknown'],
    ['？？', undefined],
  ],
};

const registration: Question = {
  id: 'unit.registration',
  topic: 'unit.registration',
  settles: ['unit.registeredInJiangxi', 'unit.registrationDate'],
  wording: {
    zh: {
      ask: '申报单位在江西哪个市县注册、哪天登记的？例如南昌市，2019-08-02。',
      retry: [
        '请写注册地和登记日期，例如“南昌市，2019-08-02”；只记得年份也可以。',
        '企业看营业执照的“成立日期”，事业单位看法人证书的登记日期。',
        '这一题先放着，最后再补。',
      ],
    },
  },
  parts: {
    'unit.registeredInJiangxi': {
      ...flagPart('申报单位是在江西省注册的吗？', 'unit.registeredInJiangxi'),
      read: (text) =>
        firstOf(
          asFacts(readJiangxi(text), (value) => ({ 'unit.registeredInJiangxi': value })),
          yesNo(text, { 'unit.registeredInJiangxi': true }, { 'unit.registeredInJiangxi': false }, true),
        ),
    },
    'unit.registrationDate': {
      ask: '申报单位登记的日期是哪年哪月哪日？例如 2019-08-02。',
      read: (text, { today, facts }) =>
        asFacts(dateAnswer(text, today, facts['unit.registrationDate'], { recent: true }), (value) => ({
          'unit.registrationDate': value,
        })),
    },
  },
  read(text, { today, facts }) {
    const date = dateAnswer(text, today, facts['unit.registrationDate'], { recent: true });
    // 新余，二一年，不对，二二年…: only the date was taken back.
    const place = readJiangxi(text) ?? (date?.is === 'value' ? readJiangxi(takenBack(text)) : undefined);
    if (place?.is !== 'value') return asFacts(date, (value) => ({ 'unit.registrationDate': value }));
    if (date?.is !== 'value') return asFacts(place, (value) => ({ 'unit.registeredInJiangxi': value }));
    return asFacts(date, (value) => ({ 'unit.registeredInJiangxi': place.value, 'unit.registrationDate': value }));
  },
  examples: [
    ['南昌市，1959-03-10', { 'unit.registeredInJiangxi': true, 'unit.registrationDate': '1959-03-10' }],
    ['上饶，2022年成立的', { 'unit.registeredInJiangxi': true, 'unit.registrationDate': '2022' }],
    ['2019年8月2日', { 'unit.registrationDate': '2019-08-02' }],
    ['在上海注册的', { 'unit.registeredInJiangxi': false }],
    ['不记得，要去翻执照', 'unknown'],
  ],
};

const legalPerson: Question = {
  id: 'unit.legalPerson',
  topic: 'unit.legalPerson',
  settles: ['unit.legalPerson'],
  wording: {
    zh: {
      ask: '申报单位有独立法人资格吗？分公司、院系、未独立登记的实验室没有。',
      retry: eitherRetry('有', '没有'),
      choices: ['有', '没有', '不确定'],
    },
  },
  read: (text) => asFacts(readLegalPerson(text), (value) => ({ 'unit.legalPerson': value })),
  examples: [
    ['是独立法人', { 'unit.legalPerson': true }],
    ['独立法人单位', { 'unit.legalPerson': true }],
    ['没有，我们是分公司', { 'unit.legalPerson': false }],
    ['不清楚', 'unknown'],
  ],
};

/** Only enterprises are asked this: who says that the unit is none, or is a school, puts its kind right. */
function otherKind(text: string): Reading<Patch> | undefined {
  if (!/不是(?:个|什么|家)?(?:企业|公司)|^(?:我们?|咱们|本?单位)+(?:这边)?是(?:一?[所家个])?(?!企业|公司)/.test(text))
    return undefined;
  const kind = readUnitKind(text);
  return kind?.is === 'value' && kind.value !== 'enterprise'
    ? asFacts(kind, (value) => ({ 'unit.kind': value }))
    : undefined;
}

const ownFunds: Question = {
  id: 'unit.ownFunds',
  topic: 'unit.ownFunds',
  settles: ['unit.ownFunds'],
  wording: {
    zh: {
      ask: '企业能拿出多少自有资金配套？例如 100 万元。',
      retry: [
        '请写一个数，例如“100万元”。',
        '写单位能配套的自有资金，单位是万元，例如“120”。',
        '这一题先放着，最后再补。',
      ],
    },
  },
  read: (text, { facts }) => otherKind(text) ?? moneyAnswer(text, 'own', facts),
  examples: [
    ['自有资金配70万', { 'unit.ownFunds': 700_000 }],
    ['嗯，能出100万元。', { 'unit.ownFunds': 1_000_000 }],
    ['还没算', undefined],
  ],
};

const statementsPart = flagPart(
  '审计报告里资产负债表、损益表、现金流量表三张都在吗？',
  'unit.auditedStatementsComplete',
  { choices: ['都在', '不全', '不确定'] },
);

const audit: Question = {
  id: 'unit.audit',
  topic: 'unit.audit',
  settles: ['unit.auditedReportYears', 'unit.auditedStatementsComplete'],
  wording: {
    zh: {
      ask: '{x:auditYears}会计师事务所的审计报告都有吗？三张表都在吗？',
      why: '三张表是资产负债表、损益（利润）表、现金流量表。',
      retry: [
        '请写有哪几年的，三张表全不全，例如“两年都有，三张表全”。',
        '税务审计和内部报表不算，要会计师事务所出的年度审计报告。',
        '这一题先放着，最后再补。',
      ],
      choices: ['都有，表也全', '都没有', '不确定'],
    },
  },
  parts: {
    'unit.auditedStatementsComplete': {
      ...statementsPart,
      read: (text, context) =>
        asFacts(readStatements(text), (value) => ({ 'unit.auditedStatementsComplete': value })) ??
        statementsPart.read(text, context),
    },
  },
  read: (text, { guide, today }) =>
    otherKind(text) ??
    asFacts(readAuditYears(text, [...guide.years('unit.auditYears')], today), (value) => ({
      'unit.auditedReportYears': value.years,
      // No report, no statements in it.
      'unit.auditedStatementsComplete': value.statements ?? (value.years.length === 0 ? false : undefined),
    })),
  examples: [
    [
      '两年都有，事务所审过的，三张表全',
      { 'unit.auditedReportYears': [2021, 2022], 'unit.auditedStatementsComplete': true },
    ],
    ['只有2022年的', { 'unit.auditedReportYears': [2022] }],
    ['不知道', 'unknown'],
  ],
};

export const unitQuestions = { kind, name, registration, legalPerson, ownFunds, audit };
