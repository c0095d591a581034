/** Whether somebody wants a person: the whole message says so, or a part of it that says nothing else. */

/** One spelling, without signs at the ends and what is only polite. */
export const bare = (text: string): string =>
  text.length > 30
    ? ''
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s。.!?~,“”"「」'、…！？～，:：;；]+/g, '')
        .replace(/(?:谢谢|多谢|麻烦了|拜托)(?:你们?|您|了|啦)?$/, '')
        .replace(/(?:吧|啊|呀|哈|嘛|呗|了|一下|好了|哦)+$/, '');

/** Letters of a message in which parts are looked for: whoever writes more than that tells a story. */
const looked = 200;

/** The parts of a message, with what is only polite left out; a message of one part has one. */
export const clausesOf = (text: string): string[] =>
  text
    .slice(0, looked)
    .split(/[\s,，。.;；!！?？:：、~～…]+/)
    .filter((part) => part !== '' && !/^(?:谢谢|多谢|麻烦|拜托|好的?|嗯+|那|请问)(?:你们?|您|了|啦)?$/.test(part));

/** 好的, 请, 我想, 能不能帮我 … before what is wanted. */
const plea =
  '(?:好的?|那么?|请问?|麻烦|劳驾|拜托|算了|还是|直接|快点?|赶紧|可以|可不可以|能不能|能否|能|帮|给|让|替|你们?|您|我们?|咱们?|老师|你好|您好|想要?|需要|希望|要求|必须|只要|要|得|再|先|还|就|别废话){0,10}';
/** The same before a mere name of them: 帮工作人员 says for whom one asks. */
const wish =
  '(?:好的?|那么?|麻烦|还是|直接|快点?|可以|能不能|能|给我|你好|您好|我们?|想要?|需要|希望|要求|必须|只要|要|先|就){0,10}';
const human =
  '(?:人工(?:客服|服务|坐席|座席|台|通道|专员)?|真人(?:客服|服务)?|活人|(?:在线)?客服(?:人员|老师)?|咨询台)';
const staff = '(?:工作人员|办事人员|服务人员|服务台|值班(?:人员|老师)|接线员|话务员|专员|技术支持)';
const office = '(?:省?科技厅(?:的?(?:人|老师|工作人员))?)';
const people = `(?:${human}|${staff}|${office})`;
const verb =
  '(?:转接?|接通?|转到|接到|转给|转交给?|交给|提交给?|找|联系|叫|换成?|请|问|见|呼叫|召唤|连接?|派|切换?到?|进入|跟|和|与|同|咨询)';
const measure = '(?:一?[个位名])?(?:你们|你们那|您那|那边|厅里)?的?';
const does =
  '(?:来|接听?|回答|回复|解答|答疑|咨询|处理|协助|帮忙|帮助|服务|说话?|聊聊?|聊天|讲话?|谈谈?|沟通|看看|我|一下|给|问题)*';
const someone = '(?:一?[个位])?(?:真|活|真的|懂的|能管事的?|管事的?)?人';
const whole = (...forms: string[]): RegExp => new RegExp(`^(?:${forms.join('|')})$`);

