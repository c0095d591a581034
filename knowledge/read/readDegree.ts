/** Degrees. Only a doctorate counts for the call: studying for one, an honorary one or a course without one does not. */
import type { Degree } from '../facts.ts';
import type { Phrase } from '../language.ts';
import type { Reading } from '../reading.ts';
import { aboutLead, asStated } from './aboutLead.ts';
import { readPlainYesNo } from './readYesNo.ts';
import {
  ask,
  clauses,
  saysMaybe,
  saysProbably,
  saysUnknown,
  speaksOfOthers,
  statements,
  unknown,
  value,
} from './tidy.ts';

const certificate = '博士学位证拿到了吗？拿到了请写“有博士学位”，还在读请写“在读”。';
const which = '请写学位：博士、硕士、学士；没有博士学位就写“没有”。';

type Heard = Degree | 'studying' | 'maybe-phd' | 'graduate' | 'not-the-degree' | 'not-the-person' | 'a-degree' | 'none';

const pending = '(?:今年|明年|下半年|即将|马上|快|预计|预期|有望|争取|计划|月|年底)';
/** Nearest row first: the first that matches a clause decides it. */
const rows: readonly (readonly [RegExp, Heard])[] = [
  [/^(?:我|俺|咱|他|她)?还博士(?:呢|咧|哩)?$/, 'not-the-person'],
  [/硕士(?:学位)?(?:都|也)(?:还)?(?:没|不是|未)/, 'no-phd'],
  [/[哪那](?:里)?(?:来|有)的?(?:什么)?博士|什么博士|算(?:什么|哪门子)博士|博士(?:谈不上|轮不到|跟我无缘)/, 'no-phd'],
  [
    /博导|硕导|比博士|不比博士|不输博士|赛过博士|顶.{0,3}博士|当博士|博士水平|博士都|像博士|带.{0,4}博士|导师|带(?:过)?博士|培养(?:过)?博士|招博士|读博士?的(?:人)?(?:少|多)|[没有](?:有)?[几多少][个人]?人?(?:能|会|去|肯)?读博|[叫喊称]他?.{0,3}博士|(?:哥|姐|弟|妹|儿子|女儿|孩子|老公|老婆|太太|先生|媳妇|学生|合伙人|团队里?|公司里?|单位里?|所里|课题组里?|手下)(?:们|的)?[^没无]{0,6}博士/,
    'not-the-person',
  ],
  [
    /(?:准备|打算|放弃|想|计划|要|将|以后)(?:[^,]{0,4})(?:读|考|申请|念)[^,]{0,3}博|考博|没考上博|申博|考上博士|申请博士/,
    'not-the-person',
  ],
  [/博士?.{0,2}(?:还|尚)[没未]有?(?:读|念|修)完/, 'phd-in-progress'],
  [
    /荣誉博士|名誉博士|博士.{0,6}课程班|课程班.{0,4}博士|博士.{0,6}(?:结业|肄业|退学)|(?:结业|肄业|退学).{0,4}博士|没读完.{0,2}博|博士.{0,8}没(?:读|念)(?:出来|下来|成)|没拿(?:到|下)博士|博士.{0,2}[没未](?:读|念|修)完|博士.{0,10}(?:退了|退掉|退出)|博士?(?:念|读)[到了]一半|博士没毕业就|ab[d]$|^(?:读|念)过?(?:几年)?[没未](?:毕业|读完|念完)|中途退|^(?:后来|中途|最后)(?:又|就|也)?(?:退了|退学|放弃了|没读完|中断了|没毕业)/,
    'not-the-degree',
  ],
  [/博士后[^,]{0,6}出了?站/, 'phd'],
  [/博士后/, 'maybe-phd'],
  [
    /(?:硕博连读|直博|在职博士|同等学力.{0,4}博士|博士研究生学历|博士学历)$(?<!(?:攻读|在读|读着|正读|就读)(?:在职)?博士)/,
    'maybe-phd',
  ],
  [/(?:没有?|未|不)(?:再|去|继续|曾|想)?(?:读|念|考|攻读)过?博(?!士?后)/, 'no-phd'],
  [/(?:硕士|本科|专科).{0,3}(?:在读|候选)|在读.{0,3}(?:硕士|本科)|硕士生/, 'no-phd'],
  [
    new RegExp(
      `博士.{0,4}(?:在读|候选|未毕业|还没|没有?毕业|没拿|未拿|没下|没发|未获|未授|答辩|就读|读着|中$|延期|延毕)|(?:在读|在念|攻读|就读|读着|正在读|还在读|读了一半).{0,6}博|博士生|读博(?!士毕|士的|(?:的)?(?:人)?(?:少|多))|博士?.{0,2}在职(?:读|攻读)|博[一二三四]$|博士(?:研究生)?.{0,2}[一二三四五]年级|博士.{0,6}${pending}.{0,8}(?:能|可|才|会|要)|学位申请|博士.{0,2}(?:入学|刚读|刚进)|${pending}(?!.{0,6}(?:刚|已|才)).{0,8}(?:就)?(?:要)?(?:拿(?!到了)|取得|获得?|授予?|毕业|答辩).{0,4}博士|${pending}(?:就)?(?:要|能)?博士?毕业$|博士.{0,6}(?:送审|盲审|外审|预答辩|延期|等(?:着|待)?(?:授|答辩|学位|证))`,
    ),
    'phd-in-progress',
  ],
  [/研究生.{0,3}在读|在读.{0,3}研究生/, 'graduate'],
  [
    /(?:学历)[^没无]{0,2}(?:没有?|无)(?:拿到?)?学位|[没无]有?(?:拿到?)?(?:博士)?学位[^硕学本]{0,3}(?:只|光)有.{0,3}(?:学历|毕业证|结业)|^(?:但|就是)?没有?(?:拿到?)?学位(?:证书?)?$/,
    'not-the-degree',
  ],
  [/[没未](?:有)?(?:毕业|读完|念完)[^,]{0,3}(?:就)?(?:退|走|放弃|肄业|不读)|退学|中途(?:放弃|退)/, 'no-phd'],
  [
    new RegExp(
      `在读|读着呢|[没未]毕业|还没拿到|没拿到?证|(?:证(?:书)?|学位)(?:还|都)?[没未](?:发|下|拿|到|授)|已?(?:通过)?答辩|(?:等|待)(?:着|待)?(?:授予?|拿证|发证|学位)|送审|盲审|延期毕业|延毕|${pending}(?:就)?(?:要)?(?:毕业|拿证|答辩|拿学位)$`,
    ),
    'studying',
  ],
  [
    /(?:没有?|无|不是|未(?:获|取得)?|没(?:读|拿|取得|念)|不具[有备]|不拥有|[没未](?:曾|有)?(?:获得?|攻读|取得))(?:过|什么|得|到|拿到?|取得|获得)?的?(?:博士|ph\.?d)/,
    'no-phd',
  ],
  [
    /博士(?:学位|证书|学历|证)?(?:我|他|她)?(?:是|也|都|还|就|真)*(?:没有?|无|未取得|不是)(?:的|呢|过|读|念|拿)?(?:过|到)?(?:$|[我他她就是](?!我)[^博]*$)/,
    'no-phd',
  ],
  [/(?:不是|没有?|无)(?:硕士|研究生)/, 'not-the-person'],
  [/博士研究生$/, 'maybe-phd'],
  [/博士.*(?:[没未]|不(?!错|用说|假))|(?:[没未]|不(?!错))[^后]*博士/, 'maybe-phd'],
  [/博士|ph\.? ?d|d\.?phil|doctorate|doctoral degree|doctor of/, 'phd'],
  [/硕士|master|mba|mpa|emba/, 'master'],
  [/研究生/, 'graduate'],
  [
    /本科|学士|(?<!一流)大学(?:就)?毕业|大专|专科|高职毕业|中专|高中|初中|小学|bachelor|没(?:上|读|念)过(?:大学|书)/,
    'bachelor',
  ],
  [
    /(?:学位|证)[^没未无]{0,6}(?:拿|取得|获|授|有|到手|认证)|(?:拿|取得|获|授)[^没未无]{0,6}(?:学位|证)|有学位证?|^(?:早就?|已经?|都|也|\d{2,4}年)*(?:拿|取得|获得|读|念|毕业|认证|授)[^没未无]{0,3}(?:到|了|的|完|过)|(?:国外|海外|境外|英国|美国|日本|德国|法国|香港|[\p{Script=Han}]{2,6}大学?)(?:拿|读|念|取得)的?$/u,
    'a-degree',
  ],
  [
    /^(?:真|就|确实|暂时|目前|是|我|他|她|自己|本人)*(?:没有?|没得|无|否|不是|没)(?:的|啊|呢|读|念|拿|取得)?(?:这个?|那个?|什么)?(?:文凭|学位|学历|证书?)?$/,
    'none',
  ],
];
/** 李博士在写: how somebody is called, no degree of the person asked about. */
const addressed =
  /(?<=^|[\s,。;:、]|[我们咱是找让给由跟请问叫等说托那这个位])[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤老小]博士(?!学位|毕业|学历|在读|生|后|[一二三四五]年|研究生|证|候选|肄业|结业|没|还没)/g;
