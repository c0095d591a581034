/** What announces the overseas partner and its facts. */
import type { PartnerKind } from '../facts.ts';
import { isPlaceOf } from '../places/candidates.ts';
import { countryMentions } from '../places/mentions.ts';
import { readPlace } from '../places/readPlace.ts';
import type { AnswerContext, Patch } from '../question.ts';
import { asFacts, dateAnswer, withPartner } from '../questions/build.ts';
import { readBasis } from '../read/readBasis.ts';
import { readPartnerKind } from '../read/readPartnerKind.ts';
import { kindOfPartner } from '../read/readPartners.ts';
import { readUsReport } from '../read/readUsReport.ts';
import type { Reading } from '../reading.ts';
import { anyone, type Cue, taken } from './cue.ts';

const kinds = '株式会社|大学|高校|企业|公司|研究所|研究院|科研机构|医院|学院|机构|单位|学校|工厂';
const nameless = new RegExp(
  `(?:(?:那边|那里|当地)?的?(?:一|那|某|这)[家所个]|(?:那边|那里|当地)?的|^)(?:国立|公立|私立|民营|当地)?的?(${kinds})(?:那边|那里)?(?:一起|共同)?(?:的|做|弄|搞|了)*$`,
);
/** 跟瑞典一所大学一起做, 和德国慕尼黑工大合作, 与乌兹别克斯坦塔什干一家国立研究所长期合作. */
const withWhom =
  /(?:和|跟|与|同)(?!我们)([^,]{2,40}?)(?:(?:说好|定好|定下|约好|联合|共同|一起|长期|开展|搞|进行|稳定)*(?:合作|一起|联合|共建|共同|搞|弄|做|申报|报(?!告|社|纸|名)|签|说好|定好|定下|约好|已?经?建)|(?:0\d|\d{4}|9\d)年|$)/;
const cooperation = /^(?:这次)?([^,和跟与同]{2,12}?)的?合作(?:方|单位|伙伴)?$/;
const setsOut = new RegExp(`^([^,]{2,40}?(?:${kinds}))(?:跟|和|与)我们`);
const isPartner =
  /^(?:我们?)?找(?:的|好的?|了|好了)是?|^(?:我们?定(?:下来|好)?的|(?:那个|这个|我们?的?|我们那个|现在|目前|跟|这次)*(?:外方|境外方|境外单位|国外单位|合作方|合作单位|合作伙伴|合作机构|老外|对方|合作的?单位|境外合作单位|外方单位))(?:的?(?:名称|名字|单位))?(?:是|在|叫做?|为|来自|位于|定的|就是|选的|找的是|换成|:)*/;
const soft = /^(?:是|在|叫|来自|位于|现在|换成|改成|定下来的|定的|就是|为|那家|一家|那所|,)+/;
const worked =
  /[\p{Script=Han}]过(?!敏|程|滤|渡|氧|半)|论文|的(?:老师|人|朋友|同事|教授|学者|专家)|很熟|认识|访问|留学|进口|买的|出差|开会|毕业|读的|引进|人合作|客户|考察/u;

/** The words that name the partner: behind 跟…合作, behind 外方是, or the clause that goes on about it. */
function wordsFor(text: string, about: string): string | undefined {
  if (isPartner.test(text)) return text.replace(isPartner, '');
  const whom = (withWhom.exec(text)?.[1] ?? setsOut.exec(text)?.[1] ?? cooperation.exec(text)?.[1])?.replace(
    /是?(?:头一|第一|首)[回次]$/,
    '',
  );
  if (whom !== undefined && (about !== 'partner' || countryMentions(whom).length > 0)) return whom;
  return about === 'partner' ? text.replace(soft, '') : undefined;
}

function placeIn(words: string): { country?: string; city?: string; name?: string } | undefined {
  const bare = words
    .replace(soft, '')
    .replace(/(?:当地|那边)?(?:正式)?(?:注册|登记|成立)的?$/, '')
    .replace(nameless, '')
    .replace(/(?:那边|那里|那|的|了)+$/, '');
  const reading = readPlace(bare === '' ? words : bare);
  if (reading?.is === 'value') return reading.value;
  // The town may be one that the reader is not sure of; the country was said all the same.
  const said = new Set(countryMentions(words).map((mention) => mention.country.zh));
  const [country] = said;
  if (said.size !== 1 || country === undefined) return undefined;
  const [mention] = countryMentions(bare);
  const town = mention === undefined ? '' : bare.slice(mention.end).replace(/^的/, '');
  return { country, ...(mention && town !== '' && isPlaceOf(town, mention.country.code) && { city: town }) };
}

