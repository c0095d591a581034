/** Questions about the lead: 附5 二. */
import type { Origin } from '../facts.ts';
import type { AnswerContext, Patch, Question } from '../question.ts';
import { corrected } from '../read/correction.ts';
import { readCivil } from '../read/readCivil.ts';
import { readDegree } from '../read/readDegree.ts';
import { readIntegrity } from '../read/readIntegrity.ts';
import { readOrigin } from '../read/readOrigin.ts';
import { readTitle } from '../read/readTitle.ts';
import type { Reading } from '../reading.ts';
import { asFacts, dateAnswer, flagPart } from './build.ts';

/** 今年刚满四十五 gives no year of birth: whoever leads a project was born long before. */
function birthAnswer(text: string, { today, facts }: AnswerContext): Reading<Patch> | undefined {
  const read = dateAnswer(text, today, facts['lead.birthDate']);
  if (read?.is === 'value' && Number(today.slice(0, 4)) - Number(read.value.slice(0, 4)) < youngest)
    return { is: 'ask', hint: '请写出生的年月日，例如 1979-03-12。' };
  // 身份证上是1964年，实际是1965年的: what counts is on the card.
  const card = /(?:身份证|户口本?|档案)[^,，。;；\d]{0,8}((?:19|20)\d\d)/.exec(corrected(text))?.[1];
  if (read?.is === 'value' && card !== undefined && !read.value.startsWith(card) && !/不对|[说打写看记]错/.test(text))
    return { is: 'ask', hint: '请按身份证写出生的年月日，例如 1979-03-12。' };
  return asFacts(read, (value) => ({ 'lead.birthDate': value }));
}
const youngest = 16;

const birthDate: Question = {
  id: 'lead.birthDate',
  topic: 'lead.birthDate',
  settles: ['lead.birthDate'],
  wording: {
    zh: {
      ask: '{who}的出生日期是哪一天？例如 1979-03-12。',
      retry: [
        '请写成年-月-日，例如 1979-03-12。',
        '只要年、月、日三个数，例如“1979年3月12日”；只记得年份，先写年份也行。',
        '这一题先放着，最后再补，不影响后面的问题。',
      ],
    },
  },
  parts: {
    'lead.birthDate': {
      ask: '还要看月和日：{who}是几月几日出生的？',
      read: birthAnswer,
    },
  },
  read: birthAnswer,
  examples: [
    ['1979年3月12日', { 'lead.birthDate': '1979-03-12' }],
    ['嗯，身份证上是1970年6月18日哈', { 'lead.birthDate': '1970-06-18' }],
    ['1964.11.20', { 'lead.birthDate': '1964-11-20' }],
    ['不记得', 'unknown'],
    ['你猜', undefined],
  ],
};

const title: Question = {
  id: 'lead.title',
  topic: 'lead.title',
  settles: ['lead.titleLevel'],
  wording: {
    zh: {
      ask: '{who}现在的最高职称是什么？例如教授、高级工程师；没有就回复“没有”。',
      why: '负责人要有高级职称或博士学位，满足一项就行。',
      retry: [
        '请写职称的全称，例如“副教授”“高级工程师”。',
        '看职称证书：是高级（教授、副教授、研究员、高级工程师等）、中级，还是没有？',
        '这一题先放着，最后再补。',
      ],
    },
  },
  read(text) {
    const title = asFacts(readTitle(text), (value) => ({
      'lead.titleText': value.titleText,
      'lead.titleLevel': value.titleLevel,
    }));
    // 没职称但是有博士: the doctorate is said in the same breath.
    const degree = /博士(?!生?导师|点)|phd/i.test(text) ? readDegree(text) : undefined;
    if (title?.is !== 'value' || degree?.is !== 'value') return title;
    return { ...title, value: { ...title.value, 'lead.degree': degree.value } };
  },
  examples: [
    ['教授，博导', { 'lead.titleText': '教授', 'lead.titleLevel': 'senior' }],
    ['工程师', { 'lead.titleText': '工程师', 'lead.titleLevel': 'not-senior' }],
    ['没职称但是有博士', { 'lead.titleText': '无', 'lead.titleLevel': 'not-senior', 'lead.degree': 'phd' }],
    ['客座教授', { 'lead.titleText': '客座教授', 'lead.titleLevel': 'unclear' }],
    ['不清楚', 'unknown'],
  ],
};

const degree: Question = {
  id: 'lead.degree',
  topic: 'lead.degree',
  settles: ['lead.degree'],
  wording: {
    zh: {
      ask: '{who}有博士学位吗？',
      why: '没有高级职称的，有博士学位也可以；在读不算。',
      retry: ['请回复“有”“没有”或“在读”。', '看学位证书：博士学位证书拿到了就是“有”。', '这一题先放着，最后再补。'],
      choices: ['有', '没有', '在读'],
    },
  },
  read: (text) => asFacts(readDegree(text), (value) => ({ 'lead.degree': value })),
  examples: [
    ['博士～', { 'lead.degree': 'phd' }],
    ['嗯，硕士', { 'lead.degree': 'master' }],
    ['在读', { 'lead.degree': 'phd-in-progress' }],
    ['不知道', 'unknown'],
  ],
};

