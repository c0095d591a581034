/** 附3 as a whole: how many bases and hosts, which, of what type. */
import { numeral } from '../../../fill.ts';
import type { Base } from '../../../guideSchema.ts';
import type { Draft } from '../../draft.ts';
import { baseCitation, centre } from './bases.ts';
import { isDenied, isSpoken } from './baseTypes.ts';
import { type Frame, has, kindsOf } from './frame.ts';
import { titleQuote } from './quotes.ts';
import { counts, total } from './total.ts';

export function baseTotals(frame: Frame): Draft[] {
  const { asked, guide } = frame;
  const uses = [
    'list-base',
    'list-base-plain',
    'list-host',
    'list-base-type',
    'list-most',
    'academic-unit',
    'enterprise',
    'negative',
    'list-host-of',
    ...centre(frame),
  ];
  const hosts = [...Map.groupBy(guide.bases, ({ host }) => host)];
  const found: Draft[] = [];
  const types = [...Map.groupBy(guide.bases, ({ type }) => type)];
  const spoken = types.filter(([name]) => isSpoken(asked.text, name));
  // 不是示范型也不是创新园: the one that is left
  const rest = types.filter(([name]) => !isDenied(asked.text, name));
  const left = rest.length === 1 && spoken.length > 1 ? rest[0] : undefined;
  const type =
    spoken.find(([name]) => !isDenied(asked.text, name)) ?? left ?? (spoken.length > 1 ? undefined : spoken[0]);
  if (type && type[1].length < 3)
    found.push(
      total(frame, {
        id: 'base.type',
        zh: `${type[0]}有${type[1].length}个：${type[1].map(({ name, host, no }) => `${name}（附3第${no}个，依托${host}）`).join('、')}。`,
        en: `${type[1].length}: ${type[1].map(({ name, host, no }) => `${name} (no. ${no}, ${host})`).join(', ')}.`,
        citations: type[1].slice(0, 2).map(baseCitation),
        uses,
        bonus: 1.9,
      }),
    );
  else if (type || has(asked, 'list-base-type') || /[几哪些什么]类/.test(asked.text))
    found.push(
      total(frame, {
        id: 'base.types',
        zh: `${guide.counts.bases}个基地分${numeral(types.length)}类：${types.map(([name, own]) => `${name}${own.length}个${own.length < 3 ? `（${own.map((each) => each.name).join('、')}）` : ''}`).join('，')}。`,
        en: `The ${guide.counts.bases} bases are of ${types.length} types: ${types.map(([name, own]) => `${name} ${own.length}${own.length < 3 ? ` (${own.map((each) => `${each.name}, ${each.host}`).join('; ')})` : ''}`).join(', ')}.`,
        citations: titleQuote('附3', guide),
        uses,
        bonus: 1.9,
      }),
    );
  const field = fieldOf(asked.text);
  const onField = field ? guide.bases.filter(({ name, host }) => field.test(name + host)) : [];
  if (onField.length > 0)
    found.push(
      total(frame, {
        id: 'base.field',
        zh: `附3里名称或依托单位写到这方面的有${onField.length}个：${onField.map(({ name, host, no, type }) => `${name}（第${no}个，${type}，依托${host}）`).join('、')}。`,
        en: `${onField.length}: ${onField.map(({ name, host }) => `${name} (${host})`).join(', ')}.`,
        citations: onField.slice(0, 2).map(baseCitation),
        uses: [...uses, ...kindsOf(frame.asked)],
        bonus: 2.6,
      }),
    );
  const kind = hostKind(asked.text);
  if (kind) {
    const own = guide.bases.filter(({ ours }) => ours.hostKind === kind);
    const names = [...new Set(own.map(({ host }) => host))];
    found.push(
      total(frame, {
        id: 'base.kind',
        zh: `依托单位里${kind}有${names.length}家：${names.join('、')}，共${own.length}个基地。`,
        en: `${names.length} such hosts: ${names.join(', ')}.`,
        citations: titleQuote('附3', guide),
        uses,
        bonus: 1.9,
      }),
    );
  }
  if (/两个|2个|不止一个|多个/.test(asked.text) && !has(asked, 'list-priority')) {
    const more = hosts.filter(([, own]) => own.length > 1);
    found.push(
      total(frame, {
        id: 'base.two',
        zh: `有两个基地的依托单位有${more.length}家：${more.map(([host, own]) => `${host}（${own.map(({ name }) => name).join('、')}）`).join('；')}。`,
        en: `${more.map(([host]) => host).join(', ')}.`,
        citations: titleQuote('附3', guide),
        uses,
        bonus: 1.9,
      }),
    );
  }
  const wantsAll = /哪|名单|清单|列|谁|分别|都有|都是|list|which/.test(asked.text);
  if (!wantsAll && !counts.test(asked.text) && asked.text.length > 9) return found;
  found.push(
    total(frame, {
      id: 'base.total',
      zh: /哪|名单|清单|列|谁|分别|都是|都有|依托谁|list/.test(asked.text)
        ? `附3有${guide.bases.length}家国家级国际科技合作基地、${hosts.length}家依托单位：${hosts.map(([host, own]) => `${host}（${own.map(({ name }) => name).join('、')}）`).join('；')}。`
        : `江西省有${guide.bases.length}家国家级国际科技合作基地（附3），依托单位${hosts.length}家${severalOf(hosts)}。`,
      en: `${guide.bases.length} bases, ${hosts.length} hosts (Annex 3)${/which|list|who|all|name/.test(asked.text) ? `: ${hosts.map(([host, own]) => `${host} (${own.map(({ name }) => name).join(', ')})`).join('; ')}` : ''}.`,
      citations: titleQuote('附3', guide),
      uses,
      bonus:
        /哪|名单|清单|列|谁|都|\blist\b/.test(asked.text) || counts.test(asked.text)
          ? has(asked, 'list-base') || /\ball\b|\d+ base/.test(asked.text)
            ? 1.5
            : 0.2
          : -0.5,
    }),
  );
  return found;
}

