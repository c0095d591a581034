/**
 * Reads an answer about a list of things: which are there, which are not, what is said of the rest.
 * 「写了分工，没写收益」「除了3都有」「分工、指标这两样有，别的没有」「都齐，就差收益」.
 */
import { maxInput } from '../reading.ts';
import { Ledger } from './listedLedger.ts';
import type { Listed } from './listedResult.ts';
import type { Item } from './listedWords.ts';
import { statements } from './tidy.ts';

/** What belongs to other questions. */
const elsewhere = /(?<![补新所])签(?:了|好|过|字|署|名|完|上|$)|(?<![涵覆])盖|章(?!节)|高亮|翻译|日期/;

/** Undefined when the text names nothing of the list and says nothing of all of it. */
export function readListed<Id extends string>(
  text: string,
  items: readonly Item<Id>[],
  order: readonly Id[] = [],
): Listed<Id> | undefined {
  if (text.length > maxInput) return undefined;
  const said = statements(withPlainExceptions(text));
  return said && tally(said, items, { order, elsewhere });
}

/** 除了没写收益，别的都写了 excepts 收益. */
export function withPlainExceptions(text: string): string {
  return (
    text
      .replace(
        /除了?(?:还)?(?:没有?|未|缺|少|差)(?:写|做|弄|填|标|盖|签)?(?:了|上)?(?=[^,，。;；]{1,10}[^。;；]{0,4}(?:别的|其他|其它|其余|剩下|都|全|均))/g,
        '除了',
      )
      // 除了可实施性一段空着，其他….
      .replace(
        /除了?([^,，。;；没未空]{1,16}?)(?:那?一?[段块]|这[块段]|部分)?(?:还|目前|暂时)?(?:空着|空白|空缺|缺着|待补|待写)(?:的|以?外|之外)?(?=[,，])/g,
        '除了$1',
      )
      // 除了专利归谁、赚了钱怎么分，这两样没写，别的都有.
      .replace(
        /除了?([^。;；没冇未除]{1,30}?)[,，、\s]+(?:就)?(?:这|那)[两2俩二三3几四](?:[样个项点条处块]|方面)?(?:都|也|还|是)?(?:没有?|冇|未)(?:写|提|约定|明确|列|定)?(?:进去|上|到|的)?(?:以?外|之外)?(?=[,，。\s])/g,
        '除了$1',
      )
      .replace(
        /除了?([^,，。;；没未]{1,16})(?:没有?|未)(?:写|提|约定|明确|列|定)(?:进去|上|到)?(?:以?外|之外)?(?=[,，])/g,
        '除了$1',
      )
  );
}

/** The same of sentences that are tidy already; clauses about `elsewhere` that name nothing of the list are left out. */
export function tally<Id extends string>(
  sentences: readonly string[],
  items: readonly Item<Id>[],
  about: { order?: readonly Id[]; elsewhere?: RegExp },
): Listed<Id> | undefined {
  return new Ledger(items, about).read(sentences);
}
