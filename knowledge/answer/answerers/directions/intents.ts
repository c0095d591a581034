/** What is asked about directions, in whatever words. Patterns, not concepts: they stand across words that other areas share. */
import type { Guide } from '../../../guide.ts';
import { type Asked, named, type Span } from '../../asked.ts';
import { numberedDirections } from '../../entities/directionNumbers.ts';
import { categoryOrdinals } from '../../entities/directionOrdinals.ts';

const table = {
  indicators:
    /(?:验收|结题|考核)(?:标准|指标|要求)|指标|考核|验收|结题|交付|要完成(?:什么|哪|啥|多少)|完成(?:哪|什么|啥)|达到(?:什么|哪|啥)|交(?:出)?(?:什么|啥|哪)|(?:出|拿|产出)(?:什么|啥|哪些|多少)|产出|成果|任务|目标|硬性?要求|什么要求|啥要求|有(?:何|哪些|什么|啥)要求|要求(?:是|有)?(?:什么|啥|哪些)|怎么要求|要做到|做到什么|怎么考|kpi|indicator|deliverable|target|require|expected|outcome|achieve/,
  content:
    /内容|研究(?:什么|些|啥|哪|的是|点|任务|范围)|做(?:些)?(?:什么|啥|哪)|(?:干|搞|弄)(?:些)?(?:什么|啥|嘛)|要做啥|(?:讲|说)的?(?:是)?(?:什么|啥)|是(?:关于|研究|讲|做)|关于(?:什么|啥)|(?:什么|啥|哪种|哪些)(?:方法|算法|模型|仪器|设备|手段|技术|合金|材料|工艺|手段|对象)|(?:技术|方法|材料|手段)(?:叫|是)(?:什么|啥)|(?:怎么|如何|咋)(?:做|制备|合成|实现|造|研究)|技术路线|介绍|说说|讲讲|说一下|讲一下|content|about|cover|scope|method|what (?:do|does|will|would|is)[^.?]{0,60}\b(?:study|research|investigate|deal with|involve|entail|comprise|look into)\b/,
  title:
    /叫(?:什么|啥|做)|名称|名字|全称|标题|题目(?:是|叫|名|全称)|是(?:什么|哪个|啥)(?:方向|选题|题目?)|是(?:什么|啥|哪个)[?吗呢呀啊]*$|title|name|called/,
  category:
    /(?:哪|什么|啥)(?:一|个|种)?(?:大)?(?:类|类别|类型|组|块)|那(?:一|个|种)?(?:大)?(?:类|类别|类型)|类别|类型|大类|属于?(?:欧|其他|其它|哪|什么|啥)|属于[^,。?]{1,6}还是|(?:欧美|其他国家)[^,。?]{0,6}(?:类|方向|还是|吗|么|不)|是(?:不是)?(?:欧美|欧洲|美洲|其他)|归(?:在|到|于|进|入|的是)?(?:欧|美洲|其他|其它)|(?:欧|美)洲?(?:国家)?(?:那|这)(?:一)?(?:堆|头|边|拨|档|块|组)|category|categories|belong|(?:which|what) (?:group|half|part|kind)\b|meant for|reserved for|europe(?:,| and| or) (?:the )?americas?\b/,
  country:
    /(?:和|跟|与|找|同)(?:哪|什么|啥)(?:些|个|里)?(?:国|地方|地区)|哪(?:些|个|里)?(?:国家|地区|国)(?:的)?|合作国|合作方(?:是|来自|要|得|必须|在)|外方(?:是|来自|要|得|必须|可以|能|在)|什么国家|which countr|what countr|partner/,
  quota:
    /(?<![成设建创])立(?:项)?(?:[的得]?(?:更|比较)?[多少](?!数)|数|几|多少|两|俩|2|1|一)|拟立|打算立|立项(?:几|多少|数|名额|有)|(?<!报)(?:批|资助|支持|录|收|取|给|上|中|招)(?:几|多少|两|一|俩|2|1)(?:个|项|家|份)|名额|占(?:了|到|其中)?(?:几|多少)(?:个|项)|(?:各|分别)(?:立|批|定|安排|占|是)?(?:项)?(?:几|多少)(?:个|项)|几个坑|(?:几|多少)个?(?:项目|课题|名额)|项目数|how many project|number of project|quota|slots|will be funded|funded|(?:two|2|three|more than one|only one|one) (?:projects?|awards?|places?|winners?|grants?)|how many (?:\w+ ){0,3}(?:projects|awards|winners)/,
  total:
    /(?:多少|(?<!第)几)(?:个|条|大|项)?(?:选题|研究|申报)?(?:方向|选题)(?!.{0,8}(?:要求|需要|规定|写|要有|提到|论文|专利|标准|培养))|(?:方向|选题)(?:总数|数量|一共|总共|共|有几|有多少|几个)|how many (?:research )?(?:direction|topic)|number of (?:direction|topic)/,
  list: /(?:有|都有|包括|分)?(?:哪些|什么|啥)(?:选题)?(?:方向|选题)(?:[?呢啊可能,。]|$|有|供)|(?:方向|选题)(?:都)?(?:有|是|包括|分)(?:哪些|什么|啥|哪几)|(?:列|所有|全部|(?<!第)19个|(?<!第)十九个)[^,。]{0,12}(?:方向|选题)|(?:方向|选题)(?:的)?(?:列表|清单|目录|名单|名称|一览)|(?:\d{1,2}|[一二三四五六七八九十]{1,3})个(?:选题)?(?:方向|选题)(?:都|分别|各)*(?:是|有|叫)?(?:哪些|什么|啥|哪几)|list (?:of |all |the )*(?:direction|topic)|(?:which|what) (?:research )?(?:directions|topics) (?:belong|are|fall|do)|(?:all|what are) (?:the |of the )*(?:\d+ )?(?:direction|topic)/,
  search:
    /(?:报|选|填|投|走|挂|套|靠|去|算|归|放|对|属于?|归到|归属|归入|对应|落|进)(?:到|在|上|于|得?上|的是|着)?(?:哪|第几|几号|什么方向|啥方向|什么选题|哪个)|往哪|能报(?:的|哪|什么|吗|么|不|嘛|啥|$)|可以报|可报|能不能报|能否报|报得了|能申报|可以申报|申报哪|报什么|报啥|对口|对得上|靠得上|挨得上|沾|吻合|契合|匹配|合适|适合|对应|符合哪|接近|推荐(?!函|单位|信|人|部门|表|意见)|挑(?!战)|(?:哪|第几|几号|什么|啥|有没有|有无|没有|有)(?:个|一个|条|些|合适的|相关的|对应的|我们的|能)?(?:选题)?(?:方向|选题)|有戏|有位置|(?:方向|选题)(?:里|中|内)?(?:面|头)?(?:有没有|有吗|有么|有不|有无|有我|包括|包含|涉及)|在不在(?:范围|方向|选题)|范围内|算不算|包不包|涵盖|支持(?:吗|么|不)|which|what direction|what topic|fit|suit|match|can (?:we|i) apply|apply|any direction|any topic|is there|where (?:do|does|should)|belong/,
  compare:
    /最(?:多|高|大|少|低|小|严|松|难)[^,。]{0,6}(?:方向|选题)|(?:方向|选题)[^,。?]{0,12}最(?:多|高|大|少|低|小)|哪(?:些|几|一|两)?(?:个|项)?(?:选题)?(?:方向|选题|课题)|(?:哪|就)(?:一|几|些|两)?[条项](?!件|款|例|规定|要求(?:的|$|[?]))|(?:多少|几)个?(?:选题)?(?:方向|选题)|(?:各|每)(?:个)?(?:选题)?(?:方向|选题)|(?:所有|全部|19个)[^,。]{0,4}方向|都(?:要|得|有|需)|(?:方向|选题)(?:都)?列|(?:写|要求|需要|涉及|提到|规定)(?:了|到)?[^,。]{1,12}的(?:选题)?(?:方向|选题)|谁(?:要|的|最)|(?:不用|不必|不要|不需要?|没有?|无)[^,。?]{1,10}的?(?:选题)?(?:方向|选题)|的(?:都)?(?:有|是)?(?:哪些|哪几[个项条]|几个|多少个)(?:$|[?呢啊])|which (?:direction|topic)|(?:all|each|every) (?:direction|topic)|directions (?:require|need|ask|want)/,
  all: /都要完成|全(?:都|部)?(?:要|得|必须)|必须(?:全|都)|都得|(?<!筛)选几条|挑几|选做|任选|一部分|部分(?:指标|完成)|缺一|少一|差一|达不到|完不成|没完成|未完成|只完成|能不能减|打折|降低(?:指标|要求)|调整指标|改指标|修改指标|must all|all of them/,
  money:
    /经费|多少钱|资助(?:额|多少|金额)|支持额度|给(?:多少|几)|拨(?:多少|几)|(?:几|多少)万|额度|预算|funding amount|how much money|budget/,
  /** What other parts of the guide rule. */
  elsewhere:
    /归(?:谁|属|哪|我|外方|双方|中方)|怎么分|分成|(?:经费|资金|资助|款|钱|产权|收益|收入|成果|专利|股权?|外方|双方|各方|分配|配套|自筹|出资)[^,。?]{0,6}比例|比例(?:怎么|如何)?(?:分|定)|转让|收益|保密|归口|whose|belong to whom/,
  most: /最多|最高|最大|最严|最难|更多|更高|most|highest|more/,
  least: /最少|最低|最小|最松|更少|更低|least|fewest|lowest|fewer/,
} as const;

