/** A document of 附1 that a question names in part: 旗舰计划, 第二十六届例会, 中西卡计划. */
import type { Agreement, Guide } from '../../../guide.ts';
import { countryByCode } from '../../../places/country.ts';
import type { Asked } from '../../asked.ts';
import type { Said } from './said.ts';

export interface NamedDocument {
  agreement: Agreement;
  document: string;
}

/** Signs that a piece of a title must have at least to be its own. */
const least = 3;
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[《》“”"'\s]/g, '');
/** 科技合作, 谅解备忘录 and the like stand in many titles and in many questions. */
const common =
  /中国|中华人民共和国|共和国|政府间?|科技|科学|技术|合作|创新|协议|协定|谅解|备忘录|会议|纪要|联合|关于|开展|项目|委员会|联委会|指南|国家|领域|深化|应用|研究所?|研发|重点|国际|支持|产业|方面|哪|什么|几/gu;

const indexes = new WeakMap<Guide, ReadonlyMap<string, ReadonlySet<string>>>();

/** Pieces of three signs and the parties in whose titles they stand. */
function indexOf(guide: Guide): ReadonlyMap<string, ReadonlySet<string>> {
  const known = indexes.get(guide);
  if (known) return known;
  const made = new Map<string, Set<string>>();
  for (const { no, documents } of guide.agreements)
    for (const document of documents) {
      const text = plain(document);
      for (let at = 0; at + least <= text.length; at++) {
        const piece = text.slice(at, at + least);
        made.set(piece, (made.get(piece) ?? new Set()).add(no));
      }
    }
  indexes.set(guide, made);
  return made;
}

/** The documents, at most three, that alone have the longest piece of the question; none when only a party is named. */
export function documentsNamed(asked: Asked, guide: Guide): NamedDocument[] {
  let text = asked.text;
  for (const { start, end, is } of asked.mentions)
    if (is === 'country' || is === 'party') text = text.slice(0, start) + '\n'.repeat(end - start) + text.slice(end);
  const codes = asked.mentions.flatMap((each) => (each.is === 'country' ? (countryByCode(each.code)?.zh ?? []) : []));
  const said = plain(text.replace(/flagship(?:计划)?/g, '旗舰计划').replace(/\n+/g, '|')).replace(common, '|');
  const index = indexOf(guide);
  const pieces = new Set<string>();
  for (let at = 0; at + least <= said.length; at++) {
    const piece = said.slice(at, at + least);
    if ((index.get(piece)?.size ?? 99) <= (codes.length > 0 ? 3 : 1)) pieces.add(piece);
  }
  if (pieces.size === 0) return [];
  const scored = guide.agreements
    .filter(({ party }) => codes.length === 0 || codes.includes(party ?? ''))
    .flatMap((agreement) =>
      [...new Set(agreement.documents)].map((document) => {
        const own = plain(document);
        return { agreement, document, hits: [...pieces].filter((piece) => own.includes(piece)).length };
      }),
    );
  const best = Math.max(0, ...scored.map(({ hits }) => hits));
  const found = scored.filter(({ hits }) => hits === best && hits > 0);
  return found.length <= 3 ? found : [];
}

/** Fields that a title of 附1 or what we say of its scope may name. */
const fields =
  /食品科学技术中心|先进材料|材料|食品|农业|生物技术|生物多样性|气候|交通|数字|基础设施|能源|产业技术|产业研究|联合实验室|理化学|旗舰/g;

const fieldsInEnglish: readonly (readonly [RegExp, string])[] = [
  [/climate/, '气候'],
  [/biodiversity/, '生物多样性'],
  [/food/, '食品'],
  [/agricultur|farming/, '农业'],
  [/biotech/, '生物技术'],
  [/material/, '材料'],
  [/energy/, '能源'],
  [/transport/, '交通'],
  [/digital|infrastructure/, '数字'],
  [/industrial/, '产业'],
  [/joint lab/, '联合实验室'],
  [/flagship/, '旗舰'],
];

/** The agreements whose titles name a field of the question. */
export function agreementsOn(text: string, guide: Guide): NamedDocument[] {
  const english = fieldsInEnglish.flatMap(([form, word]) => (form.test(text) ? [word] : []));
  const wanted = [...new Set([...text.matchAll(fields)].map(([word]) => word)), ...english];
  return guide.agreements.flatMap((agreement) =>
    [...new Set(agreement.documents)]
      .filter((document) => wanted.some((word) => document.includes(word)))
      .map((document) => ({ agreement, document })),
  );
}

/** In words: whose they are. */
export function onField(found: readonly NamedDocument[]): Said {
  const own = found.map(({ agreement, document }) => `${agreement.ours.label}：${document}`);
  return {
    zh: `附1里名称写到这个领域的有${found.length}份：${own.join('；')}。其他协议的名称没有写这个领域，项目是否在框架内由省科技厅认定。`,
    en: `${found.length} of the titles in Annex 1 name this field: ${own.join('; ')}.`,
    citations: found.slice(0, 2).map(({ agreement, document }) => ({ clause: `附1 ${agreement.no}`, quote: document })),
  };
}
