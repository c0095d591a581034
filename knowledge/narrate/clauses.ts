/**
 * Takes a free text apart into the clauses in which something is stated as it is now: without questions, suppositions,
 * hearsay, doubts, the rules' own words, other people, other projects and what was before. Each knows whom it is about.
 */
import { once } from '../read/oneMessage.ts';
import { plainSpeech } from '../read/plainSpeech.ts';
import { maxInput } from '../reading.ts';
import { asSpoken } from './formLines.ts';
import { type Owner, overseasFirst, ownerOf, type Subject, startsAnew } from './owners.ts';
import { piecesOf, sentencesOf } from './pieces.ts';

/** `stated`: as it is; `planned`: 打算、想; `past`: 去年、以前, of one's own unit or partner. */
export type Mood = 'stated' | 'planned' | 'past';

export interface Clause {
  readonly text: string;
  readonly about: Subject;
  readonly mood: Mood;
  /** Whether the clause itself names whom it is about. */
  readonly named: boolean;
  /** Whether it names nobody and an earlier clause brought in a partner (跟一家公司合作，2021年注册). */
  readonly afterPartner: boolean;
  /** The pieces before and behind it, whatever they say. */
  readonly near: string;
  /** Its place among all clauses of the text, those left out included. */
  readonly at: number;
}

const greeting =
  /^(?:老师们?好?|您好|你好|大家好|喂|然后呢?|我问下|[嗯哦呃额啊]|那个|先说|就写一下|就说|补充一下|我补充|对了|另外|还有|其实|不过|但是?|而且|而|并且|所以|反正|抱歉|不好意思|麻烦问下|请问下?|我?问下?|(?:请|麻烦)?帮(?:我们?|忙)?(?:看看?|查查?|核对?)(?:一下|下)?)+(?=[\p{Script=Han}\d])/u;
const hails = /^(?:老师们?好?|您好|你好|大家好|请问|在吗|各位老师)[.!。~]*$/;
const spoken: readonly (readonly [RegExp, string])[] = [
  [/係/g, '是'],
  [/喺/g, '在'],
  [/嘅/g, '的'],
  [/而家/g, '现在'],
  [/返工/g, '上班'],
  [/俺/g, '我'],
  [/咱/g, '我'],
];
const supposes =
  /如果|要是|假如|假设|倘若|万一|的话|比如|例如|譬如|打个比方|若(?=是|没|有|不|[\p{Script=Han}]{2,8}则)|即使|哪怕|就算/u;
const doubts =
  /听说|据说|听人|好像|(?<!不)可能|大概|也许|或许|似乎|估计|没准|不一定|说不定|八成|应该(?=是|有|没|会|算|能|签|开)|貌似|差不多|左右|大约|不确定|不太确定|不知道|不清楚|不晓得|说不准|拿不准|记不清|忘了|没想好|(?:还)?没(?:最后|最终|完全)?(?:定|确认|确定|核实)|未定|待定|意向|有意|在谈|谈(?:着|呢|中)?$|在[^,]{0,8}谈|的时候|(?:签|报|做|写|办|开)[^,]{0,6}时(?!间|长)|吧$/;
const takesBack =
  /^(?:但|不过|我|也|还|这个?|都|具体)*(?:不太?确定|不知道|不清楚|没确认|没核实|记不清|拿不准|不好说|没定|未定)(?:对不对|是不是|了|呢|准不准)*[.。!]*$/;
const rules =
  /模[板版]|范本|样本|例子|指南|文件(?:里|上)|通知(?:里|上)|你们(?:说|要求|规定|写)|规定|要求|必须|应当|需要|至少|最[多少高低长]|不(?:得|能)超过|上限|下限|才(?:能|可以|行)|别人都?说|(?:主任|院长|教授|研究员|博士|科研处|(?<!替|帮|代)领导|所长|校长|老师|专家|科技[厅局处]|处里|院里|他|她|同事|朋友|导师)(?:说|讲|建议|让|问|觉得|认为)|^(?:领导|院长|老板|主任|学校|院里|处里)(?:想|非要|硬)(?:让|叫|要)|人家|都说|有人说|网上|一般(?:是|都|来说)|通常/;
const denies =
  /^(?:不是|并非|不算)(?!(?:国家|机关|什么)*(?:公务员|公务人员)|外[籍国]|失信|参公|独立)|(?:以前|原来|本来)(?:说|填|写|报)的?/;
const asks =
  /[?]|(?:可以|能|行|会|算|要|好).{0,12}[^\d]不[.。!]*$|吗[的了啊呀]*$|吗[.!。]*$|呢\?|行不行|算不算|是不是|有没有|要不要|能不能|可不可以|会不会|该不该|需不需要|好不好|够不够|怎么|如何|为什么|为啥|什么|多少|哪[个些里种一家天年]|几[个家年]|是否|能否|可否|咋|谁|还是.*(?:呢|啊)$|(\p{Script=Han})[不没]有?\1|请问|想问|问问|问一下|问下/u;
/** Asks to be told whether the clause before it is so. */
const confirms =
  /^(?:是吗|是吧|是这样吗?|是不是|对吗|对吧|对不对|没错吧|是真的吗|真的吗|这样对吗|我没记错吧|我记得对吗?|是这样的吗)[?.!]*$/;
