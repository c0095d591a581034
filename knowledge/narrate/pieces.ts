/** Parts a text into sentences and these into the pieces that each say one thing, also where nothing was put between. */

const enumerated =
  /分工|指标|归属|产权|来源|比例|收益|争议|有效期|方式|目标|先进|可实施|前景|日期|签|资产负债|利润|损益|现金流|大学|公司|研究/;

/** Sentences with their closing mark; a line break ends one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。.!?;])(?<!\d\.)|\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Where speech without pauses goes on with something else. */
const turns =
  /(?<=.{4})(?:然后呢?|接着|(?<!不)但是?|不过|而且|并且)(?=.{2})|(?<=.{5}[的了生人])(?=我们?(?:是|跟|和|与|在|申请|单位))|(?<=[授员]|(?<!老)师)(?=[\d一二三四五六七八九]{2}年[\d一二三四五六七八九十月]{0,4}生)|(?<=师|授|员)(?=男|女)/u;
/** Asked for and told in one breath: what follows is told. */
const turnsToSelf = /(?<=问(?:一?下)啊?)(?=我)/u;

const subjects =
  '我们(?:公司|单位|学校|医院|所|院)?(?=是|在|自己|自筹|能|跟|和|与|20)|负责人(?=是|\\d|[\\p{Script=Han}])|外方(?=是|在|叫|\\d)|合作方(?=是|在|叫)|对方(?=是|在)|(?:合作)?协议(?=是|还?没|已经|签|双方|英|中)|推荐函|自筹|自有资金|配套\\d|(?:打算|准备|计划|想)?(?<!(?:跟|和|与|同)[^,]{3,20}(?:大学|学院|公司|研究所|研究院|医院))(?:和|跟|与)(?!我|咱)(?=[\\p{Script=Han}]{2,5}(?:的|那边)?(?:一[家个所]|[\\p{Script=Han}]{0,8}(?:大学|学院|研究[所院]|公司|企业))[\\p{Script=Han}]{0,6}(?:合作|一起|联合|搞|做))|(?:打算|准备|计划|想)?(?:申请|要)\\d+|(?:项目|计划|打算)?做[一二两三\\d]年|(?:想|打算|准备|计划)?报(?:的是)?方向|(?<![助的副级])(?:副?教授|讲师|副?研究员|高工|高级工程师)(?=博士|硕士|男|女|[想要打\\d])|(?<=[授师员工生])(?:在读)?(?:博士|硕士)(?=$|[\\d学毕在想我跟和])|(?<![是于在为自从到\\d])(?:19|20)\\d\\d年(?=\\d{1,2}月|出?生|注册|成立|登记)|(?<!\\d)[5-9]\\d年(?=\\d{0,2}月?\\d{0,2}[日号]?(?:出生|生))';
const breath = new RegExp(`(?<=.{4})(?=${subjects})`, 'gu');
const longBreath = 14;

/** 跟美国肯塔基大学（在列克星敦）联合: where it lies is told behind the clause, which goes on. */
const aside = /[(（](?:就)?(?:位于|在)([^()（）,，。;；]{2,12})[)）]([^,，。;；()（）]{1,40})/g;

/**
 * The pieces of one sentence. A long piece without any pause is parted where something new begins, unless `whole`
 * says that a word in it (听说, 如果, 吗) bears on all of it.
 */
export function piecesOf(sentence: string, whole: (piece: string) => boolean): string[] {
  const told = sentence.replace(aside, '$2,在$1');
  const listed = enumerated.test(sentence) ? /[,:()]/ : /[,:()、]/;
  return told
    .replace(/(?<=[\p{Script=Han}\d])\s+(?=[\p{Script=Han}\d])/gu, ',')
    .split(listed)
    .flatMap((part) => part.split(turns))
    .flatMap((part) => part.split(turnsToSelf))
    .flatMap((part) => ([...part].length < longBreath || whole(part) ? [part] : part.split(breath)))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}
