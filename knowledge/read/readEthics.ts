/** Clauses that give results away, and what law and research ethics ask for (human samples, data abroad, animals). */
import type { Reading } from '../reading.ts';
import { withLatin } from './latin.ts';
import { readPlainYesNo } from './readYesNo.ts';
import { ask, clauses, saysMaybe, saysUnknown, speaksOfOthers, statements, unknown, value } from './tidy.ts';

export interface ReadEthics {
  /** No clause breaks Chinese rules on intellectual property (transfer or exclusive licence abroad). */
  readonly ipLawOk?: boolean;
  /** Law and ethics: done, or nothing of the kind is involved. */
  readonly lawEthicsOk?: boolean;
}

const them = '(?:外方|对方|境外|他们|人家|国外|老外|外国|他(?!人)|[德日韩美英法俄港澳意荷捷泰印]方)';
/** What gives results away. */
const gives = new RegExp(
  `转让|转(?:移|交)?给${them}|让渡|出让|过户|独占|独家|排他|买断|卖断|(?:卖|送|白给|让)(?:给)?${them}|归${them}|(?:给|属于?)${them}(?:一家|所有|独|的)|(?:权|专利|成果)[^,]{0,3}给了?${them}|许可|只(?:给|让|许|准)${them}`,
);
const outright = /转让|转(?:移|交)?给|让渡|出让|独占|独家|排他|买断|卖断|许可|归/;
const clauseWords = /转让|独占|独家|许可|归外方|归对方|知识产权|成果归|买断|条款|让渡/;
const ours = /(?:给|归|让)(?:我方|中方|我们|国内|境内|申报单位|本单位|我校|我院)/;
const suchClause =
  /(?:这|那|此|该|相关|类似|上述|前述|以上|所述)(?:种|类|样|些|方面)?的?(?:条款|约定|内容|规定|东西|情况|说法|字眼|表述)|(?:条款|约定).{0,4}(?:没有|无)|没有?(?:什么|任何|那种|这种|那类|这类|此类|那些|这些)[^,]{0,4}(?:条款|约定|规定|说法)|(?:没有?|无)(?:什么|任何|那种|这种|那类|这类)?(?:违规|不合规|违法|不合法|不合适|出格|不平等)的?(?:条款|约定|内容)?/;
const takenOut =
  /删(?:了|掉|除)|去掉|拿掉|改掉了?|划掉|顶回|否(?:了|掉)|没(?:同意|答应|松口)|拒绝|不同意|取消了?|剔除|砍掉|驳回|挡回/;
const wished = /一开始|本来|原来|最初|起初|(?:想|希望|提出|曾经?|要求)(?:过)?(?:要)?/;

const ethicsWords =
  /伦理|人体|样本|数据|出境|动物|报批|审批|手续|遗传资源|人遗|临床|批件|批文|实验|小鼠|大鼠|老鼠|白鼠|鼠|兔子|血样|血清|生物安全|活体|受试者|病人|患者|检疫|种质|出口|科技保密|(?:涉及|碰|用到|牵涉|有)(?:到)?人(?!家|员)/;
const none = /没有?|无|不(?!清楚|知道|确定|合规|符合|少|光|仅|但|只)|未|并非/;
const done =
  /(?<![没未]有?)出具|已经?(?:审|办|报)?(?:过|批|备案)|(?<![没未])下来了?|(?<![没未])到手|办(?:了|好|完|结|妥|齐|过|下|理完)|批(?:了|下|复|准|过)|过(?:了|审|会)|通过|齐|拿(?:到|了)|有批件|有批文|有(?:批|编|伦理)号|有了|免审|豁免|没问题|没有问题|没毛病|合规|合法|已批|审(?:过|批完|完)|备案(?:了|过|好)?|做了|做过|都有|取得|有伦理|不违反|符合|完成|搞定|妥|到位|报(?:过|备过|批过)了?|获批|获得|盖(?:好|过|了)?章|ok|办理|(?:批件|批文|手续|意见|备案|证明)[^,没无]{0,3}有/;
