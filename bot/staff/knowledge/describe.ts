/** A proposal's content in a line or two, for lists and headings. */
import type { Guide } from '../../../knowledge/guide.ts';
import type { Overlay } from '../../../knowledge/overlay.ts';
import type { Content } from './proposal.ts';
import { conceptName } from './trial.ts';

export interface Described {
  title: string;
  detail: string;
}

/** @param current what is published, of which a removal speaks */
export function described(content: Content, guide: Guide, current: Overlay | null): Described {
  if (content.kind === 'unit') {
    const [first = '没有写问题', ...more] = content.questions;
    return { title: more.length > 0 ? `${first}（另有 ${more.length} 个问法）` : first, detail: content.answer };
  }
  if (content.kind === 'word') return { title: `“${content.word}”`, detail: `意思同：${conceptName(content.concept)}` };
  if (content.kind === 'ruling') {
    const point = guide.openPoints.find(({ id }) => id === content.point);
    const option = point?.options.find(({ id }) => id === content.choice);
    return { title: point?.title ?? content.point, detail: option?.label ?? content.choice };
  }
  const { of, id } = content;
  if (of === 'unit') {
    const unit = current?.units.find((each) => each.id === id);
    return { title: unit?.questions[0] ?? '已不在的问答', detail: '撤下这条问答' };
  }
  if (of === 'ruling')
    return {
      title: guide.openPoints.find((each) => each.id === id)?.title ?? id,
      detail: '撤下这条口径，回到指南未定的状态',
    };
  return { title: `“${id.slice(id.indexOf('|') + 1)}”`, detail: '撤下这个说法' };
}