/** Asks only whether it will do; what stands before it may be no more than a thought. */
const willDo = /^(?:这样|那)?(?:行不行|行吗|可以吗|可不可以|能行吗|要紧吗|好不好|成吗|行不)[?.!]*$/;
const thought = /换成|改成|放(?:到|在)?|让|改由|换个|(?<!还)没(?!有?失信)/;
const earlier =
  /^(?:以前|之前|过去|原来|原先|从前|早先|早年|当时|那时|曾经?|前几年)|(?:去年|前年|上[次回届一]个?|以前|之前|往年|早些年|那年|[几两三四五六七八九十\d]+年前|曾经?|原来|原先|本来|前任)/;
const otherProject =
  /(?:另[外一]|别的?|其他|其它|那)[一个]{0,2}(?:项目|课题|申报)|(?:去年|前年|上次|上回|上[一个]+|以前|之前|往年|[几两三四五六七八九十\d]+年前).{0,8}(?:项目|课题|合作|申报|申请|报的|报过|做的|做过)|(?<!没|没有|未|不)(?:合作|做|报|申请)过|重点研发|国自然|自然基金|国家基金/;
/** 没有重复报别的项目 speaks of this one. */
const neverBefore = /(?:没有?|从未|未)[^,]{0,4}过$/;
const onlyHere = /重复|没有?[\p{Script=Han}]{0,6}(?:报|申请|投)|只报/u;
const bringsPartner =
  /(?:和|跟|与|同)[^,]{2,}(?:合作|一起|联合|大学|公司|企业|研究所|研究院|医院|学院)|外方|合作方|对方/;
const nowAgain = /^(?:但|而|不过)?(?:这次|这回|今年|现在|目前|如今|本次|此次|本项目|这个项目|眼下)/;
const plans =
  /打算|准备(?!好|齐|完|了)|计划(?!$|项目|岗|管理)|想(?!起)|拟|将要?(?!来)|要(?!求)|明年|下半年|下个?月|下周|过几天|过两天|马上|即将|快要|希望|争取|等/;

/** Said of a foreign unit that was brought in without a word: it is the partner. */
const withUs = /当地|境外|(?:跟|和|与)我们|合作|一起做/;

/** Whether a word in it makes all that stands beside it unsure, asked or another's. */
function bearsOnAll(piece: string): boolean {
  return [asks, doubts, rules, denies, supposes, earlier, otherProject].some((form) => form.test(piece));
}

/** The text as it is taken apart: every clause is a piece of it. */
export function clauseText(text: string): string {
  return once(spokenText, text);
}

function spokenText(text: string): string {
  return spoken.reduce(
    (said, [form, means]) => said.replace(form, means),
    plainSpeech(asSpoken(text.normalize('NFKC'))).replace(/["'“”‘’「」『』《》【】]/g, ''),
  );
}

/** The clauses that state something; empty for a text that is too long. `start`: whom the open question is about. */
export function statedClauses(text: string, who: 'self' | 'other', start: Subject = 'open'): Clause[] {
  if (text.length > maxInput) return [];
  const plain = clauseText(text);
  const found: Clause[] = [];
  let about: Subject = start;
  let elsewhere = false;
  let partnered = false;
  let at = 0;
  for (const sentence of sentencesOf(plain)) {
    let supposed = false;
    let first = true;
    let kept: Clause[] = [];
    const pieces = piecesOf(sentence, bearsOnAll);
    for (const [i, raw] of pieces.entries()) {
      if (hails.test(raw)) continue;
      at += 1;
      const piece = raw.replace(greeting, '').replace(/[.。!;~…]+$/, '');
      if (confirms.test(raw) || takesBack.test(piece)) {
        kept = kept.slice(0, -1);
        continue;
      }
      if (willDo.test(raw)) {
        kept = kept.filter((clause, k) => k < kept.length - 1 || !thought.test(clause.text));
        continue;
      }
      const foreign = about === 'open' && overseasFirst(piece) && withUs.test(pieces[i + 1] ?? '');
      const owner: Owner = foreign
        ? { about: 'partner', named: true }
        : ownerOf(piece, partnered && /^(?:他们|它们)/.test(piece) ? 'partner' : about, who);
      about = owner.about;
      if (owner.named) partnered = false;
      const afterPartner = partnered;
      partnered ||= bringsPartner.test(piece);
      if (nowAgain.test(piece) || startsAnew(owner, first)) elsewhere = false;
      first = false;
      if (otherProject.test(piece) && !nowAgain.test(piece) && !onlyHere.test(piece) && !neverBefore.test(piece))
        elsewhere = true;
      supposed ||= supposes.test(piece);
      if (supposed || elsewhere || about === 'others') continue;
      if (asks.test(raw) || doubts.test(piece) || rules.test(piece) || denies.test(piece)) continue;
      kept.push({
        text: piece,
        about,
        mood: moodOf(piece),
        named: owner.named,
        afterPartner,
        near: `${pieces[i - 1] ?? ''},${pieces[i + 1] ?? ''}`,
        at,
      });
    }
    found.push(...kept);
  }
  return found;
}

function moodOf(piece: string): Mood {
  if (earlier.test(piece)) return 'past';
  return plans.test(piece) ? 'planned' : 'stated';
}