const wants = whole(
  `${plea}${verb}(?:我|一下|下|到|给|个)*${measure}${people}${does}(?:吗|么|不)?`,
  `${plea}(?:让|请|由|要|需要)${measure}(?:${human}|${staff}|${office})${does}`,
  `${wish}(?:一个?)?(?:${human}${does}|工作人员|值班(?:人员|老师)|接线员|话务员)(?:呢|在吗|在不在|在线吗|在么|可以吗|怎么转|在哪里?|几点上班)?`,
);
/** 人工人工人工, 转人工转人工, 转接. */
const again = /^(?:(?:转?人工){2,}|(?:请?转接){1,3})$/;
/** rengong, zhuan ren gong: whoever has no Chinese keyboard. */
const spelled = /^(?:qing|wo|yao|xiang|zhuan|zhao|jiao|huan)*rengong(?:kefu|fuwu)?$/;
/** 有没有真人, 有人工吗, 有人在吗: 有人 alone answers a question. */
const isThere = whole(
  `${plea}(?:有没有|有木有|有没|是不是有)${measure}(?:${people}|(?:活|真)?人)(?:在线?|可以问|能问|管|接待|值班|回答)?(?:没有|没|吗|么|呢)*`,
  `(?:请问|你们|您|喂|你好|您好|老师)*有${measure}(?:${people}|(?:活|真)?人|专人|老师)(?:在线?|可以问|能问|管|接待|值班|回答|解答|能帮(?:帮?我)?)?(?:没有?|木有|吗|么|嘛|不)`,
  '喂?(?:没有?人(?:管|在|理我)?(?:吗|么|嘛)|人(?:工)?(?:呢|在吗|在不在|在哪里?|都?(?:哪|去哪|哪里)去?了?)|人都?(?:哪|去哪|到哪)儿?去)',
);
/** 叫个人来, 来人, 我想跟人说话, 换个人. */
const anybody = whole(
  `${plea}(?:叫|来|找|请|派|换|让)${someone}(?:来|来吧|问问?|来?(?:回答|解答|处理|说话?|聊聊?))?(?:吗|么|不)?`,
  `${plea}(?:叫|来|快来|换)人(?:来)?`,
  '我们?(?:就|只|只是|真的|还是)*(?:想要|要)(?:一?[个位])?(?:真|活)?人',
  `${plea}(?:跟|和|与|同)${someone}(?:说说?|说话|聊聊?|聊天|讲讲?|讲话|谈谈?|沟通)`,
);
/** 怎么转人工, 哪里有人工. */
const how = whole(
  `${plea}(?:怎么|如何|怎样|咋|在哪里?|哪里?|哪儿)(?:能|可以|才能)?(?:转|转接|找|联系|接通?|有|转到|叫)(?:到|个)?(?:${human}|${staff})(?:的)?(?:呢|啊)?`,
);
/** 我要投诉, 我不想跟机器人说话. */
const tired = whole(
  '(?:我|我们)?(?:要|想|要求)(?:投诉|举报你们|反映问题)(?:你们?|您)?',
  '(?:我|我们)?(?:不想|不要|别|不)(?:再)?(?:要|跟|和|同|用|让)?(?:你这个)?(?:机器人?|程序|ai|自动)(?:的)?(?:说|说话|聊|聊天|讲|谈|回答|回复|答|糊弄我)*',
  '(?:别|不要|请?停止)(?:再)?(?:给我)?(?:再)?自动(?:回复|应答)',
  '(?:机器人|你)(?:别|不要)(?:再)?(?:说|讲|答|回)话?',
);
/** 找你们老师, 叫你们领导来. */
const theirs = whole(
  `${plea}(?:找|联系|问问?|见|叫|请|让|跟|和)(?:一?[个位])?你们(?:的)?(?:老师|领导|主任|科长|处长|负责人|主管|经理|人)(?:来|说话?|谈)?`,
);
/** 找老师: the title's question is answered by a teacher. */
const teacher = whole(
  `${plea}(?:找|联系)(?:一?[个位])?老师(?:问问?)?`,
  '(?:有)?老师在(?:吗|不在)',
  `${plea}(?:转给|转交给?)老师`,
);
/** Misspelt or in the other script. */
const spelt = (text: string): string =>
  text
    .replace(/轉/g, '转')
    .replace(/諮詢|咨詢/g, '咨询')
    .replace(/人(?:公(?!司|[斤里顷开积证])|功(?!能))/g, '人工')
    .replace(/转下(?=人工|客服|咨询台)/g, '转');

/** What a wish is never: the guide is asked (要请工作人员吗), or a thing is named that is called like them. */
const noWish = whole(
  `(?:${plea})(?:换|请|派|要|用|需要)(?:工作人员|人工|办事人员|服务人员|专员)(?:吗|么|不)`,
  '(?:我们|咱们|我)(?:的)?(?:客服|工作人员|人员|专员|服务台|值班人员|技术支持)',
  '(?:技术支持|服务台|专员)',
  `(?:还|我们?|咱们?|那|是不是)*(?:需要|要|得)(?:再|先)?(?:联系|找|见|派|请|问)(?:一?[个位])?(?:${staff}|${office})${does}(?:吗|么|不)`,
);

/** Questions that may be answered by naming a thing: there its name alone is no wish. */
const isFree = (open: string | undefined): boolean =>
  open !== undefined && /^(?:direction|unit\.name|behalf\.name|partner\.who)/.test(open);
const aboutPeople = (open: string | undefined): boolean =>
  open !== undefined && /^(?:behalf|lead\.title|unit\.kind|team|participants)/.test(open);

