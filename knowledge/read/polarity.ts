/**
 * What a clause says of a thing that has to be there: done, not done, still to come, or partly. Concepts, not sentences:
 * completives (好了 齐了 办妥 到位), denials (没 未 尚 不), denied lacks (没落下 一样不差), what is still on its way.
 */
export type State = 'yes' | 'no' | 'not-yet' | 'partly';

/** Lack words that a denial turns round: 没落下, 不缺, 一处不漏, 没什么遗漏. */
const lackDenied =
  /(?:不|没有?|未|无|也没|并无)(?:有|曾|见|发现|什么|啥|任何|哪[一]?[家个处项]|哪里|一[家个处项]|被|会|存在|出现)*(?:缺漏|遗漏|缺失|缺少|缺席|缺|差|落下|落空|落|漏掉|漏下|漏|拉下|少|空着|空缺|空白|空)(?!(?:了?(?:什么|啥)?)章)|(?:遗漏|缺漏|缺失|空缺)(?:均|都|也)?(?:没有|无)|[一1](?:样|处|个|家|张|项|条|方|点)(?:都|也)?(?:不|没|未)(?:有)?[少缺差落漏空]|不少$/;
const noTrouble =
  /没有?(?:什么|啥|任何|多大|一点)?(?:问题|毛病|困难|障碍)|没[错跑]|没(?:得|的)说|没话说|不成问题|不在话下|问题不存在|妥妥/;
/** 要重开: what was there no longer counts. */
const spoilt = /作废|要?重新?[开签盖做写标弄办出](?!好|完|了|过)|不能用|用不了|[退打]回来?|撤回|被撤|过期了|失效/;
const spoiltDenied = /(?:[没不未]|没有)(?:被)?(?:作废|过期|退回|打回|失效)/;
const partly =
  /就差|[只仅还尚]差|差一?点|差不多|一部分|大部分|^部分|[只仅]有?部分|(?<!高亮|标注|标记|标识)部分(?:标|写|签|盖)了|多数|一半|有的.{0,20}没|有些|只有|没全|没有?写全|不全|不齐|没齐|不完整|(?<!不|没)缺|少了|除了|基本|[只仅](?:签|写|盖|开|办|标|做|高亮|把)/;
/** Still on its way; what follows tells that it ended (走完流程, 等到了) is no longer. */
const pending =
  /还没|还未|尚未|尚无|尚待|尚在|暂未|暂时没|暂无|未曾|正在|(?<!用)正[开签盖标办走做报申审](?!确|式|规|好)|快了|快[好办下拿](?!了的)|快要|[在正]走|(?:下|这|本)(?:个)?(?:周|月|星期|礼拜)[一二三四五六日天末底中]?(?:就|才|会|再|要|能|可以|拿|开|去|办|标|补|给|出|弄|签|$)|月底|月中|年底|年内|明[天年儿]|后天|过几天|过(?:两|一)[天阵]|过会儿?|等会儿?|一会儿?|待会儿?|晚点|稍后|抓紧|马上|立马|即将|将[会于要]|争取|预计|有望|(?<![不没])(?:准备|筹备)(?!好|齐|完|了|妥|就绪|充分)|(?<![不没])打算|(?<![不没])计划(?=[签开办做建下在近拿补标])|拟[于在近签开办补]|[还仍]在(?!里面|有效|的$|手)|仍需|还需|尚需|还[得要]|(?<!就是)在[办走弄做跑开催等审签标补搞]|走流程|流程(?:里|中|上)|[办审流受处编]理中|申请中|审[批核]中|审批(?:里|阶段)|等[着批签通回]|[后了]才|才[能会给]?[发开出给批办盖签](?!了|好|完|的|出来|下来|到)|等[^,]{0,8}(?:前|后|时候?|再|才|统一)|(?:在|要|得|还|就|只|再)等|^等|排[着队]|没呢|没到|待[签盖批办开标补定审]|回头|改天|到时候?|后面再|再(?:去|来|给)?[标补办开弄签盖跑去](?![了过一])|要?去[标补办开弄跑盖](?!了|过)|[会要得](?:去)?[标补办开弄](?!会|头|始|心|了|过)|提交前|交之前|申报前再|递上去了|报上去了|交上去了/;
const endedPending =
  /(?:走|办|审|批|等|签|弄|排|跑|催)(?:完|到|好|妥|结|毕|下来|出来|回来)|终于|总算|已经?[^,]{0,4}(?:走完|办结|拿|取|收|领|开|出|标|批)|拿到|收到|取得|到手|到位|下来了|办下|办妥|办结/;