const missing =
  /还没|没批|没办|没过|未批|未办|没做|没报|没拿|没申|未申|未做|未报|待批|正在|在办|在批|在走|在报|在申|准备|下周|没下来|没交|没送|(?:还|正)?在审|审着|排队|还在(?:等|弄|办)|缺|差|要办|要补|未通过|没通过|没有(?:伦理)?批件|没有办|尚未|没弄|没搞|没去|来不及|没来得及|未取得|没取得|忘(?:了|记)?(?:去)?(?:办|报|批|做|弄|申)|漏(?:办|报)|等(?:批|着|通知|结果)|打算|回头|没结果|没定|下个?月(?=[^,]{0,4}[开批办审报上])|才(?=[开批办审报上])/;
const notInvolved =
  /不涉及|没涉及|没有涉及|未涉及|不涉|不用|不需要?|无需|无须|用不着|用不上|不使|不牵涉|不牵扯|不沾|不搭界|不关|没有人(?:体|的|类)|没有动物|没有数据|没有?(?:什么|啥|任何)?(?:手续|批文|审批|东西)?(?:要|需要?|用|可|好|必要)(?:去)?(?:办|报|批|走|审)|没有?(?:什么|啥)?(?:伦理|这方面|这类)(?:上|方面)?的?(?:事|问题|要求|风险|顾虑)|没有?(?:什么|啥|任何|别的|其他)?(?:特别|特殊)?(?:必须|需要?|要|得|该)(?:另外|额外|单独|专门|再|去|向谁)*(?:办理?|报|批|走|审|申请)的|没有?(?:别的|其他|另外的?)(?:手续|批文|审批|批件)(?:要|需要?|得|可)|没有?(?:(?:什么|啥)(?:科研|医学)?伦理(?!批件|批文|委)|任何(?:科研|医学)?伦理(?!审|批|委|办|手|备))|不做|不碰|没用到|用不到|(?:不|没有?|无|也不存在|不存在)[^,]{0,4}(?:出境|出国|出去|外传|传到?国外|出口)|不(?:往|向|给|对|传|送|寄|用)(?:外|国外|境外)?|没关系|无关|不相关|(?:留|存|放|待|保存|保留)(?:在|于)?(?:国内|境内|本地|本院|我们|省内|[\p{Script=Han}]{2}本地)|(?:都|全|全部|只)在(?:国内|境内|本地|本院|省内)|八竿子|不沾边|纯(?:软件|理论|计算|材料|工程|机械|硬件|化工|数学)/u;
const bareNotInvolved =
  /^(?:这些|这个|这块|两样|两个|都|也|均|全部?|完全|我们|统统)*不(?:涉及|牵涉|沾)(?:到|的|这些|这个)*$/;
const bareNo = /^(?:哦|这个|那个|是|都|也)*(?:没有?|无)+(?:的|呢|这[个种些]|那[个种些])*$/;
/** 跟普通许可有啥区别 after a question. */
const asksBack =
  /看[你您]?(?:们)?(?:是)?(?:怎么|如何|咋)|怎么(?:定义|界定|理解)|有(?:什么|啥)(?:区别|不同|不一样|讲究|说法)|(?:什么|啥|咋|怎么)(?:叫|算|才算)|是什么|是啥/;
const hint = '请分开写：协议里有没有转让或独占许可给外方的条款；伦理、报批办了没有，或者不涉及。';

/** 这一条可能需要再商量: what may become of it takes nothing from how it stands. */
const renegotiated =
  /^(?:(?:这|那|该|此)(?:一)?(?:条|款|点|项)|这个|我们|双方|后面|以后|回头|还|也)*(?:可能|也许|或许|估计|大概)(?:还|也)?(?:需要|需|要|得|会)?(?:再|跟[^,]{1,4}|重新|继续)*(?:商量|协商|谈|改|修改|调整|讨论|斟酌)(?:一?下|的)?$/;