const bareYes =
  /^(?:是|对|嗯|有|具有|具备|已有|拥有|已?取得|已?获得|当然|肯定|必须|确实|真|绝对|就|都|yes|y|ok|啊|√)+(?:的|啊|噶|嘅|了|呢|哒|滴)*$/;

/** Reads the highest degree that the text claims for the person. A plain 没有 says only that there is no doctorate. */
export function readDegree(text: string): Reading<Degree> | undefined {
  const said = statements(asStated(text));
  if (said === undefined) return undefined;
  const whole = said.join('。');
  // 您说的是真博士还是名誉的？ asks which of them counts.
  if (/(?:说|问|指|要)的?是[^,。;；?？]{1,12}还是[^,。;；?？]{1,12}[?？]/.test(text) && /荣誉|名誉/.test(text))
    return ask(certificate);
  // 大家都叫他博士，是不是真有学位证我没看过: hearsay is no degree.
  if (/(?:都|大家|别人)(?:管他)?[叫喊称][他她]?|没看过|没见过/.test(whole) && saysUnknown(whole)) return unknown;
  const all = clauses(
    said.map((sentence) =>
      sentence
        .replace(/,?(?:在?国内|回国后?|回来|也|还)*没有?(?:去|来得及|做|办)*(?:过)?(?:学历|学位)?认证/g, '')
        .replace(/(?<=硕士[^。]{0,6}),?(?:也|就|后来)?(?:没有?|未)(?:再|去|继续)?(?:读|念|考|上)过?博士?/g, '')
        .replace(/(博士(?:学位)?(?:是)?没有?)(?=[我他她就])/g, '$1,')
        .replace(/((?:读|念)过)(?:几年)?,(?=[没未](?:毕业|读完|念完))/g, '$1')
        // 在职博士，还在写论文.
        .replace(/在职博士(?:生)?,?(?=[^,。]{0,4}(?:在|没)(?:写|改|赶|弄|做|发|送)[^,。]{0,6}论文)/g, '博士在读,')
        .replace(addressed, '某人')
        .replace(/ph\.?d\.? (?:student|candidate)/g, '博士在读')
        .replace(
          /ph\.? d|(?<![a-z])(?:d\. ?(?:eng|sc|phil)|dr\. ?(?:rer|ing)[a-z. ]*|sc\. ?d|eng\. ?d)\.?(?![a-z])/g,
          'phd',
        ),
    ),
  );
  const own = aboutLead(all).filter(
    (part) =>
      (!speaksOfOthers(part) || /博士生导师/.test(part)) &&
      // 有没有博士学位要问他
      !(saysUnknown(part) && /有没有|是不是|是否|(\p{Script=Han})[没不]\1/u.test(part)),
  );
  const heard = own.flatMap((part): Heard[] => {
    const row = rows.find(([pattern]) => pattern.test(part));
    return row === undefined ? [] : [row[1]];
  });
  if (heard.length > 0 && saysMaybe(whole)) return ask(certificate);
  const sure = saysProbably(whole) ? '先这样记，请再核对一下学位证。' : undefined;
  const read = heard.length > 0 ? judge(withBare(heard, own), whole, sure) : bare(own, all.length > own.length, text);
  if (
    saysUnknown(whole) &&
    (read?.is !== 'value' ||
      heard.includes('phd-in-progress') ||
      heard.includes('studying') ||
      heard.every((one) => one === 'a-degree'))
  )
    return unknown;
  return read;
}

