/** 附5 二（二）: 我在德国当教授，能牵头吗. A title alone does not answer it: the guide writes of leads employed by a mainland unit. */
import { type Asked, type Mention, named } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { citedBy, type Judged } from './verdict.ts';

/** Employed at home, or asked about by that very word. */
const atHome =
  /聘|全职|兼职|回国|内地|国内|江西|本省|省内|\b(?:employ\w*|hired|mainland|jiangxi|returned|graduat\w*|visiting|degree|phd from)\b/;
/** 我在, 负责人现在在: the lead, and neither 我们 nor 我老公 nor 曾在. What stands right before the place. */
const leadAt = /(?:我|本人|他|她|老师|导师|负责人)(?:现在|目前|一直|就|人)?(?:是|在)$/;
/** 当教授, 工作; no 做实验, no 工作过. What stands behind the place. */
const works =
  /^[^,。;?!]{0,10}?(?:(?:当|做|任)(?:副?教授|研究员|讲师|科学家|老师|博士后)|(?:任教|教书|工作|上班|任职|供职|就职|执教)(?!过))|^[^,。;?!]{0,8}?(?:大学|学院|研究[所院]|公司|医院|高校)的?(?:副?教授|研究员|讲师|科学家|老师|员工)/;
const speaker = "\\b(?:i|he|she|lead|pi)(?:'m|'s| am| is)?";
const rank = 'an?|the|now|currently|full|associate|assistant';
const post = 'professor|prof|researcher|scientist|lecturer|postdoc|works?|working|teach(?:es|ing)?';
/** The two in English, before the place. To work with somebody is no employment. */
const worksAt = new RegExp(
  `${speaker}(?: (?:${rank}))* (?:${post}) (?:at|in)(?: the)?(?: (?:university|institute|technical university|tu|college)(?: of| in)?)? $`,
);
/** An institution whose name says no place that is known: professor at Heidelberg University. Of Jiangxi's own none. */
const atSome = new RegExp(
  `${speaker}(?: (?:${rank}|${post}))+ (?:at|for)(?: the)? (?!(?:a|an|my|our|your|this|that|nanchang|gannan|jinggangshan|east china|china|chinese) )(?:[\\p{L}.'-]+ ){0,4}(?:university|institute|college|polytechnic|academy)\\b`,
  'u',
);

/** 德国, 慕尼黑; no place of China. */
const abroad = (asked: Asked): Mention[] => [
  ...named(asked, 'country').filter(({ code }) => !['CN', 'HK', 'MO', 'TW'].includes(code)),
  ...named(asked, 'place'),
];

export function judgedEmployer(asked: Asked, { guide }: AnswerFrame): Judged[] {
  const { text, concepts } = asked;
  const leads = ['lead', 'lead-other', 'can-i-apply', 'lead-condition'].some((each) => concepts.has(each));
  if (!leads || atHome.test(text) || concepts.has('team-member')) return [];
  const there = abroad(asked).some(({ start, end }) => {
    const before = text.slice(0, start);
    return worksAt.test(before) || (leadAt.test(before) && works.test(text.slice(end)));
  });
  if (!there && !atSome.test(text)) return [];
  return [
    {
      id: 'lead.foreign-employed',
      tone: 'open',
      zh: '要看受聘：受聘于内地单位的外籍及港澳台地区科学家可作项目负责人；只在境外单位任职的，指南没有写可以',
      en: 'It depends on the employer: a foreign scientist employed by a mainland unit may be the lead; the guide does not say so of people who only work abroad',
      citation: citedBy('lead.foreign-employed', guide),
      uses: [
        '@country',
        '@place',
        'academic-unit',
        'enterprise',
        'overseas-word',
        'academic-title',
        '@title',
        'lead-elsewhere',
        'foreign-scientist',
      ],
    },
  ];
}
