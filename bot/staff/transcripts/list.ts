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
  /** How many fit. */
  total: number;
  /** 1 is the first. */
  page: number;
  pages: number;
  talks: readonly ListedTalk[];
}

const perPage = 50;
/** Lines shown of each conversation that holds the text. */
const mostHits = 3;

/** One page of the list; a page behind the last one is the last one. */
export async function talkList(
  { summaries, transcripts }: Pick<Store, 'summaries' | 'transcripts'>,
  filter: SummaryFilter,
  page: number,
): Promise<TalkList> {
  const found = await summaries.find(filter);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const shown = Math.min(Math.max(1, page), pages);
  const here = found.slice((shown - 1) * perPage, shown * perPage);
  const { text } = filter;
  const talks = await Promise.all(
    here.map(async (summary): Promise<ListedTalk> => {
      if (text === undefined) return { summary, hits: [], moreHits: false };
      const { conversation } = summary;
      const { items, next } = await transcripts.search({ conversation, text }, { most: mostHits });
      const hits = items.map(({ line }) => ({ seq: line.seq, from: line.from, said: saidIn(line.activity) }));
      return { summary, hits: hits.reverse(), moreHits: next !== undefined };
    }),
  );
  return { total: found.length, page: shown, pages, talks };
}

/** The page that an address asks for. */
export function pageOf(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? '1');
  return Number.isInteger(page) && page >= 1 && page < 1_000_000 ? page : 1;
}
