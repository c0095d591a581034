import { TfIdf } from 'natural/lib/natural/tfidf/index.js';

/** What a reader must know of one direction of the guide. */
export interface DirectionText {
  readonly number: number;
  readonly title: string;
  readonly content?: string | undefined;
  /** The field's own words for it. */
  readonly ours?: { terms?: readonly string[] | undefined } | undefined;
  readonly categoryId: string;
}

/** How much of a person's words one direction's text covers: 0 nothing, 1 everything. */
export interface TopicScore {
  number: number;
  title: number;
  whole: number;
}

const filler =
  /我们|咱们|自己|老师|课题组|主要|大概|关于|方面|有关|相关|那个|这个|那块|这块|领域|类的|打算|准备|计划|希望|选题|方向|申报|课题|项目|合作|研究|研发|开发|技术|国际|国家|新型|示范|产业化?|重大|高端|数字化|平台|系统|装备|影响|因素|特征|能力|关键|应用|及其|以及|的|做|搞|报|选|想|是|个|和|与|及|了|吧|一下/g;

/** Pairs of neighbouring Han characters and whole Latin words; what only fills a sentence parts them. */
export function topicTokens(text: string): string[] {
  const tokens = new Set<string>();
  for (const [part] of text
    .toLowerCase()
    .replace(filler, ' ')
    .matchAll(/\p{Script=Han}+|[a-z][a-z0-9]+/gu)) {
    const signs = [...part];
    if (/^[a-z]/.test(part)) tokens.add(`:${part}`);
    else for (let at = 0; at + 1 < signs.length; at += 1) tokens.add(`${signs[at]}${signs[at + 1]}`);
  }
  return [...tokens];
}

interface Index {
  titles: TfIdf;
  wholes: TfIdf;
}

const indexes = new WeakMap<readonly DirectionText[], Index>();

function indexOf(directions: readonly DirectionText[]): Index {
  const known = indexes.get(directions);
  if (known) return known;
  const index: Index = { titles: new TfIdf(), wholes: new TfIdf() };
  for (const { title, content } of directions) {
    // token arrays: a Chinese string would lose every Han character
    index.titles.addDocument(topicTokens(title));
    index.wholes.addDocument(topicTokens(`${title} ${content ?? ''}`));
  }
  indexes.set(directions, index);
  return index;
}

/** The share of the words' weight (rare pairs weigh more) that each direction's title and whole text hold, best first. */
export function topicScores(words: string, directions: readonly DirectionText[]): TopicScore[] {
  const tokens = topicTokens(words);
  if (tokens.length === 0) return [];
  const { titles, wholes } = indexOf(directions);
  const weight = tokens.reduce((sum, token) => sum + wholes.idf(token), 0);
  return directions
    .map(({ number }, at) => ({
      number,
      title: covered(tokens, titles, wholes, at) / weight,
      whole: covered(tokens, wholes, wholes, at) / weight,
    }))
    .filter(({ whole }) => whole > 0)
    .sort((one, other) => other.whole + other.title - (one.whole + one.title));
}

/** Tokens of a document are distinct, so that the measure of one is its weight or nothing. */
function covered(tokens: string[], documents: TfIdf, weights: TfIdf, at: number): number {
  return tokens.reduce((sum, token) => sum + (documents.tfidf([token], at) > 0 ? weights.idf(token) : 0), 0);
}
