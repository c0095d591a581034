/** The form that makes a filter, and the chips that say what holds now. A plain GET form: its address is the filter. */
import type { Guide } from '../../../knowledge/guide.ts';
import { questionsOf } from '../../../knowledge/questions/index.ts';
import type { SummaryFilter } from '../../../state/summary.ts';
import { type Html, html } from '../../html.ts';
import { conditionsOf, flagWords, without } from './conditions.ts';
import { type Flag, listOf, listPath } from './filter.ts';
import { choiceField, dayFields, type Option } from './filterFields.ts';
import { visible } from './marked.ts';
import { knownChannels, knownVerdicts, type Names } from './names.ts';

export interface FilterFormOptions {
  filter: SummaryFilter;
  names: Names;
  guide: Guide;
  timeZone: string;
}

/** The conditions that are asked for rarely stand behind a fold, which is open while one of them holds. */
const plain: readonly (keyof SummaryFilter)[] = ['text', 'since', 'until', 'channel', 'verdict'];

export function filterForm({ filter, names, guide, timeZone }: FilterFormOptions): Html {
  const { channel, verdict, step, direction, rule, satisfaction, desk, question, text } = filter;
  const more = Object.keys(filter).filter((name) => !plain.some((each) => each === name)).length;
  return html`<form class="filters transcripts" method="get" action="${listPath}" role="search" aria-label="筛选对话"
 hx-get="${listPath}" hx-target="#found" hx-select="#found" hx-swap="outerHTML" hx-push-url="true" hx-trigger="submit, change">
<div class="field text"><label for="f-text">全文（任何一句话里的字）</label><input type="search" id="f-text" name="text" value="${text}" maxlength="100" autocomplete="off"></div>
${dayFields(filter, timeZone)}
${choiceField(
  'channel',
  '渠道',
  knownChannels.map((id) => [id, names.channel(id)]),
  channel,
)}
${choiceField(
  'verdict',
  '结论',
  knownVerdicts.map((id) => [id, names.verdict(id)]),
  verdict,
)}
<details class="more"${more > 0 ? html` open` : undefined}><summary>更多条件${more > 0 ? html` <small>${more} 项</small>` : undefined}</summary>
<div class="fields">
${choiceField('step', '停在哪一题', [['none', names.step('none')], ...questionsOf(guide).map(({ id }): Option => [id, names.question(id)])], step)}
${choiceField(
  'direction',
  '选题方向',
  guide.directions.map(({ number }) => [String(number), names.direction(number)]),
  direction === undefined ? undefined : String(direction),
)}
${choiceField(
  'rule',
  '清单里有这条规则',
  guide.rules
    .filter(({ row }) => row.kind === 'bar' || row.kind === 'remedy')
    .map(({ row }) => [row.id, names.rule(row.id)]),
  rule,
)}
${choiceField(
  'desk',
  '咨询台',
  (['any', 'pending', 'taken', 'answered', 'closed'] as const).map((id) => [id, names.desk(id)]),
  desk,
)}
${choiceField(
  'satisfaction',
  '评价',
  (['good', 'bad', 'none'] as const).map((id) => [id, names.satisfaction(id)]),
  satisfaction,
)}
${Object.entries(flagWords).map(([name, words]) =>
  choiceField(
    name,
    flagLabels[name as Flag],
    [
      ['1', words[0]],
      ['0', words[1]],
    ],
    flagValue(filter, name as Flag),
  ),
)}
${choiceField('guide', '指南', [[guide.id, guide.title]], filter.guide)}
<div class="field text"><label for="f-question">没答上的同一个问题</label><input id="f-question" name="question" value="${question}" maxlength="100" autocomplete="off"></div>
</div></details>
<div class="actions"><button>筛选</button><a class="button plain" href="${listPath}">清空</a><span class="working" role="status">正在读取…</span></div>
</form>`;
}

const flagLabels: Readonly<Record<Flag, string>> = {
  started: '自查',
  completed: '得出结论',
  unanswered: '没答上的问题',
  declined: '不属于指南的问题',
  flagged: '有误',
  corrected: '更正',
  reviewed: '复核',
};

const flagValue = (filter: SummaryFilter, name: Flag): string | undefined =>
  filter[name] === undefined ? undefined : filter[name] ? '1' : '0';

/** What holds now, each with a way to take it away. */
export function filterChips({ filter, names, timeZone }: FilterFormOptions): Html | undefined {
  const conditions = conditionsOf(filter, names, timeZone);
  if (conditions.length === 0) return undefined;
  return html`<ul class="conditions" aria-label="正在用的条件">${conditions.map(
    ({ name, words }) =>
      html`<li><span>${visible(words)}</span><a href="${listOf(without(filter, name), timeZone)}" aria-label="去掉条件：${visible(words)}">×</a></li>`,
  )}${conditions.length > 1 ? html`<li class="all"><a href="${listPath}">全部去掉</a></li>` : undefined}</ul>`;
}