function readWho(text: string, context: AnswerContext, about: string): Reading<Patch> | undefined {
  const words = wordsFor(text, about);
  if (words === undefined || words === '') return undefined;
  const [first] = countryMentions(words.replace(soft, ''));
  const abroad = countryMentions(words).filter(({ country }) => !country.mainland && country.zh !== '国际组织');
  // The country stands first, and what follows is a town, a name or a kind: no 美国人自己的事.
  if (abroad.length > 0 && first?.start !== 0) return undefined;
  if (new Set(abroad.map((mention) => mention.country.zh)).size > 1) return undefined;
  const named = /叫做?|全称|名称/.test(text.slice(0, text.length - words.length) + words.slice(0, 2));
  const place = abroad.length > 0 ? placeIn(words) : undefined;
  const rest = first === undefined ? '' : words.replace(soft, '').slice(first.end);
  const known = place?.city !== undefined || place?.name !== undefined || nameless.test(words);
  const plain = /^(?:那边|那里|方面|的|了|当地)*$/.test(rest);
  const spoken = words !== text && /^[\p{Script=Han}]{2,8}$/u.test(rest) && !/[人文语叫说自己谁]/.test(rest);
  if (abroad.length > 0 && !known && !plain && !spoken) return undefined;
  const city = about === 'partner' && abroad.length === 0 ? cityIn(words, context) : undefined;
  if (city !== undefined) return taken(withPartner(context, { city }));
  const name = place?.name ?? (named && /^[^,]{3,30}$/.test(words) ? words.replace(soft, '') : undefined);
  const told = name !== undefined && proper(name) ? kindByName(name) : undefined;
  const kind = name !== undefined && proper(name) ? undefined : nameless.exec(words)?.[1];
  return taken(
    place || name !== undefined
      ? withPartner(context, {
          country: place?.country,
          city: place?.city,
          name: name !== undefined && proper(name) ? name : undefined,
          kind: kind === undefined ? told : kindOf(kind),
        })
      : undefined,
  );
}

const several = /(?:外方|合作方|合作单位|境外)[^,，]{0,4}[两二2三3][家个]/;
const single = new RegExp(`^(?!.*${several.source})`, 's');
const oneOf = /^(?:(?:第?[一二三1-3]|另一|另外一|还有一)[家个](?:是|在|为|叫)?)(?=[\p{Script=Han}]{3})/u;

function readSeveral(text: string, between: RegExp | string = '，'): Reading<Patch> | undefined {
  const places = text.split(between).map((part) => {
    const words = part.replace(oneOf, '');
    const place = placeIn(words);
    const kind = nameless.exec(words)?.[1];
    const name = place?.name;
    const of = name !== undefined ? kindByName(name) : kind === undefined ? undefined : kindOf(kind);
    return place?.country === undefined ? undefined : { ...place, ...(of && { kind: of }) };
  });
  const all = places.flatMap((place) => (place ? [place] : []));
  return all.length > 1 && all.length === places.length ? taken({ partners: all }) : undefined;
}

function kindByName(name: string): PartnerKind | undefined {
  return kindOfPartner(name, name) ?? (/(?:研究院|研究所|科学院)$/.test(name) ? 'research-institute' : undefined);
}

/** 波士顿的, said of a partner whose country is known. */
function cityIn(words: string, { facts, index }: AnswerContext): string | undefined {
  if (!/^[\p{Script=Han}]{2,10}(?:的|市|那边)?$/u.test(words)) return undefined;
  const reading = readPlace(words.replace(/(?:正式)?(?:注册|登记|成立)的?$/, ''));
  if (reading?.is !== 'value' || reading.value.name !== undefined) return undefined;
  return reading.value.country === facts.partners?.[index]?.country ? reading.value.city : undefined;
}

/** 一家公司, 那所大学 are no names. */
function proper(name: string): boolean {
  return (
    !new RegExp(
      `一[家所个]|那[家所个]|^(?:${kinds})$|的|于|年|该|是|第|^株式会社$|啥|什么|^(?:初创|科技|医药|生物|民营|国有|本地|当地|知名|著名|上市|外资|跨国)(?:${kinds})$`,
    ).test(name) && name.length >= 3
  );
}

function kindOf(word: string): PartnerKind | undefined {
  const reading = readPartnerKind(/工厂|株式会社/.test(word) ? '企业' : word);
  return reading?.is === 'value' ? reading.value.kind : undefined;
}

const partners = ['partners'];
const dated = /(?:19|20)\d\d|[01]\d年|[1-9]\d年|[一二][〇零九八][〇零一二三四五六七八九]{2}/;

