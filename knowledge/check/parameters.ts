/** Each parameter's value stands in its quote, or `ours` says why it is read into the text. */
import type { Fault } from '../guideFolder.ts';
import type { Parameter } from '../guideSchema.ts';
import { type CheckedFolder, fault } from './folder.ts';

export function checkParameters({ files }: CheckedFolder): Fault[] {
  return Object.entries(files.guide.parameters).flatMap(([id, parameter]) => {
    const { value, quote, ours } = parameter;
    const stands = standsIn(parameter);
    const path = `parameters.${id}.value`;
    if (ours === undefined && !stands)
      return [fault('guide.json', path, `值 ${String(value)} 不在引文里，也没有写 ours`, quote)];
    if (ours !== undefined && stands)
      return [fault('guide.json', `parameters.${id}.ours`, '值就在引文里，不必写 ours', quote)];
    return [];
  });
}

function standsIn(parameter: Parameter): boolean {
  const { quote } = parameter;
  switch (parameter.unit) {
    case 'date': {
      const [year, month, day] = parameter.value.split('-').map(Number);
      return quote.includes(`${year}年${month}月${day}日`);
    }
    case 'years':
      return parameter.value.every((year) => quote.includes(`${year}年`));
    case 'yuan':
      return quote.endsWith('万元') && figures(quote).includes(parameter.value / 10_000);
    case 'months':
      return quote.includes(`${parameter.value / 12}年`) || quote.includes(`${parameter.value}个月`);
    case 'times':
      return new RegExp(`(?<!\\d)${parameter.value}倍`).test(quote);
    case 'partners':
      return new RegExp(`(?<!\\d)${parameter.value}家`).test(quote);
    case 'channels':
      return parameter.value === 1 ? quote.includes('单个') : quote.includes(`${parameter.value}个`);
  }
}

function figures(text: string): number[] {
  return (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}

/** What two parameters, or a parameter and the call, say together. */
export function checkParametersTogether({ files }: CheckedFolder): Fault[] {
  const { parameters, title, year } = files.guide;
  const wrong = (path: string, problem: string): Fault[] => [fault('guide.json', path, problem)];
  const inOrder = (low: string, high: string): Fault[] => {
    const [first, second] = [parameters[low]?.value, parameters[high]?.value];
    if (first === undefined || second === undefined || first < second) return [];
    return wrong(`parameters.${low}.value`, `应小于 ${high}`);
  };
  const recent = Object.entries(parameters).flatMap(([id, { unit, value, quote }]) => {
    const number = /近(\d+)年/.exec(quote)?.[1];
    if (unit !== 'years' || number === undefined || value.length === Number(number)) return [];
    return wrong(`parameters.${id}.value`, `引文说近 ${number} 年，列了 ${value.length} 个年度`);
  });
  return [
    ...(title.startsWith(`${year}年`) ? [] : wrong('year', `${year} 与标题“${title}”不符`)),
    ...inOrder('funding.min', 'funding.max'),
    ...inOrder('partner.registeredUntil', 'partner.notAfter'),
    ...recent,
  ];
}
