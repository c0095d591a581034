/** Why an answer is as it is, in a few words instead of a score: what people at a help desk see beside a draft. */
import type { Answer } from './compose.ts';

/** 命中附5 三（一） · 命中咨询台答复（2023-05-08） · 指南未规定 · 要先问清楚 · 不属于指南的问题. */
export function reasonOf({ status, citations }: Pick<Answer, 'status' | 'citations'>): string {
  switch (status) {
    case 'answered': {
      const sources = [...new Set(citations.map(sourceOf))];
      return sources.length > 0 ? `命中${sources.join('、')}` : '不涉及指南条款';
    }
    case 'not-in-guide':
      return '指南未规定';
    case 'clarify':
      return '要先问清楚';
    case 'declined':
      return '不属于指南的问题';
  }
}

const sourceOf = (citation: Answer['citations'][number]): string =>
  'clause' in citation ? citation.clause : `${citation.source}（${citation.date}）`;
