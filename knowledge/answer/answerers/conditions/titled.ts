/** 附5 二（一）: a senior title or a doctorate, one is enough. */

import type { Degree, TitleLevel } from '../../../facts.ts';
import { allStated } from '../../../narrate/stated.ts';
import { readDegree } from '../../../read/readDegree.ts';
import { titleLevelOf } from '../../../read/readTitle.ts';
import { type Asked, named } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { citedBy, type Judged, outcomeOf } from './verdict.ts';

const uses = [
  '@title',
  'academic-title',
  'doctorate',
  'lesser-degree',
  'in-progress',
  'either-enough',
  'dir-m-students',
  'dir-m-postdoc',
  'negative',
  'postdoc-word',
  '@age',
];

export function judgedTitle(asked: Asked, frame: AnswerFrame): Judged[] {
  const { guide, today } = frame;
  const stated = Object.assign(
    {},
    ...allStated(asked.text, { facts: {}, guide, today, index: 0 }, 'self').map(({ patch }) => patch),
  );
  const { level, name } = titleIn(asked, stated['lead.titleLevel']);
  const degree = degreeIn(asked) ?? stated['lead.degree'];
  if (level === undefined && degree === undefined) return [];
  // 副教授的证还没下来: of a title that is not there yet the guide says nothing.
  if (asked.concepts.has('title-pending') && degree !== 'phd-in-progress') return [];
  const outcome = outcomeOf('lead.title-or-phd', { 'lead.titleLevel': level, 'lead.degree': degree }, guide);
  const common = {
    id: 'lead.title-or-phd',
    citation: citedBy('lead.title-or-phd', guide),
    uses: degree === 'phd-in-progress' ? [...uses, 'title-pending', 'student-member'] : uses,
    suggestion: '负责人的年龄要求是什么',
  };
  if (outcome === 'met') {
    const zh =
      level === 'senior'
        ? `${name === undefined || /^(?:高级职称|高级)$/.test(name) ? '正高、副高' : name}属于高级职称`
        : '有博士学位';
    const en = level === 'senior' ? 'a senior title' : 'a doctorate';
    return [
      {
        ...common,
        tone: 'good',
        zh: `可以：高级职称或博士学位有其一即可，${zh}`,
        en: `Yes on this point: a senior title or a doctorate is enough, and this is ${en}`,
      },
    ];
  }
  const what = [name, degreeName(degree)].filter((each) => each !== undefined).join('、');
  if (outcome === 'unmet')
    return [
      {
        ...common,
        tone: 'bad',
        zh: `不能当负责人：须具有高级职称或博士学位，${what === '' ? '两样都没有的不行' : `${what}两样都不算`}`,
        en: 'No, the lead needs a senior title or a doctorate, and this is neither',
      },
    ];
  if (outcome === 'to-confirm' || level === 'unclear')
    return [
      {
        ...common,
        tone: 'open',
        zh: `要看职称证：须具有高级职称或博士学位，“${name ?? '这个职称'}”算不算高级职称从名称看不出来；有博士学位就可以`,
        en: 'A senior title or a doctorate is required; whether this title is senior must be confirmed, a doctorate is enough',
      },
    ];
  if (level === 'not-senior')
    return [
      {
        ...common,
        tone: 'bad',
        zh: `不够：须具有高级职称或博士学位，${name ?? '这个'}不是高级职称；有博士学位才可以`,
        en: 'No, not by itself: a senior title or a doctorate is required',
      },
    ];
  return [
    {
      ...common,
      tone: degree === undefined ? 'open' : 'bad',
      zh: `不够：须具有高级职称或博士学位，${degreeName(degree) ?? '没有博士学位'}的，要有高级职称才可以`,
      en: 'No, not by itself: a senior title or a doctorate is required',
    },
  ];
}

const abroad = /外籍|海外|境外|国外|美国|英国|日本|德国|法国|韩国|俄罗斯|港|澳|台湾/;
/** English names that are senior at home and merely may be abroad. */
const englishSenior = /professor|senior engineer|chief physician/;
/** Senior titles of the Chinese system, as they are put into English. */
const ofEnglish =
  /(?<!\b(?:no|not an?|without an?|never an?) )\b(?:chief (?:physician|engineer|pharmacist|technician|nurse)|senior (?:engineer|agronomist|veterinarian))\b/;
const none =
  /(?:没有?|无|未|不是)(?:评|有|拿)?(?:过|上|到)?(?:任何|什么|啥)?(?:高级|副高|正高)?职称|职称(?:学位|博士)?(?:也|都|还|又|全)?(?:没有|不够|没评)|\b(?:no|without) (?:a )?(?:senior )?title/;

