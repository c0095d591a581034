/** Where the lead is from; for others than mainlanders: employed here, full or part time, with which papers. */
import type { Origin } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { aboutLead, asStated } from './aboutLead.ts';
import { type Employment, employmentOf } from './employment.ts';
import { mainlandHome } from './mainlandHome.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, unknown, value } from './tidy.ts';

export interface ReadOrigin extends Employment {
  readonly origin?: Origin;
}

/** Countries as people name them, from the runtime's own list. */
const countries = countryNames();
const nationality =
  /(?:国籍(?:是|为|:)?|持|入了?|加入)(?:的是)?([\p{Script=Han}]{2,8})|([\p{Script=Han}]{1,8}?)(?:国籍|籍|护照|公民|专家|学者|科学家|人|国人)(?![事才类员体工])/gu;
const foreignShort =
  /(?:美|英|德|法|日|韩|俄|加|意|荷|西|印|瑞|新|泰|越|巴|葡|比|奥)籍|外籍|外国籍|外国人|外国国籍|老外|外国专家|外教|foreign/;
const mainlandWords =
  /国籍(?:还|仍|一直)?(?:是|为)?中国|本土|中华人民共和国|内地|大陆|中国(?:公民|籍|国籍|人|的)|本国|国内(?!单位|高校|聘|全职|兼职|企业)|江西人|本地人|我国公民|大陆籍|^中国$|境内人士|中国护照|(?:中国|内地|大陆|居民)(?:居民)?身份证/;
const employer =
  /(?:内地|大陆|中国|国内|境内)(?:的)?(?:单位|高校|大学|企业|这边|一家|公司|聘|学校|研究所|医院|材料|合同|证明|[^,]{0,10}(?:聘|任职|工作))|(?:[受聘到来]|(?<!现)在)(?:于|到|在)?(?:内地|大陆|中国|国内)(?!籍|国籍|公民|人)/g;
const ownStaff = /在编|编制内|事业编/;
/** 他太太是法国人, 合作方是德国人. */
const ofOthers =
  /^(?:合作方|外方|对方|我导师|合作者|(?:他|她|我)?(?:的)?(?:太太|夫人|爸|妈|爷|奶|外公|外婆|哥|姐|弟|妹|叔|舅|姑|老婆|爱人|妻子|先生|丈夫|老公|孩子|儿子|女儿|父亲|母亲|父母|家人|合作伙伴|合作的|岳父|同事|学生))/;
const english: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:american|british|english|german|french|italian|spanish|dutch|russian|japanese|korean|indian|canadian|australian|swiss|swedish|danish|finnish|norwegian|austrian|belgian|polish|portuguese|israeli|malaysian|singaporean|thai|vietnamese|pakistani|iranian|egyptian|brazilian|ukrainian|greek|irish|hungarian|czech|turkish|new zealander)\b(?: ?(?:国籍|籍|人|nationality|national|citizen|passport))?/gi,
    '外籍 ',
  ],
  [/\bhong ?kong\b(?: (?:resident|permanent resident))?/gi, '香港人 '],
  [/\bmaca[uo]\b/gi, '澳门人 '],
  [/\btaiwan(?:ese)?\b/gi, '台湾人 '],
  [/\b(?:mainland(?: chinese| china)?|chinese(?: citizen| national)?)\b/gi, '内地人 '],
];
const hint = '请写是内地人士、外籍，还是香港、澳门、台湾人士，例如“内地人士”“德国籍，全职受聘南昌大学”。';