/** Reads both; a bare 没有 answers only whether such clauses stand in the agreement. */
export function readEthics(text: string): Reading<ReadEthics> | undefined {
  const said = statements(
    text
      .replace(/给谁|给哪[个家]/g, '给外方')
      .replace(/唔/g, '不')
      // 独占转让那种没有伦理手续搞不清, in one breath.
      .replace(
        /(?<=(?:那|这)(?:种|类|样|些)(?:条款|的)?(?:都|是|也)?(?:没有|冇得|没得|没))(?=伦理|数据|手续|动物|样本|人体)/g,
        '，',
      )
      .replace(/没有(?=没有[^,，。;；]{0,6}(?:独占|独家|转让|许可|条款|排他))/g, '没有，'),
  );
  if (said === undefined) return undefined;
  const parts = clauses(said.map(withLatin)).filter((part) => !renegotiated.test(part));
  const whole = parts.join('。');
  const known = parts.filter(
    (part) =>
      !saysUnknown(part) &&
      !asksBack.test(part) &&
      !/没(?:有)?(?:打听|过问|管过?|关心)/.test(part) &&
      !(speaksOfOthers(part) && !clauseWords.test(part) && !gives.test(part) && !ethicsWords.test(part)),
  );
  const heard = { ip: [] as boolean[], ethics: [] as boolean[] };
  const [first = ''] = parts;
  // 不涉及 alone may mean either.
  if (!(parts.length === 1 && bareNotInvolved.test(first))) {
    let before = false;
    for (const part of known) before = readPart(part, heard, before);
  }
  const [ip, ethics] = [new Set(heard.ip), new Set(heard.ethics)];
  if ((ip.size > 0 || ethics.size > 0) && saysMaybe(whole)) return ask(hint);
  if (
    ethics.size === 0 &&
    ip.size === 0 &&
    /都没问题|都没有问题|都合规|都办了|都不涉及|都合法|都没毛病|(?:两|二)(?:样|个|项|方面)都(?:不涉及|没问题)|均(?:不涉及|无|没有|合规|符合)/.test(
      whole,
    )
  )
    return value({ ipLawOk: true, lawEthicsOk: true });
  // 都符合，伦理批件也有.
  if (
    ip.size === 0 &&
    ethics.size > 0 &&
    known.some((part) => /^(?:都|均|全部?|两样都)是?(?:符合|合规|合法|没问题)[的了]?$/.test(part))
  )
    ip.add(true);
  // 曾有那一条，已经删了.
  if (ip.size > 1 && known.some((part) => takenOut.test(part) && !/还没|没删|未删|没改/.test(part))) ip.delete(false);
  if (ip.has(false) && parts.some((part) => ours.test(part))) return ask(hint);
  // 转让没有，独家许可有一条: one of them stands there.
  if (ip.size > 1 && kindsApart(known)) ip.delete(true);
  if (ip.size > 1) return ask('转让或独占许可给外方的条款，协议里到底有没有？');
  if (ethics.size > 1) ethics.delete(true);
  if (/(?:转让|许可).{0,8}(?:须|需|要|得|经).{0,6}(?:批|同意)/.test(whole) && !ip.has(true))
    return ask('写的是转让或许可给外方须经批准，还是已经约定给外方？请具体写一下。');
  if (ip.size === 0 && ethics.size > 0 && bareNo.test(first)) ip.add(true);
  if (ip.size === 0 && ethics.size === 0) {
    if (saysUnknown(whole) || known.length < parts.length) return saysUnknown(whole) ? unknown : ask(hint);
    const answer = readPlainYesNo(text);
    if (answer?.is === 'value' && answer.value === 'no' && !clauseWords.test(whole) && !/涉/.test(whole))
      return value({ ipLawOk: true }, answer.echo);
    return answer === undefined && !/法务|审过|看过/.test(whole) ? undefined : ask(hint);
  }
  const [ipLawOk] = ip;
  const [lawEthicsOk] = ethics;
  return value({
    ...(ipLawOk === undefined ? {} : { ipLawOk }),
    ...(lawEthicsOk === undefined ? {} : { lawEthicsOk }),
  });
}

function kindsApart(parts: readonly string[]): boolean {
  const kinds = [/转让|让渡|出让/, /独占|独家|排他/];
  const firm = parts.filter((part) => kinds.some((kind) => kind.test(part)));
  const [denied, told] = [firm.filter((part) => none.test(part)), firm.filter((part) => !none.test(part))];
  return (
    denied.length > 0 &&
    told.length > 0 &&
    kinds.every((kind) => !(denied.some((part) => kind.test(part)) && told.some((part) => kind.test(part))))
  );
}

/** What may be owed: a bare 无人体样本 owes nothing. */
const owed = /伦理|批|办|手续|申|报|审|备案|评估|许可|证|下来|结果|通过|^[^,]{0,4}没有?$/;
const notStarted =
  /(?:未|没有?|暂不|尚未)(?:启动|开展|开始|进行|纳入)(?![^,]{0,6}(?:审|批|评估|手续|申))(?<!(?:审|批|评估|手续|申)[^,]{0,6})/;
