/**
 * Every reply that the dialogs can make, found by going through them: each question and part in each wording and retry, each command
 * in each state, each bar, verdicts, answers, what is said of people's own data. `test/bot/channels/contract/everyReply.test.ts` proves
 * that nothing is left out.
 */
import { greeting } from '../../dialogs/main.ts';
import type { Facts } from '../../knowledge/facts.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import { agreementCases } from '../knowledge/rules/agreement.cases.ts';
import { domesticCases } from '../knowledge/rules/domestic.cases.ts';
import { leadCases } from '../knowledge/rules/lead.cases.ts';
import { partnerCases } from '../knowledge/rules/partner.cases.ts';
import { projectCases } from '../knowledge/rules/project.cases.ts';
import { scopeCases } from '../knowledge/rules/scope.cases.ts';
import { unitCases } from '../knowledge/rules/unit.cases.ts';
import { linkedTalks } from './everyReplyLinked.ts';
import { asking, caseOf, everyAsked, states } from './everyReplyStates.ts';
import { conversationOf, guideId, openTurning, type Say, type Shown } from './everyReplyTurn.ts';
import { besides, forwarded, longQuestions, nonsense, questionsIn, spoken } from './everyReplyWords.ts';
import { changed, guide, readyFacts } from './readyCase.ts';
import { failingFacts, fixableFacts } from './shownVerdict.ts';

const tables = [scopeCases, projectCases, leadCases, unitCases, partnerCases, agreementCases, domesticCases];

/** Facts of which each rule of the guide is met, unmet and open somewhere; none at all; everything wrong. */
function* everyFacts(): Generator<Facts> {
  yield {};
  yield readyFacts;
  yield failingFacts;
  yield fixableFacts;
  for (const table of tables)
    for (const rows of Object.values(table)) for (const [, change] of rows) yield changed(change);
}

async function questions(say: Say): Promise<void> {
  for (const { id, conversation } of everyAsked()) {
    let record = await say(`${id} asked`, spoken.resume, conversation);
    if (conversation.cases[0]?.behalf !== 'self') continue;
    for (const time of [1, 2, 3]) record = await say(`${id} not understood, ${time}`, nonsense, record);
  }
  for (const { id, examples } of questionsOf(guide)) {
    const open = () => conversationOf(caseOf(readyFacts, asking(id)));
    for (const [text] of examples) await say(`${id} answered`, text, open());
    for (const text of [spoken.why, spoken.skip, '不知道']) await say(`${id}, ${text}`, text, open());
  }
}

async function everywhere(say: Say): Promise<void> {
  for (const [state, open] of Object.entries(states)) {
    for (const text of [...Object.values(spoken), ...besides])
      await say(`${state}: ${text.slice(0, 20)}`, text, open());
    for (const text of ['1', '2', '确定', '不用', '确定删除', '不删', '更多'])
      await say(`${state}: ${text}`, text, open());
    for (const text of [...forwarded, ''])
      await say(`${state}: handed on ${text.slice(0, 20)}`, { text, forwarded: true }, open());
    await say(`${state}: an old button`, { text: '企业', pressed: 'unit.kind' }, open());
  }
  for (const text of [...Object.values(spoken), ...besides, ...longQuestions])
    await say(`in a group: ${text.slice(0, 20)}`, { text, group: true }, conversationOf());
}

async function verdicts(say: Say): Promise<void> {
  for (const facts of everyFacts()) {
    // An answer tells each bar that is not told yet; with another question open it is not the last one.
    const { 'process.channels': _open, ...rest } = facts;
    await say('a bar', '没有', conversationOf(caseOf(rest, asking('jointLab'))));
    await say('the verdict', spoken.verdict, conversationOf(caseOf(facts)));
  }
}

async function answers(say: Say): Promise<void> {
  const asked = guide.answers.flatMap(({ ask }) => ask ?? []);
  for (const text of [...asked, ...questionsIn('qa-dev.json'), ...questionsIn('qa-decline-dev.json'), ...longQuestions])
    await say('an answer', text, conversationOf());
  for (const state of ['the first question', 'in the middle', 'at the end'])
    for (const text of longQuestions) await say(`an answer, ${state}`, text, states[state]?.() ?? conversationOf());
}

/** Talks that lead where no single message does. */
const talks: readonly (readonly [from: string, ...texts: string[]])[] = [
  ['nobody has begun', '看看我能不能报'],
  ['nobody has begun', '江西宏远铜业有限公司，我1980年3月生，副教授，想申报'],
  ['in the middle', '1958年3月2日', '出生日期写错了，是1979年3月2日'],
  ['in the middle', '1958年3月2日', '出生日期写错了，是1965年'],
  ['at the end', '结论', '我的数据'],
  ['in the middle', '职称写错了，是讲师', '我的职称是教授', '推荐函还没开'],
  ['at the end', '职称写错了，是讲师', '没有', '结论'],
  ['at the end', '我的职称是讲师'],
  ['the first question', '高校。对了，能给多少钱？'],
  ['at the end', '结论', '有帮助'],
  ['nobody has begun', '中期检查要准备什么材料？', '好', '还要等多久', '不等了', '结束人工'],
  ['nobody has begun', '中期检查要准备什么材料？', '不用'],
  ['in the middle', '中期检查要准备什么材料？', '转人工', '转人工', '不等了'],
  [
    'in the middle',
    '中期检查要准备什么材料？',
    '转人工',
    '结题验收要准备什么材料？',
    '没事了',
    '机器人真笨',
    '确定删除',
  ],
  ['at the end', '中期检查要准备什么材料？', '转给咨询台'],
  ['in the middle', '人工', '人工'],
];

export interface EveryReply extends Shown {
  /** How it came about. */
  from: string;
}

/** Each different one once. */
export async function everyReply(): Promise<EveryReply[]> {
  const turning = await openTurning();
  const found = new Map<string, EveryReply>();
  const note = (from: string, shown: Shown): void => {
    const { answer: _same, basis: _why, ...seen } = shown.reply;
    const key = JSON.stringify(seen, (name, value) =>
      name === 'assessment' || name === 'index' || name === 'total' ? undefined : value,
    );
    if (!found.has(key)) found.set(key, { from, ...shown });
  };
  const say: Say = async (from, ...what) => {
    const heard = await turning.turn(...what);
    for (const each of heard.shown) note(from, each);
    return heard.record;
  };
  try {
    note('the greeting', { reply: greeting(guideId, 180, 'zh') });
    await questions(say);
    await everywhere(say);
    await verdicts(say);
    await answers(say);
    await linkedTalks(say, turning);
    for (const [state, ...texts] of talks) {
      let record = states[state]?.() ?? conversationOf();
      for (const text of texts) record = await say(`${state}: ${text.slice(0, 20)}`, text, record, 'checklists');
    }
  } finally {
    await turning.end();
  }
  return [...found.values()];
}
