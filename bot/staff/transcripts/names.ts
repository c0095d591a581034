/** What staff read for the ids in transcripts: questions, rules, facts, channels, verdicts, statuses. An id that nobody knows is shown as it is. */
import { nameOf } from '../../../dialogs/answered.ts';
import { numberedId } from '../../../dialogs/position.ts';
import { factWords } from '../../../knowledge/factWords.ts';
import type { Verdict } from '../../../knowledge/findings.ts';
import type { Guide } from '../../../knowledge/guide.ts';
import { whyUndelivered } from '../undelivered.ts';

/** As in `Incoming.channel`. */
const channels: Readonly<Record<string, string>> = {
  directline: '网页',
  webchat: '网页',
  msteams: 'Teams',
  wecom: '企业微信',
  wecomKf: '微信客服',
  console: '命令行',
};

/** Without the number of items, which a list does not know. */
const verdicts: Readonly<Record<Verdict, string>> = {
  'not-eligible': '目前不符合',
  'needs-confirmation': '有几项要先确认',
  fixable: '补齐后可以申报',
  ready: '条件基本具备，可以申报',
};

const statuses: Readonly<Record<string, string>> = {
  answered: '已回答',
  clarify: '请对方说清',
  'not-in-guide': '指南未规定',
  declined: '不属于指南',
  person: '要人工',
};

const deliveries: Readonly<Record<string, string>> = {
  pending: '待发送',
  visible: '对方可见',
  sent: '已送出',
  failed: '没有送到',
  ambiguous: '不确定是否送到',
};

const desks: Readonly<Record<string, string>> = {
  pending: '等待接手',
  taken: '处理中',
  answered: '已答复',
  closed: '已结束',
  any: '转过人工',
};

const satisfactions: Readonly<Record<string, string>> = { good: '有帮助', bad: '没帮助', none: '没有评价' };

export interface Names {
  question(id: string): string;
  /** The step of an interview that was reached; `none`: no interview. */
  step(id: string): string;
  rule(id: string): string;
  fact(id: string): string;
  direction(number: number): string;
  channel(id: string): string;
  verdict(id: string): string;
  status(id: string): string;
  /** @param why `undelivered` of the line */
  delivery(id: string, why?: string): string;
  desk(id: string): string;
  satisfaction(id: string): string;
}

/** The names by a guide, in Chinese. */
export function namesOf(guide: Guide): Names {
  const rules = new Map(guide.rules.map(({ row }) => [row.id, row.words.zh.title]));
  const directions = new Map(guide.directions.map(({ number, title }) => [number, title]));
  const facts = factWords('zh');
  const question = (id: string): string => {
    const name = nameOf(numberedId(id), guide, 'zh');
    const partner = /#(\d{1,3})/.exec(id)?.[1];
    return name === undefined ? id : `${name}${partner === undefined ? '' : `（第 ${partner} 家）`}`;
  };
  return {
    question,
    step: (id) => (id === 'none' ? '没有开始自查' : question(id)),
    rule: (id) => rules.get(id) ?? id,
    fact: (id) => (Object.hasOwn(facts, id) ? facts[id]?.name : undefined) ?? from(lists, id),
    direction: (number) => `${number}、${directions.get(number) ?? '指南里没有这个方向'}`,
    channel: (id) => from(channels, id),
    verdict: (id) => from(verdicts, id),
    status: (id) => from(statuses, id),
    delivery: (id, why) => from(deliveries, id) + (why === undefined ? '' : `：${whyUndelivered(why)}`),
    desk: (id) => from(desks, id),
    satisfaction: (id) => from(satisfactions, id),
  };
}

/** Facts that are lists; the words of facts name their fields. */
const lists: Readonly<Record<string, string>> = { partners: '境外合作单位', domesticPartners: '境内参与单位' };

/** An id may be anything that a channel sent: `constructor` is none of ours. */
const from = (table: Readonly<Record<string, string>>, id: string): string =>
  (Object.hasOwn(table, id) ? table[id] : undefined) ?? id;

/** The channels that have a name, for choosing one. */
export const knownChannels = ['directline', 'msteams', 'wecom', 'wecomKf', 'console'] as const;
export const knownVerdicts: readonly Verdict[] = ['ready', 'fixable', 'needs-confirmation', 'not-eligible'];

/** The chip's class of a verdict: the four have one. */
export const verdictTone = (id: string): string => (Object.hasOwn(verdicts, id) ? id : '');