export const partnerCues: readonly Cue[] = [
  {
    // 合作方有两家，一家荷兰的大学，一家比利时的企业
    question: 'partner.who',
    about: ['partner'],
    beside: several,
    cue: oneOf,
    joins: oneOf,
    keeps: partners,
    read: (text, context) => (context.facts.partners?.length ? undefined : readSeveral(text)),
  },
  {
    // 外方两家：法国图尔大学、韩国全南大学
    question: 'partner.who',
    about: anyone,
    moods: ['planned'],
    cue: new RegExp(`(?:${kinds})(?:[(（][^()（）]*[)）])?(?:、|和|以及|与|及)[^,]*(?:${kinds})`),
    not: new RegExp(`${worked.source}|(?:还没|不(?:是|跟|和|与|再))|或|退出|停了`, 'u'),
    keeps: partners,
    read: (text, context, clause) => {
      const words = wordsFor(text, clause.about);
      if (words === undefined || context.facts.partners?.length) return undefined;
      return readSeveral(words, /、|和|以及|与|及/);
    },
  },
  {
    question: 'partner.who',
    about: anyone,
    beside: single,
    moods: ['planned'],
    cue: /[\p{L}]{2}/u,
    not: new RegExp(
      `${worked.source}|(?:[想要再去在]|打算|准备|还没)找|^(?:我们?)?找(?!的是|好|了)|谈(?!好)|不(?:是|跟|和|再|想)|没(?:有|跟|和)|黄了|取消|退出|停了|聘[书用函任]|原单位`,
      'u',
    ),
    keeps: partners,
    read: (text, context, clause) =>
      clause.mood === 'planned' && !/合作|一起|联合|[搞做报]/.test(text)
        ? undefined
        : readWho(text, context, clause.about),
  },
  {
    question: 'partner.registered',
    about: ['partner'],
    moods: ['past'],
    cue: /成立|注册|登记|建(?:的|校|立)|创(?:办|立|建)|开的|就有了|办的/,
    not: /不是|没|未|实验室|中国|在华|子公司|分公司|合作|协议/,
    keeps: partners,
    read: (text, context) => {
      if (!dated.test(text)) return undefined;
      const overseas =
        /境外|国外|当地|海外|本国|他们那边/.test(text) || countryMentions(text).some((each) => !each.country.mainland);
      return asFacts(dateAnswer(text, context.today, undefined, { recent: true }), (value) =>
        withPartner(context, { registrationDate: value, registeredOverseas: overseas ? true : undefined }),
      );
    },
  },
  {
    question: 'partner.legal',
    about: ['partner'],
    cue: new RegExp(
      `^(?:他们|它|外方|对方|合作方|合作单位|境外方|那个外方|那边)?(?:就)?是(?:一?[家所个]|个|家)?(?:国立|公立|私立|当地的?)?的?(?:${kinds})|独立法人|法人资格|^一[家所个](?:${kinds})$`,
    ),
    not: /不是独立|没有|学院里|下面|下属|里的|系|课题组/,
    keeps: partners,
    read: (text, context) =>
      asFacts(readPartnerKind(text), ({ kind, legalPerson }) => withPartner(context, { kind, legalPerson })),
  },
  {
    question: 'partner.basis',
    about: anyone,
    cue: /(?:第一次|头一[回次]|首次|刚开始|才开始)合作|合作[^,]{0,4}(?:稳定|长期)|合作[^,]{0,5}(?:好几|很多|好多)年|合作(?:了|有|已经?|差不多)*[\d一二三四五六七八九十]+[多几]?年|长期(?:稳定)?(?:的)?合作|稳定的?(?:合作)?基础|合作(?:了)?(?:好几|很多|多|[\d一二两三四五六七八九十]+)年|合作基础|佐证/,
    not: /申报书|没有|没|不(?!错)|国内/,
    joins: /佐证|作附件|附上了|基础/,
    keeps: ['partners', 'agreement.basisEvidenceAttached'],
    read: (text, context) => {
      const known = (context.facts.partners?.length ?? 0) > 0;
      return asFacts(readBasis(text), ({ longTermBasis, evidence }) => ({
        ...(known && withPartner(context, { longTermBasis })),
        // Proof alone may be attached for something else than the cooperation.
        'agreement.basisEvidenceAttached': /佐证|附件|附上|证明|材料/.test(text) ? evidence : undefined,
      }));
    },
  },
  {
    question: 'us.report',
    about: anyone,
    beside: /美国|美方/,
    cue: /报告(?!(?:书|里|上))|报过|没报|同意/,
    not: /申报|审计|检测|推荐/,
    joins: /同意|报告/,
    keeps: ['us.reported', 'us.consent'],
    read: (text) =>
      asFacts(readUsReport(text), ({ reported, consent }) => ({
        'us.reported': reported === true && /(?:没|未)(?:有)?(?:上|汇)?报/.test(text) ? false : reported,
        'us.consent': consent,
      })),
  },
];
