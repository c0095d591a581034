/** A guide's thresholds by name; a wrong name is our own mistake and throws a sentence. */
import type { Guide } from './guide.ts';
import type { Parameter } from './guideSchema.ts';

type Read = Pick<Guide, 'parameters' | 'parameter' | 'date' | 'amount' | 'years'>;

/** @param guide its id, for the sentence */
export function parametersOf(guide: string, parameters: Readonly<Record<string, Parameter>>): Read {
  const find = (id: string): Parameter => {
    const parameter = parameters[id];
    if (!parameter) throw missing(guide, id, '没有这个参数');
    return parameter;
  };
  return {
    parameters,
    parameter: find,
    date(id) {
      const parameter = find(id);
      if (parameter.unit !== 'date') throw missing(guide, id, '不是日期');
      return parameter.value;
    },
    amount(id) {
      const parameter = find(id);
      if (parameter.unit === 'date' || parameter.unit === 'years') throw missing(guide, id, '不是数');
      return parameter.value;
    },
    years(id) {
      const parameter = find(id);
      if (parameter.unit !== 'years') throw missing(guide, id, '不是年份列表');
      return parameter.value;
    },
  };
}

function missing(guide: string, id: string, problem: string): Error {
  return new Error(
    `指南 ${guide} 的 guide.json 里，parameters.${id} ${problem}。请补上或改正它，或改正用到它的规则，再运行 npm run guide:check。`,
  );
}
