/** Dates, amounts and ratios of two guides. */
import { fill } from '../fill.ts';
import type { Guide } from '../guide.ts';
import type { Parameter } from '../guideSchema.ts';
import { type Change, isSame } from './change.ts';

/** By name: a parameter is spoken of by the rule that goes by it. */
export function parameterChanges(before: Guide, after: Guide): Change[] {
  const ids = [...new Set([...Object.keys(after.parameters), ...Object.keys(before.parameters)])];
  return ids.flatMap((id): Change[] => {
    const [old, now] = [before.parameters[id], after.parameters[id]];
    const here = now ?? old;
    if (!here || (old && now && isSame(old.value, now.value) && old.unit === now.unit)) return [];
    return [
      {
        how: old ? (now ? 'changed' : 'dropped') : 'added',
        what: `${nameOf(id, now ? after : before)}（${id}）`,
        clause: here.clause,
        ...(old && { before: valueIn(id, before) }),
        ...(now && { after: valueIn(id, after) }),
      },
    ];
  });
}

const units: Partial<Record<Parameter['unit'], string>> = { times: '倍', partners: '家', channels: '个' };

const valueIn = (id: string, guide: Guide): string =>
  `${fill(`{p:${id}}`, {}, guide, 'zh')}${units[guide.parameter(id).unit] ?? ''}`;

/** 负责人年龄, for lead.bornOnOrAfter: the first rule whose check or words go by it; where there is none, its sentence. */
function nameOf(id: string, guide: Guide): string {
  const by = guide.rules.find(({ row }) => {
    const { check, words } = row;
    return JSON.stringify(check).includes(`"${id}"`) || JSON.stringify(words).includes(`{p:${id}}`);
  });
  return by?.row.words.zh.title ?? guide.parameter(id).quote.slice(0, longest);
}
const longest = 20;
