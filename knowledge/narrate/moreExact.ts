/** A known answer made whole or brought up to date: 出生日期补全：1972年3月15日; 协议加上了争议解决; 博士证拿到了. */
import type { AnswerContext, Patch } from '../question.ts';
import { dateAnswer } from '../questions/build.ts';
import { questionsOf } from '../questions/index.ts';
import { same } from './same.ts';
import type { Stated } from './stated.ts';

const completes = /具体|补全|补充|补一下|完整|准确|确切|精确|全的是|只写了|只说了|少写了|查了|翻了|看了|执照上|证上/;
const dated = [
  { id: 'lead.birthDate', question: 'lead.birthDate', name: /出生|生日|身份证/ },
  { id: 'unit.registrationDate', question: 'unit.registration', name: /注册|登记|成立|执照|法人证/ },
] as const;
const number = '[\\d一二三四五六七八九十]{1,3}';
const monthDay = new RegExp(`(?<![年\\d])(${number}月${number}[日号]?)`);
const whole =
  /(?:19|20)?\d\d[年.\-/]\d{1,2}(?:[月.\-/]\d{1,2}[日号]?)?|[\d一二三四五六七八九十〇零]{2,4}年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}[日号]?)?/;

/** Facts that go on from what is known, not against it. */
export function moreExact(said: string, context: AnswerContext): Stated | undefined {
  return exactDate(said, context) ?? finished(said, context);
}

/** A date of which the year or month was known; one of another year is a correction, not this. */
function exactDate(said: string, context: AnswerContext): Stated | undefined {
  if (/外方|对方|合作方|签/.test(said)) return undefined;
  const partial = dated.filter(({ id }) => /^\d{4}(?:-\d\d)?$/.test(context.facts[id] ?? ''));
  const named = partial.filter(({ name }) => name.test(said));
  const [row] = named.length > 0 ? named : completes.test(said) ? partial : [];
  if (row === undefined || (named.length === 0 && partial.length > 1)) return undefined;
  const known = context.facts[row.id] ?? '';
  const words =
    whole.exec(said)?.[0] ?? (monthDay.test(said) ? `${known.slice(0, 4)}年${monthDay.exec(said)?.[1]}` : '');
  if (words === '') return undefined;
  const reading = dateAnswer(words, context.today, undefined);
  if (reading?.is !== 'value' || !reading.value.startsWith(`${known}-`)) return undefined;
  return { question: row.question, patch: { [row.id]: reading.value } as Patch, evidence: words };
}

const updates: readonly {
  question: string;
  form: RegExp;
  read: (said: string, context: AnswerContext) => Patch | undefined;
}[] = [
  {
    question: 'lead.degree',
    form: /博士[^,，。]{0,6}(?:拿到|下来|到手|发了|授了|授予)/,
    read: (_, { facts }) => (facts['lead.degree'] === undefined ? undefined : { 'lead.degree': 'phd' }),
  },
  {
    question: 'agreement.content',
    form: /(?:协议|合同)?[^,，。]{0,6}(?:加上|补上|加进|补进|写进|补写|补充)[^,，。]{0,3}了?/,
    read: (said, context) => {
      const before = context.facts['agreement.content'];
      if (before === undefined || /国内|境内|申报书/.test(said)) return undefined;
      const words = said.replace(/加上|补上|加进去?|补进去?|写进去?|补写|补充/, '写');
      const reading = questionsOf(context.guide)
        .find(({ id }) => id === 'agreement.content')
        ?.read(/协议/.test(words) ? words : `协议${words}`, { ...context, facts: {} });
      const now = reading?.is === 'value' ? reading.value['agreement.content'] : undefined;
      return now === undefined ? undefined : { 'agreement.content': { ...before, ...now } };
    },
  },
  {
    question: 'process.channel',
    form: /其实[^,，]{0,6}报过(?:别的|其他|另一个)|(?:同样|一样)的?(?:内容|东西|材料)[^,，]{0,6}(?:也)?报过/,
    read: (_, { facts }) => (facts['process.duplicate'] === false ? { 'process.duplicate': true } : undefined),
  },
];

function finished(said: string, context: AnswerContext): Stated | undefined {
  if (/[没未不]|还在|准备|打算|要/.test(said)) return undefined;
  for (const { question, form, read } of updates) {
    const patch = form.test(said) ? read(said, context) : undefined;
    const known = context.facts as Record<string, unknown>;
    if (patch && Object.entries(patch).some(([id, value]) => !same(known[id], value)))
      return { question, patch, evidence: said };
  }
  return undefined;
}