export type Intent = keyof typeof table;
export type Consumed = Intent | 'finer' | 'kinds';

/** Concepts by which an intent is kept for a question that leaves it out. */
const kept: { readonly [K in Intent]?: readonly string[] } = {
  category: ['dir-category', 'category-kind'],
  quota: ['dir-quota', 'quota'],
};

/** In these words, or kept from what was asked before. */
export function intended(asked: Asked, intent: Intent): boolean {
  return table[intent].test(asked.text) || (kept[intent] ?? [`dir-${intent}`]).some((id) => asked.concepts.has(id));
}

const kinds =
  /欧洲、?美洲国家|欧美|欧洲|美洲|其他国家(?:和地区)?|其它国家|其他类|两类|类|europe|americas|other countries/;

export function stands(text: string, intent: Intent): boolean {
  return table[intent].test(text);
}

/** Where the words of an intent stand. */
export function stretches(text: string, intent: Consumed): Span[] {
  const patterns =
    intent === 'finer' ? finer.map(({ pattern }) => pattern) : [intent === 'kinds' ? kinds : table[intent]];
  return patterns.flatMap(({ source }) =>
    [...text.matchAll(new RegExp(source, 'gu'))].map(({ 0: whole, index }) => ({
      start: index,
      end: index + whole.length,
    })),
  );
}

