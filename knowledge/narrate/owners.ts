/** Whom a clause is about: the lead, our own unit, the overseas partner, a unit in China that takes part, or others. */

import { countryMentions } from '../places/mentions.ts';

/** `open`: nobody was named yet, so the applicant's side is meant. */
export type Subject = 'open' | 'lead' | 'us' | 'partner' | 'domestic' | 'others';

export interface Owner {
  readonly about: Subject;
  /** Whether this clause itself names its subject. */
  readonly named: boolean;
}

const people =
  '哥|姐|弟|妹|爸|妈|父亲|母亲|爱人|老婆|老公|妻子|丈夫|先生|太太|对象|朋友|同学|同事|同行|师兄|师姐|师弟|师妹|导师|老师(?!们?好)|老板|领导|院长|所长|校长|主任(?!药|医|护|技|中|记|编|委|科)|书记|处长|局长|系主任|学生|博士生|研究生|邻居|亲戚|儿子|女儿|前任|副手|搭档|媳妇|老乡|室友|闺蜜|舅|叔|姑|姨|爷爷|奶奶|岳父|岳母|公公|婆婆|侄|堂[兄弟姐妹哥]|表[兄弟姐妹哥]|孩子|娃|家里|上司|下属|合伙人|徒弟|财务|会计|秘书';
const others = new RegExp(
  `^(?:我|我们|我们?的|我们?(?:单位|系|院|所|学院|学校|公司|课题组|团队)的?|他|她|有个?|那个|这个|一个){1,5}(?:个|位|名|一个|一位)?(?:老|大|小|副|女|男)?(?:${people})`,
);
const anyOther =
  /隔壁|别人|别家|别的(?:单位|公司|学校|学院|课题组|团队|老师)|人家|其他(?:人|单位|老师|学校|公司)|另[外一](?:个|位|家)(?:老师|人|学校|公司|单位|课题组|团队)|兄弟单位|竞争对手|前任负责人|原负责人|以前的负责人|团队(?:里|成员|其他)|课题组(?:里|成员)|组员|成员(?:里|中|们)|同一?批|楼上|楼下|(?:系|院|所|单位|公司|学校|这边|里面?)(?:里|也|倒|还)*有[一几两三]?[个位名]|^有(?:个|位|人)|上级|^主管(?:单位|部门)(?:是|在|叫)|总公司|母公司|集团公司|(?<!是|是一?家)(?:子公司|分公司)|下属/;
const overseasWords =
  '外方|老外|境外方|国外(?:那|的|合作)|境外(?:那|的|合作|单位)|海外(?:那|的|合作|单位)|合作方|合作单位|合作伙伴|合作机构|合作对象|对方|对面|老外|外国(?:那|的|合作)|(?:德|日|韩|美|英|法|俄|港|澳|意|加|荷|瑞|泰|越|印)方|那边那?家';
const overseas = new RegExp(
  `^(?:那个|这个|我们?的?|我们那个|那边|至于|现在|目前|跟|这次|境外|国外|那){0,5}(?:${overseasWords}|(?:合作|境外|外方)的?(?:那个?|这个?)?(?:单位|机构|大学|企业|公司|研究所|学校))`,
);
const theirPeople =
  /^(?:那个|这个|我们?的?){0,5}(?:外方|对方|合作方|合作单位|境外方|合作伙伴)(?:那边|学校|单位|公司)?的?(?:老板|负责人|教授|老师|院长|所长|校长|学生|专家|团队|经理|董事长|博士|[\p{Script=Han}]{0,2}人(?:是|很|叫))/u;
/** 小王, 张教授, 老李: somebody called by name. */
const named =
  /^(?:小|老(?!外)|阿)[\p{Script=Han}](?=是|也|有|在|说|拿|的|和|跟)|^[张王李赵刘陈杨黄周吴徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾夏付邹熊秦邱江][\p{Script=Han}]?(?:老师|教授|博士|主任|院长|总|工)/u;
const theirs = /^(?:他们|她们|它们?|人家(?:学校|公司|单位))/;
const home =
  /^(?:但|而|我觉得|目前|现在|那|其实|这次|今年)*(?:我们|本单位|本校|本院|本所|本公司|我校|我院|我所|我司|我单位|我方|申报单位|牵头单位|依托单位|中方|(?:单位|学校|公司|厂子|厂里|医院|所里|院里|学会|协会|合作社)(?=是|叫|名|的?(?:营业)?执照|全称|在|自|要|能|出|配|有|没|申|账|类|\d|这边|注册|登记|成立)|单位(?:医院|企业|高校|公司|学校))/;
