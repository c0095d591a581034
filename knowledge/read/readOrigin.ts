/** Where the lead is from; for others than mainlanders: employed here, full or part time, with which papers. */
import type { FactTypes, Origin } from '../facts.ts';
import type { Reading } from '../reading.ts';
import type { Aspect } from './aspects.ts';
import { sayAspects } from './readAspects.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, unknown, value } from './tidy.ts';

export interface ReadOrigin {
  readonly origin?: Origin;
  readonly employedByMainlandUnit?: boolean;
  readonly employment?: FactTypes['lead.employment'];
  readonly proofMainland?: boolean;
  readonly proofOverseas?: boolean;
}

/** Countries as people name them, from the runtime's own list. */
const countries = countryNames();
const nationality =
  /(?:国籍(?:是|为|:)?|持|入了?|加入)(?:的是)?([\p{Script=Han}]{2,8})|([\p{Script=Han}]{1,8}?)(?:国籍|籍|护照|公民|人|国人)(?![事才类员体工])/gu;
const foreignShort =
  /(?:美|英|德|法|日|韩|俄|加|意|荷|西|印|瑞|新|泰|越|巴|葡|比|奥)籍|外籍|外国人|外国国籍|老外|外国专家|外教|foreign/;
const mainlandWords =
  /内地|大陆|中国(?:公民|籍|国籍|人|的)|本国|国内(?!单位|高校|聘|全职|兼职|企业)|江西人|本地人|我国公民|大陆籍|^中国$|境内人士/;
const employer =
  /(?:内地|大陆|中国|国内|境内)(?:的)?(?:单位|高校|大学|企业|这边|一家|公司|聘|学校|研究所|医院|材料|合同|证明|.{0,6}(?:聘|任职|工作))|[受聘在到来](?:于|到|在)?(?:内地|大陆|中国|国内)/g;
const ownStaff = /在编|编制内|事业编/;
const hint = '请写是内地人士、外籍，还是香港、澳门、台湾人士，例如“内地人士”“德国籍，全职受聘南昌大学”。';

const proofs: Aspect<'mainland' | 'overseas'>[] = [
  {
    id: 'mainland',
    words: [
      '内地',
      '大陆',
      '我方',
      '中方',
      '国内',
      '境内',
      '本单位',
      '这边',
      '你们',
      '你们这边',
      '贵校',
      '内地单位',
      '我们单位',
      '学校',
      '两边',
      '双方',
      '两份',
      '两地',
    ],
  },
  {
    id: 'overseas',
    words: [
      '境外',
      '外方',
      '国外',
      '海外',
      '我学校',
      '我学校那边',
      '我们学校那边',
      '学校那边',
      '原学校',
      '我单位那边',
      '原单位',
      '那边',
      '境外单位',
      '对方',
      '两边',
      '双方',
      '两份',
      '两地',
    ],
  },
];

/** Reads origin and employment; a mainlander gets no employment facts. */
export function readOrigin(text: string): Reading<ReadOrigin> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = clauses(said).filter((part) => !/^(?:合作方|外方|对方|我导师|合作者)/.test(part));
  const origin = originOf(parts, whole);
  if (origin === 'several' && saysUnknown(whole)) return unknown;
  if (origin === 'several' || origin === 'which-of-three')
    return ask('请写明是香港、澳门还是台湾人士，或者内地、外籍。');
  if (origin !== undefined && saysMaybe(whole)) return ask(hint);
  if (origin === 'mainland') return value({ origin });
  const employment = employmentOf(parts);
  if (origin === undefined && Object.keys(employment).length === 0) {
    if (saysUnknown(whole)) return unknown;
    return /中国|内地|职工|本单位|我们单位|在职|正式|^(?:是|不是|都不是|有|没有)的?$|华裔|华人|绿卡|永居|外籍/.test(
      whole,
    )
      ? ask(hint)
      : undefined;
  }
  return value({ ...(origin === undefined ? {} : { origin }), ...employment });
}