/** A direction stands there by number or by its whole title, not by a word of the field. */
export function numbered(asked: Asked, guide: Guide): boolean {
  if (numberedDirections(asked.text).length > 0 || categoryOrdinals(asked.text, guide).length > 0) return true;
  const titles = new Set(guide.directions.map(({ title }) => title.toLowerCase()));
  return named(asked, 'direction').some(({ start, end }) => titles.has(asked.text.slice(start, end)));
}

/** 我们做…的，报哪个方向: somebody's own work is told, no requirement is asked for. */
export function seeksPlace(text: string): boolean {
  return (
    /我们?|咱|团队|课题组|(?:做|搞|弄|研究(?!生)|从事).{1,20}的|报|对口|适合|合适|属于|对应|归/.test(text) &&
    !/要求|需要|规定|必须|要有|得有/.test(text)
  );
}

/** What people ask beyond the indicators; the guide's indicators say nothing of it. */
export const finer: readonly { id: string; pattern: RegExp; zh: string; en: string; of?: RegExp }[] = [
  {
    id: 'journals',
    of: /论文|文章|期刊|sci|[一二三]区|顶刊|影响因子|paper|article|publication/,
    pattern:
      /\b(?:sci|ssci|ei|cssci|jcr)\b|sci|分区|[一二三]区|影响因子|核心|顶刊|高被引|国际期刊|国外期刊|(?:什么|哪种|哪些|啥)(?:级别|档次|水平|样)|级别|怎么(?:才)?算高水平|算高水平|高水平.{0,6}(?:指|界定|标准|定义|认定)|会议|英文|中文|普刊|impact factor|journal/,
    zh: '论文要发在什么级别的期刊、是否须 SCI',
    en: 'which journals count, or whether SCI is required',
  },
  {
    id: 'authors',
    of: /论文|文章|专利|署名|paper|patent/,
    pattern: /一作|第一作者|通讯|第一单位|第一完成|署名|挂名|共同作者|排名|first author|corresponding/,
    zh: '作者排名、署名的要求',
    en: 'the order of authors',
  },
  {
    id: 'granted',
    of: /专利|软著|软件著作权|patent|copyright/,
    pattern:
      /授权|拿(?:到)?证|下证|获批|获权|发证|证书|受理(?:就|即|通知|算|号|可以)|申请(?:了)?就|(?:申报|申请|提交)(?:了)?(?:就行|就算|即可|还是)|公开|公布|granted|grant\b|filed/,
    zh: '专利是否须授权（写的是“申报”）',
    en: 'whether patents must be granted (it says “申报”, applied for)',
  },
  {
    id: 'abroad',
    of: /专利|patent/,
    pattern: /pct|国际专利|国外专利|海外专利|外国专利|境外专利|美国专利|欧洲专利/,
    zh: '是否须国际专利（PCT）',
    en: 'international (PCT) patents',
  },
  {
    id: 'utility',
    pattern: /实用新型|外观设计|外观专利|utility model/,
    zh: '实用新型或外观设计专利',
    en: 'utility models or design patents',
  },
  {
    id: 'where',
    of: /基地|实验室|平台|示范|应用/,
    pattern:
      /放在|设在|建在|建到|(?:非得|必须|只能|一定)在|在哪建|外省|省外|外地|异地|放国外|放境外|where (?:must|can|should)/,
    zh: '建在哪里、能不能建在省外',
    en: 'where it has to be',
  },
  {
    id: 'instead',
    pattern: /(?:代替|顶替|折算|充抵|冲抵|抵扣|充数|换成别的|抵一|抵几)(?!抗生素)/,
    zh: '能不能用别的成果代替或折算',
    en: 'whether something else may stand in for it',
  },
  {
    id: 'price',
    pattern: /卖|售价|价格|销售|产值|成本|利润|多少钱/,
    zh: '价格、销售额、成本一类的数字',
    en: 'prices, sales or costs',
  },
  {
    id: 'joint',
    of: /论文|专利|研究生|标准|paper/,
    pattern: /(?:必须|要|得|一定|须)(?:跟|和|与)外方(?:联合|共同|一起)/,
    zh: '是否须与外方联合完成',
    en: 'whether it must be joint with the partner',
  },
];
