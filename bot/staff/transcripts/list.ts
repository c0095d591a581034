/** What the list of conversations shows: one page of what fits a filter, and where in each the text was found. */
import { saidIn } from '../../../state/said.ts';
import type { Store } from '../../../state/store.ts';
import type { Summary, SummaryFilter } from '../../../state/summary.ts';

/** A line in which the text stands. */
export interface Hit {
  seq: number;
  from: 'person' | 'bot' | 'staff';
  said: string;
}

export interface ListedTalk {
  summary: Summary;
  hits: readonly Hit[];
  /** There are more hits than those. */
  moreHits: boolean;
}

export interface TalkList {
  /** How many fit, or at least so many. */
  total: number;
  /** There are more than `total`: a text that most conversations hold is not counted to the end. */
  more: boolean;
  /** 1 is the first. */
  page: number;
  pages: number;
  talks: readonly ListedTalk[];
}

const perPage = 50;
/** Conversations that hold a text are counted so far, or as far as the page asked for. */
export const counted = 200;
/** Lines shown of each conversation that holds the text. */
const mostHits = 3;

/** What fits, counted to the end but for a text, where `more` tells that there are more than `most`. */
export async function countedTalks(
  summaries: Store['summaries'],
  filter: SummaryFilter,
  most: number,
): Promise<{ found: readonly Summary[]; more: boolean }> {
  if (filter.text === undefined) return { found: await summaries.find(filter), more: false };
  const found = await summaries.find(filter, most + 1);
  return { found: found.slice(0, most), more: found.length > most };
}

/** One page of the list; a page behind the last one is the last one. */
export async function talkList(
  { summaries, transcripts }: Pick<Store, 'summaries' | 'transcripts'>,
  filter: SummaryFilter,
  page: number,
  most = counted,
): Promise<TalkList> {
  const { found, more } = await countedTalks(summaries, filter, Math.max(most, (page + 1) * perPage));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const shown = Math.min(Math.max(1, page), pages);
  const here = found.slice((shown - 1) * perPage, shown * perPage);
  const { text } = filter;
  const ids = here.map(({ conversation }) => conversation);
  const held = text === undefined ? undefined : await transcripts.hits(ids, text, mostHits + 1);
  const talks = here.map((summary): ListedTalk => {
    const lines = held?.get(summary.conversation) ?? [];
    const hits = lines.slice(0, mostHits).map(({ seq, from, activity }) => ({ seq, from, said: saidIn(activity) }));
    return { summary, hits: hits.reverse(), moreHits: lines.length > mostHits };
  });
  return { total: found.length, more, page: shown, pages, talks };
}

/** The page that an address asks for. */
export function pageOf(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? '1');
  return Number.isInteger(page) && page >= 1 && page < 1_000_000 ? page : 1;
}