function originOf(parts: readonly string[], whole: string): Origin | 'several' | 'which-of-three' | undefined {
  const found = new Set<Origin>();
  const denied = new Set<Origin>();
  for (const part of parts) {
    const clause = part.replace(employer, (hit) => (/^[受聘在到来]/.test(hit) ? '受聘' : '聘用'));
    const add = (origin: Origin, at: number) =>
      (/(?:不是|没有|并非|非|没|无|不算)[\p{Script=Han}]{0,3}$/u.test(clause.slice(0, at)) ? denied : found).add(
        origin,
      );
    const abroad = /留过学|留学|访学|毕业|工作过|进修|合作|读的/.test(clause);
    if (/港澳台/.test(clause)) {
      if (!/不是|非/.test(clause)) return 'which-of-three';
      denied.add('hk');
    }
    const home = mainlandWords.exec(clause);
    if (home !== null && !abroad && !/材料|合同|证明|聘书/.test(clause)) add('mainland', home.index);
    const short = foreignShort.exec(clause);
    if (short !== null) add('foreign', short.index);
    for (const hit of clause.matchAll(nationality)) {
      const name = (hit[1] ?? hit[2] ?? '').replace(/^(?:他|她|我|是|本|一位|一个|为)+/, '');
      if (
        [...countries].some((country) => name.endsWith(country) || (hit[1] !== undefined && name.startsWith(country)))
      )
        add('foreign', hit.index);
    }
    const whereFrom: readonly (readonly [Origin, RegExp])[] = [
      ['hk', /香港|港籍|港人|^港$/],
      ['macao', /澳门/],
      ['taiwan', /台湾|台籍|台胞|^台$/],
    ];
    for (const [origin, pattern] of whereFrom) {
      const hit = pattern.exec(clause);
      if (
        hit !== null &&
        !abroad &&
        !/(?:在|到|去|跟|和)$/.test(clause.slice(0, hit.index)) &&
        !/^(?:大学|的?(?:单位|公司|高校|学校|那边|材料)|科技|理工|中文)/.test(clause.slice(hit.index + hit[0].length))
      )
        add(origin, hit.index);
    }
  }
  const own = [...found].filter((origin) => !denied.has(origin));
  if (own.length > 1)
    return own.includes('foreign') && own.length === 2 && /加入|入了|护照/.test(whole) && own.includes('mainland')
      ? 'foreign'
      : 'several';
  const [only] = own;
  if (only !== undefined) return only;
  return denied.has('foreign') && (denied.has('hk') || ownStaff.test(whole))
    ? 'mainland'
    : ownStaff.test(whole) && !denied.has('mainland')
      ? 'mainland'
      : undefined;
}

function employmentOf(parts: readonly string[]): Omit<ReadOrigin, 'origin'> {
  const whole = parts.filter((part) => !saysUnknown(part) && !worksAbroad(part)).join(',');
  const partTime = /兼职|非全职|不是全职|不全职|part.?time/.test(whole);
  const fullTime = !partTime && /全职|全时|专职|不是兼职|full.?time/.test(whole);
  const notEmployed =
    /[没未](?:有)?(?:受聘|被聘|聘|入职|签聘)|不在(?:内地|国内)(?:工作|任职)|不是我们(?:单位|学校)的|没在内地/.test(
      whole,
    );
  const employed =
    !notEmployed &&
    (partTime ||
      fullTime ||
      /受聘|聘在|聘用|聘请|聘任|聘了|入职|引进|在我们(?:单位|学校|公司|医院)|我们(?:单位|学校)的|任职/.test(whole));
  const papers = proofOf(whole, partTime);
  return {
    ...(notEmployed ? { employedByMainlandUnit: false } : employed ? { employedByMainlandUnit: true } : {}),
    ...(partTime && fullTime === false
      ? { employment: 'part-time' as const }
      : fullTime
        ? { employment: 'full-time' as const }
        : {}),
    ...papers,
  };
}

/** 全职在德国大学 is no employment here. */
function worksAbroad(part: string): boolean {
  const place = /[在于]([\p{Script=Han}]{2,8})/u.exec(part)?.[1] ?? '';
  return (
    /^(?:国外|境外|海外|外方|对方|香港|澳门|台湾)/.test(place) ||
    [...countries].some((country) => country.length > 1 && place.startsWith(country))
  );
}

function proofOf(whole: string, partTime: boolean): Pick<ReadOrigin, 'proofMainland' | 'proofOverseas'> {
  const papers = whole
    .split(/[,。]/)
    .filter((part) =>
      /合同|材料|证明|聘书|协议|文件|两边都|都有|都没|(?:境外|外方|对方|那边|内地|这边|国外|我方).{0,8}[有没齐缺]/.test(
        part,
      ),
    );
  if (papers.length === 0) return {};
  const said = sayAspects(
    papers
      .join(',')
      .replace(
        /[\p{Script=Han}]{0,4}(?:材料|合同|证明|聘书)(?=[都也还没有齐,]|$)/gu,
        (hit) => hit.replace(/材料|合同|证明|聘书|聘用|劳动/g, '') || '',
      ),
    proofs,
  );
  if (said?.problem === 'contradiction' || said?.problem === 'unknown') return {};
  const named = said?.named ?? {};
  if (Object.keys(named).length > 0)
    return {
      ...(named.mainland === undefined ? {} : { proofMainland: named.mainland }),
      ...(named.overseas === undefined ? {} : { proofOverseas: named.overseas }),
    };
  const no = /[没未无缺]/.test(papers.join(','));
  const all = /都|齐/.test(papers.join(','));
  if (partTime)
    return all
      ? { proofMainland: !no, proofOverseas: !no }
      : papers.length === 1 && no
        ? { proofMainland: false, proofOverseas: false }
        : {};
  return { proofMainland: !no };
}

function countryNames(): ReadonlySet<string> {
  const names = new Intl.DisplayNames('zh-Hans', { type: 'region' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const found = new Set<string>(['俄国', '南韩', '朝鲜', '阿联酋', '捷克', '美', '英', '德', '法', '日', '韩', '俄']);
  for (const a of letters)
    for (const b of letters) {
      const name = names.of(a + b);
      if (name !== undefined && /^\p{Script=Han}{2,8}$/u.test(name) && !/中国|香港|澳门|台湾|未知/.test(name))
        found.add(name);
    }
  return found;
}