/** Names of levels, which also stand in 没有高级职称. */
const general = /^(?:高级职称|正高|副高|正高级|副高级|正高职称|副高职称)$/;

/** 副教授也没评上, 还没评上副高: the title is one that the lead lacks. */
const lacksAfter = /^(?:职称)?(?:还|也|都|又|暂时)*(?:没有?|未|差点)(?:评|拿|批|过|下)/;
const lacksBefore = /(?:还没有?|没有?|未|正在|准备|打算|差点)(?:评|晋升?|升|聘)(?:上|到|为|成)?$/;

function titleIn(asked: Asked, stated: TitleLevel | undefined): { level?: TitleLevel | undefined; name?: string } {
  const levels = named(asked, 'title').map(({ name, start, end }) => {
    const lacking = lacksAfter.test(asked.text.slice(end)) || lacksBefore.test(asked.text.slice(0, start));
    return lacking ? { level: 'not-senior' as const } : { name, level: levelOf(name, asked) };
  });
  const best: { level?: TitleLevel | undefined; name?: string } | undefined =
    levels.find(({ level }) => level === 'senior') ?? levels.find(({ level }) => level !== undefined) ?? undefined;
  if (
    (best?.level !== 'senior' || general.test(best.name ?? '')) &&
    best?.level !== 'not-senior' &&
    none.test(asked.text)
  )
    return { level: 'not-senior' };
  if (stated !== undefined && best?.level !== stated) return { level: stated };
  if (best === undefined && asked.language === 'en' && ofEnglish.test(asked.text)) return { level: 'senior' };
  return best === undefined ? {} : best;
}

function levelOf(name: string, asked: Asked): TitleLevel | undefined {
  if (asked.language === 'en' && englishSenior.test(name) && !/assistant/.test(name)) return 'senior';
  const level = titleLevelOf(name);
  return level === 'senior' && abroad.test(asked.text) && !/江西|南昌|赣/.test(asked.text) ? undefined : level;
}

const without =
  /(?:没有?|无|不是|未|非|不带|缺|还没)(?:有|读|念|拿|取得|获得|考|上)*(?:过|到|个|什么|啥)*博士|博士(?:学位|证)?(?:也|都|还)?(?:没|未)|(?:without|no|not have|doesn't have|don't have|lacks)(?: a| an)? (?:phd|ph\.d|doctorate|doctoral)/;
const going =
  /(?:没|未)有?(?:拿到|拿|取得|得到|发|授予?)(?:到)?博?士?(?:学位|证)|在读|还没毕业|没毕业|未毕业|没答辩|未答辩|正在读|博士生(?!导)|候选人|phd (?:student|candidate)|doing (?:a|my|his|her) phd/;
const has =
  /(?:是|有|具有|拿了?|拿到|读完|刚|个|的|，|,|^)(?:海归|洋|工学|医学|理学|农学|青年|年轻|全日制)?博士(?!生|后|点)|博士(?:毕业|学位|帽)|\bph\.?d\b|\bdoctorate\b/;

/** 还没评职称, 副教授没评上: says nothing about the degree. */
const untitled =
  /(?:还|也|都|又)?(?:没有?|未)(?:评|有|拿|定)?(?:过|上|到)?(?:任何|高级|副高|正高|中级)?职称|(?:职称|教授|副高|正高|高工|研究员|工程师|医师)(?:还|也|都|又)?(?:没有?|未)(?:评|拿|定|批)?(?:过|上|到|下来)?/g;

function degreeIn(asked: Asked): Degree | undefined {
  const text = asked.text.replace(untitled, ',');
  if (without.test(text)) return 'no-phd';
  if (going.test(text)) return 'phd-in-progress';
  if (/只有?硕士|硕士(?:学位|毕业|研究生)?|master/.test(text) && !/博士|phd/.test(text)) return 'master';
  if (/本科|学士|大专|专科/.test(text) && !/博士|phd|硕士/.test(text)) return 'bachelor';
  const said = readDegree(text);
  if (said?.is === 'value') return said.value;
  return has.test(text) ? 'phd' : undefined;
}

function degreeName(degree: Degree | undefined): string | undefined {
  if (degree === undefined || degree === 'phd') return undefined;
  if (degree === 'phd-in-progress') return '在读博士';
  return degree === 'master' ? '硕士' : degree === 'bachelor' ? '本科' : undefined;
}
