/** What changed since an older guide, where nothing particular is asked: figures one by one, the rest counted. */
import { type Change, guideDiff } from '../diff/guideDiff.ts';
import type { Guide } from '../guide.ts';
import { guideName } from '../guideName.ts';
import type { Draft, GuideCitation } from './draft.ts';

/** Without the words that ask for a difference, and those that name no topic, nothing is left. */
const general =
  /今年|现在|这次|本次|这[份版届]|新增|新加|新的?|发生|主要|具体|有|是|都|跟|和|与|比|什么|哪些|哪儿|哪里|哪几|几|啥|多大|没有|没|地方|处|点|指南|申报|要求|规定|条件|内容|政策|规则|变化|变动|变更|变|不同|不一样|一样|区别|差别|改动|改|调整|增加|加|减少|放宽|收紧|多|少|出入|相比|请问|一下|看|说|讲|了|吗|么|呢|的|[?。,，、]/g;

/** Whether a question about a difference names no topic: 和去年比改了什么. */
export const isGeneral = (rest: string): boolean => rest.replace(general, '') === '';

/** Figures that are told one by one. */
const most = 6;

/** From the older guide to the newer one. */
export function whatChanged(older: Guide, newer: Guide): Draft {
  const { parts } = guideDiff(older, newer);
  const figures = parts.find(({ id }) => id === 'parameters')?.changes ?? [];
  const others = parts.filter(({ id, changes }) => countedParts.includes(id) && changes.length > 0);
  const [now, then] = [guideName(newer, older, 'zh'), guideName(older, newer, 'zh')];
  const told = [
    ...figures.slice(0, most).map(said),
    ...(figures.length > most ? [`日期、金额、比例另有${figures.length - most}处`] : []),
    ...others.map(({ title, changes }) => `${title}有${changes.length}处不同`),
  ];
  const zh =
    told.length === 0
      ? `${now}和${then}相比，条件、方向、清单都没有变。`
      : `${now}和${then}相比：${told.join('；')}。具体一项怎样，可以问“年龄要求和${older.year}年比有什么变化”。`;
  const en = `Between the ${guideName(older, newer, 'en')} and the ${guideName(newer, older, 'en')}: ${told.length} kinds of changes (in Chinese): ${told.join('；')}`;
  return { id: 'year.changed', status: 'answered', text: { zh, en }, citations: quotes(figures, newer), uses: [] };
}

const countedParts = ['rules', 'directions', 'agreements', 'sisterCities', 'bases', 'questions'];

/** 负责人的出生日期 1965年6月1日 → 1966年7月1日; without the parameter's own name. */
function said({ what, how, before, after }: Change): string {
  const name = what.replace(/（[^）]*）$/, '');
  if (how === 'added') return `新增${name}${after}`;
  return how === 'dropped' ? `${name}${before}不再写` : `${name}由${before}改为${after}`;
}

/** The sentences of the new guide in which the figures stand, each once. */
function quotes(figures: readonly Change[], newer: Guide): GuideCitation[] {
  const ids = figures.flatMap(({ what }) => /（([a-zA-Z.]+)）$/.exec(what)?.[1] ?? []).slice(0, most);
  const cited = ids.flatMap((id) => {
    const parameter = newer.parameters[id];
    return parameter ? [{ clause: parameter.clause, quote: parameter.quote }] : [];
  });
  return cited.filter((each, at) => cited.findIndex(({ quote }) => quote === each.quote) === at);
}