/** 我们是上海某公司的江西分公司, 我这边是新余的一家饲料企业. */
const ourBranch =
  /^我们(?:就)?(?:是|属于)[^,]{2,20}(?:分公司|子公司)$|^我(?:这边|这里|这儿)(?:就)?是[^,]{0,12}(?:企业|公司|单位|学校|高校|大学|医院|研究[所院]|厂)$/;
/** 打算申请100万: by the applicant, whoever was spoken of before. */
const applies = /^(?:一共|总共|这次)?(?:打算|准备|计划|想|拟)(?:申请|申报)[^,]{0,6}[\d一二两三四五六七八九十百]/;
const bare = /^(?:公司|学校|医院|单位|所里|院里)/;
const wants = /申请|要\d|要[一二两三四五六七八九十百]|自筹|自有|配套|省里|申报|我们/;
const lead =
  /^(?:但|而|因为|现在|目前|这次|那|其实|说明一下|帮(?:我们?)?(?:老师|老板|领导|同事)问的?)*(?:我(?!们|校|院|所|司|单位|方|国)(?![哥姐弟妹爸妈])|本人|鄙人|负责人|项目负责人|牵头人|主持人|项目主持人|申请人|申报人|带头人|(?:香港|澳门|台湾)(?:人|籍|居民)$|外籍(?:人士)?$|[女男](?=$|性))/;
const domestic =
  /^(?:另外|除了?外方(?:以?外)?|还有?|有|一[家个]){0,5}(?:国内|境内|省内)(?:还|也|另|有|的$|的?(?:参与|合作|那|联合|单位))|^境内参与单位|境内(?:联合|合作)?协议/;
/** 替导师来填, 王总让我来问: whom the speaker asks for is the lead. */
const onBehalf =
  /^(?:我)?(?:这边)?(?:是)?(?:来)?(?:替|帮|代|给)(?!.*(?:别人|人家|朋友公司))[^,]{1,8}(?:来)?(?:填|问|报|咨询|申报|跑)(?:的|一下|下|表|材料)*$/;
const sentBy =
  /^(?:由|是)?(?!我们?$)[\p{Script=Han}]{2,8}(?:牵头|当负责人|做负责人|主持)$|^[\p{Script=Han}]{1,6}(?:让|叫|托|派|请|要)我(?:来|帮|替|给|过来)*(?:他|她)?(?:问|填|咨询|报)[^,]{0,4}$/u;
const third = /^(?:他|她)(?!们)/;

/** Whom the clause names as its subject, or else the subject carried over. */
export function ownerOf(clause: string, before: Subject, who: 'self' | 'other'): Owner {
  if (sentBy.test(clause) && !/同事|朋友|别[人家]|隔壁/.test(clause)) return { about: 'lead', named: true };
  if (others.test(clause) && !(who === 'other' && /^我们?的?(?:老板|领导|导师|老师|院长|所长|主任)/.test(clause)))
    return { about: 'others', named: true };
  if (theirPeople.test(clause) || named.test(clause)) return { about: 'others', named: true };
  if (ourBranch.test(clause) || applies.test(clause)) return { about: 'us', named: true };
  if (anyOther.test(clause) && !domestic.test(clause)) return { about: 'others', named: true };
  if (onBehalf.test(clause)) return { about: 'lead', named: true };
  if (domestic.test(clause)) return { about: 'domestic', named: true };
  if (overseas.test(clause)) return { about: 'partner', named: true };
  if (theirs.test(clause))
    return { about: before === 'partner' || before === 'domestic' ? before : 'others', named: true };
  if (bare.test(clause) && before === 'partner' && !wants.test(clause)) return { about: 'partner', named: false };
  if (home.test(clause)) return { about: 'us', named: true };
  if (lead.test(clause)) return { about: 'lead', named: true };
  if (third.test(clause)) {
    if (before === 'others' || before === 'partner' || before === 'domestic') return { about: 'others', named: false };
    return { about: who === 'other' || before === 'lead' ? 'lead' : 'others', named: true };
  }
  return { about: before, named: false };
}

/** 葡萄牙波尔图的公司: a foreign unit named by nothing but its place and kind. */
export function overseasFirst(clause: string): boolean {
  if (!/^[^,]{2,16}(?:大学|高校|企业|公司|研究所|研究院|医院|学院|机构)$/.test(clause)) return false;
  const [first] = countryMentions(clause);
  return first?.start === 0 && !first.country.mainland;
}

/** The lead, or at the start of a sentence our unit, named anew ends what was said of another project. */
export function startsAnew({ about, named }: Owner, startsSentence: boolean): boolean {
  return named && (about === 'lead' || (about === 'us' && startsSentence));
}