/** 有的，在英国拿的: what came with it is the degree asked about; 没有，在考博: there is none. */
function withBare(heard: readonly Heard[], own: readonly string[]): readonly Heard[] {
  const yes = own.some((part) => bareYes.test(part.replace(/[啊哈]/g, '')));
  const rest = heard.filter((one) => one !== 'a-degree' && one !== 'none');
  const given = own.some((part) =>
    /^(?:已经?|早|都|也|学位|去年|前年|今年|\d{2,4}年(?:\d{1,2}月)?|刚刚?){0,6}(?:证书?)?(?:已经?|早|都)*(?:拿|取得|获|到手)[^没未]{0,6}$/.test(
      part,
    ),
  );
  if (given && rest.length > 0 && rest.every((one) => one === 'phd-in-progress' || one === 'maybe-phd')) return ['phd'];
  if (rest.length === 0) return heard.includes('none') ? ['no-phd'] : ['phd'];
  if (heard.includes('none') && rest.every((one) => one === 'not-the-person')) return ['no-phd'];
  // 有啊，还做过博士后
  if (yes && rest.every((one) => one === 'maybe-phd') && own.every((part) => bareYes.test(part) || /博士后/.test(part)))
    return ['phd'];
  return yes && rest.every((one) => one === 'not-the-person') ? ['phd'] : rest;
}