/** @param open id of the question that the message would answer otherwise */
function isWish(said: string, open: string | undefined): boolean {
  if (said === '') return false;
  const plain = spelt(said).replace(/^\d{1,2}(?=转)|(?<=咨询台)\d{1,2}$/g, '');
  if (plain === '技术支持') return open !== undefined && !isFree(open) && !/^partner\.basis/.test(open);
  if (noWish.test(plain)) return false;
  // After a verdict 换个人 tries another lead.
  if (/^换个?人$/.test(plain)) return open !== undefined && !/^(?:lead\.title|behalf)/.test(open);
  if (teacher.test(plain)) return open === undefined || !aboutPeople(open) || plain.endsWith('在吗');
  if (/^(?:我们?|咱们?|要|还要|可以)*(?:请|找|派|换|叫)人$/.test(plain)) return open === undefined || plain === '叫人';
  return [wants, again, spelled, isThere, anybody, how, tired, theirs].some((form) => form.test(plain));
}

/** Names of them that stand for the wish beside other words: 急，人工. */
const plainly = whole(`${wish}(?:人工(?:客服|服务)?|真人客服)(?:呢|在吗)?`);
const surely = /转|找|要|叫|接|人工|真人|活人|客服|咨询台|机器人|自动|有没|有人|没人|人呢|人在|来人/;

export interface Wish {
  /** What else the message says, as it was written; empty where it only wishes. */
  rest: string;
}

/**
 * The wish for a person in a message, whatever stands beside it.
 *
 * @param open id of the question that the message would answer otherwise
 */
export function wishIn(text: string, open?: string): Wish | undefined {
  if (isWish(bare(text), open)) return { rest: '' };
  const parts = clausesOf(text);
  if (parts.length < 2 || parts.length > 40 || !surely.test(spelt(text.slice(0, looked)))) return undefined;
  // 翻译：机器、人工 tells how something was done.
  const told = /翻译|种植|智能|标注|、/.test(text) || open === 'direction';
  const found = parts.find((part, at) => {
    const said = bare(part);
    if (!isWish(said, open)) return false;
    const named = !new RegExp(verb).test(spelt(said)) && plainly.test(spelt(said));
    if (named) return !told || (at === parts.length - 1 && !text.includes('、'));
    return !whole(staff, office, human).test(said);
  });
  if (found === undefined) return undefined;
  const left = parts.filter((part) => part !== found && !isWish(bare(part), open));
  return { rest: restOf(text, left) };
}

/** Said beside a wish, and no question of its own. */
const impatient =
  /^(?:急+|着急|很急|我很急|快点?|听不懂|没听懂|你(?:没|不)?(?:听懂|懂|行)|不是这个|答非所问|你答非所问|烦死|老师你?好|你好|您好|喂|算|老师)$/;

function restOf(text: string, left: readonly string[]): string {
  const kept = left.filter((part) => !impatient.test(bare(part)));
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return '';
  return text.slice(text.indexOf(first), text.lastIndexOf(last) + last.length + 1).trim();
}

/** Whether the message wishes for a person. */
export const wantsDesk = (text: string, open?: string): boolean => wishIn(text, open) !== undefined;

const things =
  '智能|晶|费|成本|授粉|授精|受精|繁|养|孵|合成|翻译|译|关节|骨|皮|器官|心脏|血|肌|肾|肝|肺|胰|角膜|牙|耳|眼|神经|林|湿地|草|岛|鱼礁|种|栽|培|选育|光合|降雨|增雨|影响|干预|气候|标注|核|审|校|检|筛|操作|瓣|膝|髋|膜|染色|酶|抗|细胞|模拟|气道|流产|胚|采|喂|饲';
const names = [
  new RegExp(`人工(?!${things})`),
  /真人(?!实验|试验|受试|数据|秀|测试|样本)|活人(?!实验|试验)/,
  /机器人(?!公司|项目|研究|研发|方向|技术|工程|学院|专业|产业|系统|手术|控制|企业|实验|领域|团队|学会|协会|中心|关节|视觉|导航|应用|装备|零|制造)(?<!(?:手术|工业|服务|医疗|焊接|农业|协作|巡检|康复|搬运|清洁|采摘)机器人)/,
  /^(?:换|叫|找)个人|自动回复|咨询台|答非所问/,
  /(?<!智能)客服(?!系统|中心|公司|机器人|平台)/,
];

/**
 * Names the desk or finds fault with the assistant without a wish that is understood: no answer to a question that names neither.
 *
 * @param open id of the open question
 */
export function speaksOfDesk(text: string, open: string): boolean {
  if (text.length > 60 || /^direction/.test(open)) return false;
  const free = isFree(open) || /^(?:behalf|unit\.kind|partner\.(?:who|basis))/.test(open);
  const said = spelt(text.normalize('NFKC'));
  const [labour, real, machine, automatic, service] = names;
  return [labour, real, automatic, ...(free ? [] : [machine, service])].some((name) => name?.test(said));
}