/** （东华理工大学、江西师范大学各2个）: hosts of more than one. */
function severalOf(hosts: readonly (readonly [string, readonly Base[]])[]): string {
  const more = [...Map.groupBy(hosts, ([, own]) => own.length)].filter(([size]) => size > 1);
  const said = more.map(
    ([size, same]) => `${same.map(([host]) => host).join('、')}${same.length > 1 ? '各' : ''}${size}个`,
  );
  return said.length === 0 ? '' : `（${said.join('，')}）`;
}

/** What the bases work on, as people say it, and how their names write it. */
const fieldsOfBases: readonly (readonly [RegExp, RegExp])[] = [
  [/医药|药|医疗|医学|生物|pharma|medic|biolog|drug/, /医药|医疗/],
  [/航空|飞机|飞行|航天|aviation|aircraft|aerospace/, /直升机|飞行器/],
  [/农业|农|水稻|稻|agricultur|rice|farming/, /农业|水稻/],
  [/材料|material/, /材料/],
  [/陶瓷|瓷|ceramic|porcelain/, /陶瓷|电瓷/],
  [/环境|生态|环保|湖|environment|ecolog|lake/, /环境|生态/],
  [/软件|计算机|网络|software|comput/, /软件/],
  [/食品|food/, /食品/],
  [/核(?!心|实|对|查|准)|nuclear/, /核资源/],
  [/质谱|仪器|mass spectro|instrument/, /质谱/],
  [/磨|砂轮|abrasive|grinding/, /磨具/],
  [/绝缘|高压|insulat|high[- ]voltage/, /绝缘/],
  [/膜|membrane/, /无机膜/],
  [/[钨铜]|tungsten|copper|surface/, /钨/],
  [/直升|helicopter/, /直升机/],
];

/** 搞医药的基地有哪些; none where the question names no field. */
function fieldOf(text: string): RegExp | undefined {
  const plain = text.replace(/国际科技合作|国合|依托单位|高新技术/g, '');
  return fieldsOfBases.findLast(([asks]) => asks.test(plain))?.[1];
}

function hostKind(text: string): string | undefined {
  if (!/哪|几|多少|谁|都有|列|有.{0,12}(?:吗|么|没|不$)|how many|which|list/.test(text)) return undefined;
  if (/高校|大学|院校|universit/.test(text)) return '高校';
  return /企业|公司|compan|enterprise|firm/.test(text) ? '企业' : undefined;
}