const forgot =
  /忘[了记].|搞忘|忘[写签盖标开办弄]|漏[了写签盖标弄]|没顾上|没来得及|来不及|没工夫|没空|没动|没弄|压根|空着|留空/;
const denied =
  /没(?!要$|收钱|花钱|要钱|费|耽|为难|刁|多问|有?(?:什么|啥|任何|多大|一点)?(?:问题|错|毛病|困难)|有?关系|的说|得说|话说|事$|事儿$|跑$|二话|白|想到这么)|(?<![从])未(?!来|婚|必)|无(?!锡|论|人机|线|疑|所谓|误|缝|需|须|偿|菌|机|纺)|否(?!则)|[冇莫]|不(?!少|错|仅|光|但|只|管怎|管是|过|得不|用说|用担心|用操心|用再|同(?!意)|断|大|太好说|久|管|止|瞒|好意思|难|假|论|然|含糊|愧|知|等人|说了|客气|妨|敢怠慢|折不扣|在话下)|别提|拒绝|欠(?:着|缺)|缺失|八字[^,]*撇|没影|泡汤|(?<![标涂染画成刷弄])黄了|落空/;
const complete =
  /业[经已]|(?:均|都|全部|全|各自|皆|悉数|一律|统统|早|早就|通通)已?经?(?:高亮|标|签|盖|开|办|出|取|备|列|指派|提交|报|完成|获|落实|加盖|在|有|安排|派|参|齐|好|妥|涂|画|弄)|已经?(?:高亮|标|签|盖|开|办|出|取|拿|收|领|到|备|列|指派|提交|报|完成|获|落实|加盖|经|按|将|在|予|于|由|对|就绪|妥|齐)|备[妥齐]|[拿取收领攥揣要讨求催](?:到|得|回|来)(?!\?)|盖到章|(?<![没])有(?!点|关|时|可能|待|望|误|效|限|问题|困难|没有|意|打算|计划|空)|[开签盖标写办做交填出批审附译翻列寄发齐全够涂画描弄搞染勾圈加改补印扫给派配安排参进入归存拿收取领](?:着|好|完|过|到|齐|全|妥|毕|上|进去|下来|出来|回来|出去|完整|清楚|定|成|得)?(?:字|章|色|亮|黄|红|人|函)?了(?!吗)|(?:处理|同意|报告|取得|拿到|完成|通过|成立|达到|登记|注册|高亮|提交|收到|约定|明确|落实|到位|参与|覆盖|安排|办理|出具|开具|签发|标注|标记|标识|标示|突出显示|加亮|标亮)(?:过|好|完毕|完成)?了?$|[标签盖写审办弄涂开]过|[标涂描染弄][成为]?(?:了)?[黄红亮蓝绿]|满足|符合|在里[面头]|^[\p{Script=Han}]{0,6}都在$|在手[上里]?|到手|到位|妥[了当]|搞[定掂]|毕$|完毕|就绪|办结|每家.{0,6}[一1]|人手一|[齐全]$|齐全|齐[了备]|齐活|ok|done|√|✓/u;

/** The state that one clause tells; `undefined` when it tells none. */
export function stateOf(clause: string): State | undefined {
  if (lackDenied.test(clause) && !/没有?缺口/.test(clause)) return 'yes';
  if (spoilt.test(clause) && !spoiltDenied.test(clause)) return 'not-yet';
  if (partly.test(clause)) return 'partly';
  if (pending.test(clause) && !endedPending.test(clause)) return 'not-yet';
  if (forgot.test(clause)) return 'no';
  if (denied.test(clause)) return 'no';
  return complete.test(clause) || noTrouble.test(clause) ? 'yes' : undefined;
}

/** Whether a clause tells that something is still to come (下周去办). */
export function isPending(clause: string): boolean {
  return pending.test(clause) && !endedPending.test(clause);
}

/** Whether what was there no longer counts. */
export function isSpoilt(clause: string): boolean {
  return spoilt.test(clause) && !spoiltDenied.test(clause);
}

const earlier =
  /^(?:之前|以前|原来|原先|本来|起先|起初|开始|一开始|刚开始|当初|当时|早先|先前|上次|上个?月|上周|前[几两]天|去年|第一次|头一回|初稿|[^,]{1,10}(?:之前|以前|的时候|那会儿?))/;

/** Of several clauses, without those that tell how it was before, where later ones tell how it is. */
export function asItIs<T extends { readonly part: string }>(told: readonly T[]): readonly T[] {
  const now = told.filter(({ part }) => !earlier.test(part));
  return now.length > 0 ? now : told;
}