function judge(heard: readonly Heard[], whole: string, echo: Phrase | undefined): Reading<Degree> {
  const has = (one: Heard) => heard.includes(one);
  if (has('phd-in-progress') && has('phd') && /有博士学位|博士学位证/.test(whole) && !/还没|未|没/.test(whole))
    return value('phd', echo);
  if (has('studying') && heard.every((one) => one === 'studying' || one === 'no-phd'))
    return value('phd-in-progress', echo);
  if (has('studying') && !has('phd') && !has('phd-in-progress') && heard.some((one) => one !== 'studying'))
    return ask('在读的是博士吗？请写“博士在读”，或者已有的学位，例如硕士。');
  if (has('phd-in-progress') || has('studying')) return value('phd-in-progress', echo);
  if (has('phd') && has('no-phd')) return ask(certificate);
  if (has('maybe-phd') && has('not-the-degree')) return value(has('master') ? 'master' : 'no-phd', echo);
  if (has('phd')) return value('phd', /毕业/.test(whole) && !/学位/.test(whole) ? '按有博士学位记。' : echo);
  if (has('maybe-phd') && !has('no-phd')) return ask(certificate);
  if (has('master')) return value('master', echo);
  if (has('bachelor')) return value('bachelor', echo);
  if (has('not-the-degree')) return value('no-phd', '荣誉博士、结业、肄业和课程班没有博士学位，按没有博士学位记。');
  if (has('no-phd')) return value('no-phd', echo);
  return ask(has('graduate') ? '是硕士研究生还是博士研究生？请写学位，例如硕士、博士。' : which);
}

/** 有、没有 answer 有博士学位吗. */
function bare(own: readonly string[], others: boolean, text: string): Reading<Degree> | undefined {
  if (own.length === 0) return others ? ask('请写项目负责人本人的学位。') : undefined;
  const plain = own.filter((part) => bareYes.test(part.replace(/[啊哈]/g, '')));
  if (plain.length > 0 && !own.some((part) => /[没未无不]/.test(part.replace(/不然|不错|没错/g, ''))))
    return value('phd');
  if (!own.every((part) => /^[一-龥√×a-z]{1,6}$/.test(part))) return undefined;
  const answer = readPlainYesNo(text);
  if (answer?.is !== 'value') return answer;
  const echo = answer.echo;
  if (answer.value === 'yes') return value('phd', echo === undefined ? undefined : '按有博士学位记。');
  if (answer.value === 'no') return value('no-phd', echo === undefined ? undefined : '按没有博士学位记。');
  return /还没|没呢/.test(text) ? value('no-phd', '按还没有博士学位记。') : ask(certificate);
}
