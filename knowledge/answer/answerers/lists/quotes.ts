/** What answers about the lists quote of the guide itself: the titles of its lists, and which priority they give. */
import type { Guide } from '../../../guide.ts';
import type { GuideCitation } from '../../draft.ts';

/** The title of a list. */
export function titleQuote(list: '附1' | '附3', { appendices }: Guide): GuideCitation[] {
  return appendices.flatMap(({ id, title }) => (id === list ? [{ clause: list, quote: title }] : []));
}

/** The priority that a list gives, without what is said beside it (，或与国（境）外共建联合实验室的项目). */
export function priorityQuote(kind: Guide['priorities'][number]['kind'], { priorities }: Guide): GuideCitation[] {
  return priorities.flatMap(({ kind: own, clause, quote }) =>
    own === kind ? [{ clause, quote: quote.replace(/，或.*$/u, '') }] : [],
  );
}

/** That the list is not the whole of it: 附1标题注明“（部分）”; nothing where the title does not say so. */
export function inPart({ appendices }: Guide, more = ''): string {
  const note = appendices.find(({ id }) => id === '附1')?.note;
  return note === undefined ? '' : `附1标题注明“${note}”${more}。`;
}
