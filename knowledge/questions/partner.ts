/** Questions about each overseas partner; a second partner is asked the same ones with its own index. */

import { readPlace } from '../places/readPlace.ts';
import type { AnswerContext, Patch, Question } from '../question.ts';
import { withoutAbandoned } from '../read/abandoned.ts';
import { mainlandArm } from '../read/mainlandArm.ts';
import { ofThisPartner } from '../read/ofThisPartner.ts';
import { withoutPointing } from '../read/pointedOut.ts';
import { readBasis } from '../read/readBasis.ts';
import { readPartnerKind } from '../read/readPartnerKind.ts';
import {
  kindOfPartner,
  saysNoPartner,
  saysNotYetKnown,
  saysOnlyPerson,
  saysUndecided,
  severalPartners,
} from '../read/readPartners.ts';
import { readShared } from '../read/sharePartners.ts';
import type { Reading } from '../reading.ts';
import { asFacts, dateAnswer, firstOf, flagPart, withPartner, yesNo } from './build.ts';
import { registeredAnswer } from './partnerRegistered.ts';
import { cityAnswer, toldAgain } from './partnerTown.ts';

/** 一家医药公司，叫 NovaCure: the trade is no name where the name follows. */
const ofTrade =
  /(一[家所个])\p{Script=Han}{1,8}?(公司|企业|大学|研究所|研究院|医院)(?=[,，]\s*(?:名字|全称|名称)?(?:叫做?|是|为))/u;

const who: Question = {
  id: 'partner.who',
  topic: 'partner.who',
  settles: ['partners', 'partners[].country', 'partners[].city'],
  wording: {
    zh: {
      ask: '{partner}叫什么？在哪个国家或地区、哪个城市？',
      why: '合作方在哪里，决定报哪一类的选题方向。',
      retry: [
        '请写国家（地区）和城市，例如“德国吉森，吉森大学”；还没有合作方就回复“没有”。',
        '写对方注册所在的国家或地区，例如“德国”“日本”“香港”。',
        '这一题先放着，最后再补。',
      ],
    },
  },
  parts: {
    'partners[].country': {
      ask: '{partner}在哪个国家或地区？例如“德国”“日本”“香港”。',
      read: (text, context) => asFacts(readPlace(text), ({ country, city }) => withPartner(context, { country, city })),
    },
    'partners[].city': {
      ask: '{partner}在哪个城市（州、省、县）？',
      read: cityAnswer,
    },
  },
  read(typed, context) {
    const text = withoutAbandoned(typed);
    if (saysNoPartner(text)) return { is: 'value', value: context.index === 0 ? { partners: [] } : {} };
    const arm = mainlandArm(text);
    if (arm)
      return {
        is: 'value',
        value: withPartner(context, { ...arm, kind: 'enterprise', registeredOverseas: false }),
        echo: `${arm.name ?? '这家子公司'}在境内注册，先按境内单位记。`,
      };
    const several = context.index === 0 ? severalPartners(text) : undefined;
    if (several) return { is: 'value', value: { partners: several } };
    const read = readPlace(withoutPointing(text.replace(ofTrade, '$1$2')));
    if (read?.is === 'value' && read.value.name === undefined && saysOnlyPerson(text))
      return { is: 'ask', hint: '合作方要写单位，请写这位所在的单位名称、国家（地区）和城市。' };
    if (read?.is === 'ask' && saysUndecided(text)) return { is: 'unknown' };
    const place = asFacts(read, ({ country, name, city = toldAgain(country, name, context) }) =>
      withPartner(context, { country, city, name, kind: kindOfPartner(text, name) }),
    );
    return place === undefined && saysNotYetKnown(text) ? { is: 'unknown' } : place;
  },
  examples: [
    ['德国的吉森大学', { partners: [{ country: '德国', name: '吉森大学', kind: 'university' }] }],
    ['韩国的庆熙大学，在首尔', { partners: [{ country: '韩国', city: '首尔', name: '庆熙大学', kind: 'university' }] }],
    ['没有', { partners: [] }],
    ['不知道', 'unknown'],
    ['随便', undefined],
  ],
};