/** 伦理申请刚交. */
const applied = /(?:申请|材料|表|单子)(?:书|也|都|刚|已经?|才|是)*(?:交|递|报|送)/;
/** What becomes of an application that was spoken of just before: 还没批下来. */
const goesOn = /评估|备案|手续|批|下来|办|审|通过|会上|上会|拿到|还没(?:有)?$|流程|材料(?:交|递|报)/;

/** Whether the clause speaks of ethics, so that the next may go on. */
function readPart(said: string, heard: { ip: boolean[]; ethics: boolean[] }, ethicsBefore: boolean): boolean {
  const part = said.replace(
    /(?:出境|出口|进口|行政|采集|生产|使用|安全|动物|卫生|检疫|植物|种子|环评|经营|排污|辐射)许可证?/g,
    '批件',
  );
  // 那种条款更没有, in one breath with the rest.
  if (/(?:那|这|此|该)(?:种|类|样|些)条款(?:更|也|都|就)*(?:没有?|无)/.test(part)) heard.ip.push(true);
  const aboutGiving = gives.test(part) || suchClause.test(part);
  const aboutEthics =
    ethicsWords.test(part.replace(/许可证?/g, '')) ||
    (notInvolved.test(part) && !aboutGiving && /不涉|牵|搭界|不沾|无关|没关系|纯/.test(part));
  const about = aboutEthics || (ethicsBefore && !aboutGiving && !clauseWords.test(part) && goesOn.test(part));
  const clauseAlone = /条款|产权|成果/.test(part) && !aboutEthics;
  if (ours.test(part) && !/不/.test(part)) return false;
  if ((aboutGiving && !(aboutEthics && !outright.test(part))) || clauseAlone) {
    const fine =
      /审过|合规|合法|符合|没问题|没有问题|没毛病|不违反|不违法/.test(part) &&
      !/(?<![没不])有(?:转让|独占)|不(?:合规|符合|合法)/.test(part);
    const before = heard.ip.at(-1);
    if (takenOut.test(part) && !/还没|没删|未删|没改/.test(part)) heard.ip.push(true);
    else if (aboutGiving && wished.test(part) && !none.test(part)) heard.ip.push(false);
    else if (aboutGiving && none.test(part) && !/不是没有|没有不|没(?:有)?(?:报批|批准|经过|改|删)/.test(part))
      heard.ip.push(true);
    else if (fine) heard.ip.push(true);
    else if (aboutGiving && (gives.test(part) || before === undefined)) heard.ip.push(false);
  } else if (takenOut.test(part) && heard.ip.at(-1) === false && !/还没|没删|未删|没改/.test(part)) heard.ip.push(true);
  if (!about) return false;
  // 没跟上面报批 after a clause that gives away speaks of that clause.
  if (heard.ip.at(-1) === false && /报批|审批|批准/.test(part) && !/伦理|遗传|数据|样本|动物/.test(part)) return false;
  // 人体样本没有，动物没有: nothing of the kind is used.
  if (
    /(?:人体|样本|动物|标本|数据出境|病人|患者|活体)[^,]{0,4}(?:都|也|均|是)*(?:没有|无|没)(?:的|用|碰|涉及)?$/.test(
      part,
    ) &&
    !/伦理|批|手续|审/.test(part)
  ) {
    heard.ethics.push(true);
    return true;
  }
  // 人体部分未启动 is no step that is owed.
  if (/人体|样本|临床|动物/.test(part) && notStarted.test(part)) return true;
  if (applied.test(part) && !/批(?:下|了|复|准)|通过|过了|拿到|下来/.test(part)) heard.ethics.push(false);
  else if (missing.test(part) && !notInvolved.test(part)) heard.ethics.push(false);
  else if (notInvolved.test(part) || /(?:没有?|无|不含)(?:任何|什么)?(?:人体|人类|样本|数据|动物|出境|涉)/.test(part))
    heard.ethics.push(true);
  else if (done.test(part)) heard.ethics.push(true);
  else if (/[没未无]/.test(part) && owed.test(part)) heard.ethics.push(false);
  return true;
}