/** Reads origin and employment; a mainlander gets no employment facts. */
export function readOrigin(text: string): Reading<ReadOrigin> | undefined {
  const said = statements(asStated(denyingForeign(inWords(text))));
  if (said === undefined) return undefined;
  const whole = said.join('。');
  // 负责人还没定，可能是院长: there is nobody yet to tell of.
  if (/(?:负责人|牵头人|谁)[^,。]{0,6}[没未][^,。]{0,4}定|谁[^,。]{0,4}(?:当|做|任)负责人[^,。]{0,6}[没未]/.test(whole))
    return unknown;
  const parts = aboutLead(clauses(said)).filter((part) => !ofOthers.test(part) || /证明|合同|聘[用书]|材料/.test(part));
  const origin = originOf(parts, whole);
  if (origin === 'several' && saysUnknown(whole)) return unknown;
  if (origin === 'several' || origin === 'which-of-three')
    return ask('请写明是香港、澳门还是台湾人士，或者内地、外籍。');
  if (origin !== undefined && saysMaybe(whole)) return ask(hint);
  if (origin === 'mainland') return value({ origin });
  const employment = employmentOf(parts, countries);
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

/** Italian 国籍, from Hong Kong: the same in Chinese. */
function inWords(text: string): string {
  if (!/[a-z]{4}/i.test(text)) return text;
  const plain = text
    .replace(/(?:i'?m|i am|he is|she is|i come) (?:from )?/gi, '')
    .replace(/\b(?:here|our)\b/gi, '我们')
    .replace(/ ?(?:employment )?\b(?:letters?|certificates?)\b ?/gi, '证明')
    .replace(/ ?(?:employment |labou?r )?\bcontracts?\b ?/gi, '合同');
  return english.reduce((said, [form, means]) => said.replace(form, means), plain);
}

/** 啥外籍啊: asks nothing, it denies. */
function denyingForeign(text: string): string {
  return text.replace(/(?:啥|什么|哪门子|哪来的?|哪是|咋(?:会|能)是)(?:个|的)?(?=外籍|外国人|老外|外国籍)/g, '不是');
}

function originOf(parts: readonly string[], whole: string): Origin | 'several' | 'which-of-three' | undefined {
  const found = new Set<Origin>();
  const denied = new Set<Origin>();
  const isNow = parts.some((part) => /现在|如今|目前|现为/.test(part));
  for (const part of parts) {
    if (isNow && /^.{0,3}(?:原来|以前|曾经|过去|原先)/.test(part) && !/现在|如今|目前|现为/.test(part)) continue;
    const clause = part.replace(employer, (hit) => (/^[受聘在到来]/.test(hit) ? '受聘' : '聘用'));
    const add = (origin: Origin, at: number) =>
      (/(?:不是|没有|并非|非|没|无|不算)[\p{Script=Han}]{0,3}$/u.test(clause.slice(0, at)) ||
      (origin !== 'mainland' && /[跟和与].*(?:不沾|不搭|无关|没关系|没有关系)/.test(clause))
        ? denied
        : found
      ).add(origin);
    const abroad = /留过学|留学|读书|上学|念的?书|[念读]过书|上过学|访学|毕业|工作过|进修|合作|读的/.test(clause);
    if (/港澳台/.test(clause)) {
      if (!/不是|非/.test(clause)) return 'which-of-three';
      denied.add('hk');
    }
    const home = mainlandWords.exec(clause);
    if (home !== null && (!abroad || /内地人|大陆人|中国人|中国籍/.test(clause)) && !/材料|合同|证明|聘书/.test(clause))
      add('mainland', home.index);
    if (/东北[人银淫]|(?:东北|西北|西南|华北|华东|华南)人/.test(clause)) add('mainland', 0);
    const town = mainlandHome(clause);
    if (
      town !== undefined &&
      !abroad &&
      !(/长大|从小|小时候/.test(clause) && /国?籍(?!贯)|护照|公民/.test(whole)) &&
      !/老家|原籍|祖籍|出生|嫁|娶|合同|证明/.test(clause)
    )
      add('mainland', town);
    const short = foreignShort.exec(clause);
    if (short !== null) add('foreign', short.index);
    for (const hit of clause.matchAll(nationality)) {
      const name = (hit[1] ?? hit[2] ?? '').replace(/^(?:他|她|我|是|本|一位|一个|为)+/, '');
      if (
        [...countries].some(
          (country) =>
            name.endsWith(country) ||
            (/[^我他她是本中]$/.test(name) && /国[籍人]$/.test(hit[0]) && `${name}国`.endsWith(country)) ||
            (hit[1] !== undefined && name.startsWith(country)),
        )
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