const origin: Question = {
  id: 'lead.origin',
  topic: 'lead.origin',
  settles: [
    'lead.origin',
    'lead.employedByMainlandUnit',
    'lead.employment',
    'lead.employmentProofMainland',
    'lead.employmentProofOverseas',
  ],
  wording: {
    zh: {
      ask: '{who}是内地人士，还是外籍或港澳台人士？',
      retry: [
        '请回复“内地”“外籍”“香港”“澳门”或“台湾”。',
        '看证件：持中国居民身份证的是内地人士，持护照或通行证的按国籍、地区写。',
        '这一题先放着，最后再补。',
      ],
      choices: ['内地', '外籍', '香港', '澳门', '台湾'],
    },
  },
  parts: {
    'lead.employedByMainlandUnit': flagPart('{who}受聘于内地的单位吗？', 'lead.employedByMainlandUnit'),
    'lead.employment': {
      ask: '{who}在内地单位是全职还是兼职？',
      choices: ['全职', '兼职', '不确定'],
      read: (text) => {
        if (/[?？]/.test(text)) return undefined;
        if (/兼职|非全职|不是全职|客座|双聘/.test(text))
          return { is: 'value', value: { 'lead.employment': 'part-time' } };
        if (/全职/.test(text)) return { is: 'value', value: { 'lead.employment': 'full-time' } };
        return /不知道|不清楚|不确定/.test(text) ? { is: 'unknown' } : undefined;
      },
    },
    'lead.employmentProofMainland': flagPart('内地聘用单位出具的聘用材料有了吗？', 'lead.employmentProofMainland', {
      choices: ['有', '没有', '不确定'],
    }),
    'lead.employmentProofOverseas': flagPart('境外原单位出具的聘用材料有了吗？', 'lead.employmentProofOverseas', {
      choices: ['有', '没有', '不确定'],
    }),
  },
  read: (text) =>
    asFacts(readOrigin(text), (value) => ({
      'lead.origin': value.origin satisfies Origin | undefined,
      'lead.employedByMainlandUnit': value.employedByMainlandUnit,
      'lead.employment': value.employment,
      'lead.employmentProofMainland': value.proofMainland,
      'lead.employmentProofOverseas': value.proofOverseas,
    })),
  examples: [
    ['中国内地的', { 'lead.origin': 'mainland' }],
    ['不是外籍，本单位在编', { 'lead.origin': 'mainland' }],
    ['香港', { 'lead.origin': 'hk' }],
    ['不清楚', 'unknown'],
  ],
};

const civil: Question = {
  id: 'lead.civil',
  topic: 'lead.civil',
  settles: ['lead.civilServant', 'lead.managesProgrammes'],
  wording: {
    zh: {
      ask: '{who}是机关公务员吗？岗位管科技计划项目吗？都不是就回复“都不是”。',
      retry: [
        '请回复“都不是”，或写明是哪一样。',
        '在政府、党委机关有公务员编制，或岗位负责管理科技计划项目的，要写明。',
        '这一题先放着，最后再补。',
      ],
      choices: ['都不是', '是公务员', '管科技计划', '不确定'],
    },
  },
  parts: {
    'lead.civilServant': flagPart('{who}是国家机关的公务人员吗？', 'lead.civilServant'),
    'lead.managesProgrammes': flagPart('{who}的岗位管理科技计划项目吗？', 'lead.managesProgrammes'),
  },
  read: (text, { facts }) =>
    asFacts(readCivil(text), (value) => ({
      'lead.civilServant': value.civilServant,
      // 没有，我教书的, said once more when the post is asked about, denies that as well.
      'lead.managesProgrammes':
        value.managesProgrammes ??
        (value.civilServant === false &&
        facts['lead.civilServant'] === false &&
        facts['lead.managesProgrammes'] === undefined &&
        !/公务|机关|政府|官|编|科研处|科技处/.test(text)
          ? false
          : undefined),
    })),
  examples: [
    ['都不是，一线搞科研的', { 'lead.civilServant': false, 'lead.managesProgrammes': false }],
    ['不是公务员，也不管项目哈', { 'lead.civilServant': false, 'lead.managesProgrammes': false }],
    ['是，市农业农村局的科长，四级调研员', { 'lead.civilServant': true }],
    ['不知道', 'unknown'],
  ],
};

const integrity: Question = {
  id: 'lead.integrity',
  topic: 'lead.integrity',
  settles: ['lead.researchMisconductInForce', 'lead.creditBlacklist'],
  wording: {
    zh: {
      ask: '{who}有没有在惩戒期内的科研失信记录，或者信用“黑名单”记录？',
      retry: [
        '请回复“都没有”，或写明是哪一样。',
        '科研失信问本单位科研处，信用“黑名单”指失信被执行人等名单。',
        '这一题先放着，最后再补。',
      ],
      choices: ['都没有', '科研失信', '在黑名单', '不确定'],
    },
  },
  parts: {
    'lead.researchMisconductInForce': flagPart(
      '{who}有在惩戒执行期内的科研严重失信记录吗？',
      'lead.researchMisconductInForce',
      { choices: ['没有', '有', '不确定'] },
    ),
    'lead.creditBlacklist': flagPart('{who}有社会信用“黑名单”记录吗？', 'lead.creditBlacklist', {
      choices: ['没有', '有', '不确定'],
    }),
  },
  read: (text, { guide }) =>
    asFacts(readIntegrity(text, guide.year), (value) => ({
      'lead.researchMisconductInForce': value.misconduct,
      'lead.creditBlacklist': value.blacklist,
    })),
  examples: [
    ['没有任何失信记录。', { 'lead.researchMisconductInForce': false, 'lead.creditBlacklist': false }],
    ['都没有，查过了', { 'lead.researchMisconductInForce': false, 'lead.creditBlacklist': false }],
    ['不知道', 'unknown'],
  ],
};

export const leadQuestions = { birthDate, title, degree, origin, civil, integrity };
