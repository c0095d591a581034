/** The question about the agreement with the domestic participants: 附5 四（三）. */
import { type DomesticPartner, domesticContents } from '../facts.ts';
import type { Question } from '../question.ts';
import { readDomesticAgreement } from '../read/readDomesticAgreement.ts';
import { readDomesticContent } from '../read/readWritten.ts';
import { asFacts, firstOf, flagPart, yesNo } from './build.ts';

const haveNot = ['有', '没有', '不确定'] as const;
const all = Object.fromEntries(domesticContents.map((item) => [item, true]));

export const domesticQuestion: Question = {
  id: 'domestic.agreement',
  topic: 'domestic.agreement',
  settles: [
    'domesticAgreement.exists',
    'domesticAgreement.sealed',
    'domesticAgreement.dateClear',
    'domesticAgreement.content',
    'domesticAgreement.highlighted',
    'domesticPartners[].signed',
  ],
  wording: {
    zh: {
      ask: '与境内参与单位的协议签了吗？签章、日期、内容都齐、都高亮了吗？',
      retry: [
        '请写签没签、缺什么，例如“签了，都齐”“签了，没写日期”“还没签”。',
        '对着协议看四样：签章、签署日期、内容、高亮。',
        '这一题先放着，最后再补。',
      ],
      choices: ['签了，都齐', '还没签', '不确定'],
    },
  },
  parts: {
    'domesticAgreement.exists': flagPart('与境内参与单位签联合申报协议了吗？', 'domesticAgreement.exists', {
      choices: haveNot,
    }),
    'domesticAgreement.sealed': flagPart('境内协议签字盖章都齐了吗？', 'domesticAgreement.sealed', {
      choices: haveNot,
    }),
    'domesticAgreement.dateClear': flagPart('境内协议写明签署日期了吗？', 'domesticAgreement.dateClear', {
      choices: haveNot,
    }),
    'domesticAgreement.content': {
      ask: '境内协议写了目标、分工、指标、经费、知识产权、有效期和争议解决吗？',
      choices: ['都写了', '没写全', '不确定'],
      read: (text) =>
        firstOf(
          asFacts(readDomesticContent(text), (value) => ({ 'domesticAgreement.content': value })),
          yesNo(text, { 'domesticAgreement.content': all }, { 'domesticAgreement.content': { rest: false } }),
        ),
    },
    'domesticAgreement.highlighted': flagPart(
      '境内协议的签章处、日期、有效期高亮了吗？',
      'domesticAgreement.highlighted',
      {
        choices: haveNot,
      },
    ),
    'domesticPartners[].signed': {
      ask: '列的每一家境内参与单位都签了吗？',
      choices: ['都签了', '有没签的', '不确定'],
      read: (text, { facts }) => {
        const each = (signed: boolean) => facts.domesticPartners?.map((partner) => ({ ...partner, signed }));
        return yesNo(text, { domesticPartners: each(true) }, { domesticPartners: each(false) });
      },
    },
  },
  read(text, { facts }) {
    const partners = facts.domesticPartners ?? [];
    const names = partners.map(({ name }) => name ?? '');
    return asFacts(readDomesticAgreement(text, names), ({ noPartner, signed, ...value }) => ({
      // Who speaks of its seal or its date has one.
      'domesticAgreement.exists': noPartner ? undefined : (value.exists ?? true),
      'domesticAgreement.sealed': value.sealed,
      'domesticAgreement.dateClear': value.dateClear,
      'domesticAgreement.content': value.content,
      'domesticAgreement.highlighted': value.highlighted,
      domesticPartners: noPartner ? [] : signed && partners.map((each, at) => withSigned(each, signed[at])),
    }));
  },
  examples: [
    ['还没签', { 'domesticAgreement.exists': false }],
    ['不清楚', 'unknown'],
  ],
};

function withSigned(partner: DomesticPartner, signed: boolean | undefined): DomesticPartner {
  return signed === undefined ? partner : { ...partner, signed };
}
