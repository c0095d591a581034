/** Questions about the agreement with the overseas partners: 三（三）, 附5 四（一）（二）. */
import { agreementContents } from '../facts.ts';
import { agreementContentNames } from '../itemNames.ts';
import type { Question } from '../question.ts';
import { readAgreementSigned } from '../read/readAgreementSigned.ts';
import { readEthics } from '../read/readEthics.ts';
import { readHighlight } from '../read/readHighlight.ts';
import { readLanguage } from '../read/readLanguage.ts';
import { readAgreementContent, readOtherContents } from '../read/readWritten.ts';
import { asFacts, eitherRetry, flagPart } from './build.ts';

const haveNot = ['有', '没有', '不确定'] as const;

const signed: Question = {
  id: 'agreement.signed',
  topic: 'agreement.signed',
  settles: ['agreement.form', 'agreement.signedByChina', 'agreement.signedByOverseas', 'agreement.dateClear'],
  wording: {
    zh: {
      ask: '就这次申报签合作协议了吗？双方都签字、写日期了吗？',
      retry: [
        '请写签没签，例如“双方都签了，有日期”“外方还没签”“还没签”。',
        '只有以前的长期协议，就写“只有长期协议”。',
        '这一题先放着，最后再补。',
      ],
      choices: ['双方已签', '只差外方签', '只有长期协议', '还没签'],
    },
  },
  parts: {
    'agreement.signedByChina': flagPart('协议上中方签字了吗？', 'agreement.signedByChina', { choices: haveNot }),
    'agreement.signedByOverseas': flagPart('协议上外方签字了吗？', 'agreement.signedByOverseas', { choices: haveNot }),
    'agreement.dateClear': flagPart('协议上写明签署日期了吗？', 'agreement.dateClear', { choices: haveNot }),
  },
  read: (text, { facts }) =>
    asFacts(readAgreementSigned(text, { ours: facts['unit.name'], theirs: facts.partners ?? [] }), (value) => ({
      'agreement.form': value.form,
      'agreement.signedByChina': value.signedByChina,
      'agreement.signedByOverseas': value.signedByOverseas,
      'agreement.dateClear': value.dateClear,
    })),
  examples: [
    [
      '签了，专门为这次申报签的，双方都签了字，日期也写了',
      {
        'agreement.form': 'new-joint',
        'agreement.signedByChina': true,
        'agreement.signedByOverseas': true,
        'agreement.dateClear': true,
      },
    ],
    ['还没签', { 'agreement.form': 'none' }],
    ['不知道', 'unknown'],
  ],
};

const content: Question = {
  id: 'agreement.content',
  topic: 'agreement.content',
  settles: ['agreement.content'],
  wording: {
    zh: {
      ask: '协议里写了下面哪几项？可以回复编号，例如“1 2 4”。',
      retry: [
        '请回复写了的编号，例如“1 2 4”；全写了就回复“都写了”，缺的可以说“除了3都有”。',
        '对着协议看这十项，写了的报编号，或者说缺哪几项。',
        '这一题先放着，最后再补。',
      ],
      choices: ['都写了', '都没写'],
      list: agreementContents.map((item) => agreementContentNames[item]),
    },
  },
  parts: {
    'agreement.content': {
      ask: '刚才没提到的几项，协议里写了吗？',
      choices: ['都写了', '都没写'],
      read: (text, { facts }) =>
        asFacts(readOtherContents(text), ({ rest, ...named }) => {
          const before = facts['agreement.content'] ?? {};
          const others = agreementContents.filter((item) => before[item] === undefined);
          const filled = others.length > 0 ? others : agreementContents;
          return {
            'agreement.content': {
              ...before,
              ...(rest !== undefined && Object.fromEntries(filled.map((item) => [item, rest]))),
              ...named,
            },
          };
        }),
    },
  },
  read: (text) => asFacts(readAgreementContent(text), (value) => ({ 'agreement.content': value })),
  examples: [['不清楚', 'unknown']],
};