const registered: Question = {
  id: 'partner.registered',
  topic: 'partner.registered',
  settles: ['partners[].registrationDate', 'partners[].registeredOverseas'],
  wording: {
    zh: {
      ask: '{partner}是哪一年在境外注册成立的？在华子公司不算，写年份就行。',
      retry: [
        '请写四位数的年份，例如 1998。',
        '可以看对方官网的“成立于”或注册证书，写一个年份就行，例如 1998。',
        '这一题先放着，最后再补。',
      ],
    },
  },
  parts: {
    'partners[].registrationDate': {
      ask: '{partner}注册成立的年月日是哪天？只看年份定不下来。',
      read: (text, context) =>
        asFacts(
          dateAnswer(text, context.today, context.facts.partners?.[context.index]?.registrationDate, { recent: true }),
          (value) => withPartner(context, { registrationDate: value }),
        ),
    },
    'partners[].registeredOverseas': {
      ask: '{partner}是在境外注册的吗？它在中国的子公司、分校不算。',
      choices: ['是', '不是', '不确定'],
      read: (text, context) =>
        asFacts(yesNo(text, { yes: true }, { yes: false }, true), (value) =>
          withPartner(context, { registeredOverseas: value.yes === true }),
        ),
    },
  },
  read: (text, context) => readShared(text, context, registeredAnswer),
  examples: [
    ['1949年就有了～', { partners: [{ registrationDate: '1949', registeredOverseas: true }] }],
    ['查了一下，1981年', { partners: [{ registrationDate: '1981', registeredOverseas: true }] }],
    ['在苏州注册的', { partners: [{ registeredOverseas: false }] }],
    ['不是在上海注册的', undefined],
    ['不清楚', 'unknown'],
    ['很早了', undefined],
  ],
};

function kindAnswer(text: string, context: AnswerContext): Reading<Patch> | undefined {
  return asFacts(readPartnerKind(text), ({ kind, legalPerson }) => withPartner(context, { kind, legalPerson }));
}

const legal: Question = {
  id: 'partner.legal',
  topic: 'partner.legal',
  settles: ['partners[].legalPerson', 'partners[].kind'],
  wording: {
    zh: {
      ask: '{partner}是大学、研究所还是企业？本身是独立法人吗？',
      retry: [
        '请写类型和是不是独立法人，例如“大学，独立法人”。',
        '大学里的系或课题组不是独立法人，大学本部、注册的公司和研究所一般是。',
        '这一题先放着，最后再补。',
      ],
    },
  },
  parts: {
    'partners[].legalPerson': {
      ask: '{partner}本身是独立法人吗？系、课题组不是。',
      choices: ['是', '不是', '不确定'],
      read: (text, context) =>
        firstOf(
          readShared(text, context, kindAnswer),
          asFacts(yesNo(text, { yes: true }, { yes: false }, true), (value) =>
            withPartner(context, { legalPerson: value.yes === true }),
          ),
        ),
    },
    'partners[].kind': {
      ask: '{partner}是大学、研究所、企业，还是别的机构？',
      choices: ['大学', '研究所', '企业', '医院', '其他'],
      read: (text, context) => readShared(text, context, kindAnswer),
    },
  },
  read: (text, context) => readShared(text, context, kindAnswer),
  examples: [
    ['大学，学校本身签的，独立法人', { partners: [{ kind: 'university', legalPerson: true }] }],
    ['哦，当地的公司，独立法人', { partners: [{ kind: 'enterprise', legalPerson: true }] }],
    ['不清楚', 'unknown'],
  ],
};

function basisAnswer(text: string, context: AnswerContext): Reading<Patch> | undefined {
  return asFacts(readBasis(ofThisPartner(text, context.facts.partners ?? [])), ({ longTermBasis, evidence }) => ({
    ...withPartner(context, { longTermBasis }),
    'agreement.basisEvidenceAttached': evidence,
  }));
}

const basis: Question = {
  id: 'partner.basis',
  topic: 'partner.basis',
  settles: ['partners[].longTermBasis', 'agreement.basisEvidenceAttached'],
  wording: {
    zh: {
      ask: '与{partner}合作多久了？证明材料作附件了吗？',
      why: '证明材料指以前的联合论文、互访、往来协议等。',
      retry: [
        '请写合作了几年、材料有没有，例如“合作五年，材料已作附件”。',
        '以前一起做过的论文、互访、协议都算合作基础。',
        '这一题先放着，最后再补。',
      ],
    },
  },
  parts: {
    'partners[].longTermBasis': {
      ask: '与{partner}有长期稳定的合作基础吗？刚认识的不算。',
      choices: ['有', '没有', '不确定'],
      read: (text, context) =>
        firstOf(
          readShared(text, context, basisAnswer),
          asFacts(yesNo(text, { yes: true }, { yes: false }), (value) =>
            withPartner(context, { longTermBasis: value.yes === true }),
          ),
        ),
    },
    'agreement.basisEvidenceAttached': flagPart(
      '合作文件和合作基础的证明材料准备好作附件了吗？',
      'agreement.basisEvidenceAttached',
      { choices: ['好了', '还没有', '不确定'] },
    ),
  },
  read: (text, context) => readShared(text, context, basisAnswer),
  examples: [
    [
      '合作好几年，佐证材料齐，放附件里',
      { partners: [{ longTermBasis: true }], 'agreement.basisEvidenceAttached': true },
    ],
    ['刚认识，没材料', { partners: [{ longTermBasis: false }], 'agreement.basisEvidenceAttached': false }],
    ['不好说', undefined],
  ],
};

export const partnerQuestions = { who, registered, legal, basis };
