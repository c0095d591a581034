/** Each direction's lines are rebuilt from their parts, and its quota is what the call says. */
import type { Fault } from '../guideFolder.ts';
import { type CheckedFolder, fault } from './folder.ts';

export function checkDirections({ files, outline }: CheckedFolder): Fault[] {
  const names = new Map(files.guide.types.map(({ id, name }) => [id, name]));
  return files.directions.flatMap((direction, i) => {
    const clause = `五 选题方向${direction.numeral}`;
    const wrong = (path: string, problem: string, found?: string): Fault[] => [
      fault('directions.json', `${i}.${path}`, problem, found),
    ];
    const same = (path: 'title' | 'content' | 'indicatorText', name: string): Fault[] =>
      outline.get(name) === direction[path] ? [] : wrong(path, `与原文“${name}”不是逐字相同`, direction[path]);
    const indicators = direction.indicators.map(({ text }) => text);
    const content = betweenItems(direction.content, direction.contentItems, /^[；;]$/);
    const line = betweenItems(direction.indicatorText, indicators, /^(?:[；，、。]|，并)$/);
    const category = names.get(direction.categoryId);
    const slips = direction.ours?.slips ?? [];
    return [
      ...same('title', clause),
      ...same('content', `${clause}（研究内容）`),
      ...same('indicatorText', `${clause}（考核指标）`),
      ...(content === undefined ? [] : wrong('contentItems', '拼不回研究内容', content)),
      ...(line === undefined ? [] : wrong('indicators', '拼不回考核指标', line)),
      ...(category === direction.category ? [] : wrong('category', '与 categoryId 的名称不符', direction.category)),
      ...checkQuota(direction, outline.get(`${clause}（立项数）`)).flatMap((problem) => wrong('quota', problem)),
      ...slips.flatMap(({ printed }, k) =>
        direction.content.includes(printed) || direction.indicatorText.includes(printed)
          ? []
          : wrong(`ours.slips.${k}.printed`, '不在这个方向的原文里', printed),
      ),
    ];
  });
}

/** Undefined when the items in order make up the text with only such punctuation between; else where they part. */
function betweenItems(text: string, items: readonly string[], between: RegExp): string | undefined {
  let at = 0;
  for (const [index, item] of items.entries()) {
    const found = text.indexOf(item, at);
    const gap = found < 0 ? undefined : text.slice(at, found);
    if (gap === undefined || (index === 0 ? gap !== '' : !between.test(gap))) return item;
    at = found + item.length;
  }
  return text.slice(at) === '。' ? undefined : text.slice(at);
}

/** A direction with a line of its own has that quota; every other one has what 一 gives the rest. */
function checkQuota(direction: { quota: number; quotaQuote: string }, ownLine: string | undefined): string[] {
  const { quota, quotaQuote } = direction;
  const stated = Number(/(\d+)个/.exec(quotaQuote)?.[1]);
  return [
    ...(stated === quota ? [] : [`立项数 ${quota} 与引文“${quotaQuote}”不符`]),
    ...(ownLine !== undefined && ownLine !== quotaQuote ? [`原文这个方向另写“${ownLine}”`] : []),
    ...(ownLine === undefined && quotaQuote.startsWith('立项数') ? ['原文这个方向没有单独写立项数'] : []),
  ];
}