const language: Question = {
  id: 'agreement.language',
  topic: 'agreement.language',
  settles: ['agreement.language', 'agreement.translation', 'agreement.translationSealed'],
  wording: {
    zh: {
      ask: '协议是什么文字的？外文的话，中文翻译件有吗、盖章了吗？',
      retry: [
        '请写文字和翻译，例如“中英文对照”“英文，已翻译盖章”。',
        '附4的参考模版是英文的，照用就是外文协议。',
        '这一题先放着，最后再补。',
      ],
      choices: ['中文', '中外文对照', '外文，已翻译盖章', '外文，没翻译'],
    },
  },
  parts: {
    'agreement.translation': flagPart('外文协议的中文翻译件有了吗？', 'agreement.translation', { choices: haveNot }),
    'agreement.translationSealed': flagPart('翻译件加盖申报单位公章了吗？', 'agreement.translationSealed', {
      choices: ['盖了', '没盖', '不确定'],
    }),
  },
  read: (text) =>
    asFacts(readLanguage(text), (value) => ({
      'agreement.language': value.language,
      'agreement.translation': value.translation,
      'agreement.translationSealed': value.sealed,
    })),
  examples: [
    ['中英文对照的', { 'agreement.language': 'bilingual' }],
    ['日文的，还没翻', { 'agreement.language': 'foreign', 'agreement.translation': false }],
    ['不清楚', 'unknown'],
  ],
};

const highlight: Question = {
  id: 'agreement.highlight',
  topic: 'agreement.highlight',
  settles: ['agreement.highlighted'],
  wording: {
    zh: {
      ask: '协议的签字处、签署日期、有效期三处高亮标出来了吗？',
      retry: eitherRetry('标了', '还没标'),
      choices: ['标了', '还没标', '不确定'],
    },
  },
  read: (text) =>
    // Nothing is marked in an agreement that does not exist yet.
    /协议(?:都|也)?(?:还)?(?:没|未)(?:有)?签/.test(text)
      ? { is: 'value', value: { 'agreement.form': 'none', 'agreement.highlighted': false } }
      : asFacts(readHighlight(text), (value) => ({ 'agreement.highlighted': value })),
  examples: [
    ['签字处、日期、有效期都用黄色标出来了', { 'agreement.highlighted': true }],
    ['还没', { 'agreement.highlighted': false }],
    ['不知道', 'unknown'],
  ],
};

const lawEthics: Question = {
  id: 'agreement.lawEthics',
  topic: 'agreement.lawEthics',
  settles: ['agreement.ipLawOk', 'agreement.lawEthicsOk'],
  wording: {
    zh: {
      ask: '有把成果转让、独占许可给外方的条款吗？伦理、数据出境手续办了吗？',
      retry: [
        '请分两样写，例如“没有独占条款，不涉及人体样本”。',
        '成果转让条款问法务，涉及人体样本、动物实验、数据出境的问伦理部门。',
        '这一题先放着，最后再补。',
      ],
    },
  },
  parts: {
    'agreement.ipLawOk': flagPart('协议里有把成果转让或独占许可给外方的条款吗？', 'agreement.ipLawOk', {
      yes: false,
      choices: ['没有', '有', '不确定'],
    }),
    'agreement.lawEthicsOk': flagPart('伦理、法规方面该办的手续都办了，或者不涉及，对吗？', 'agreement.lawEthicsOk', {
      choices: ['对', '还没办', '不确定'],
    }),
  },
  read: (text) =>
    asFacts(readEthics(text), (value) => ({
      'agreement.ipLawOk': value.ipLawOk,
      'agreement.lawEthicsOk': value.lawEthicsOk,
    })),
  examples: [
    ['没有独占条款，不涉及人体样本和数据出境', { 'agreement.ipLawOk': true, 'agreement.lawEthicsOk': true }],
    ['不清楚', 'unknown'],
  ],
};

export const agreementQuestions = { signed, content, language, highlight, lawEthics };
