/** How people say where somebody is, in the plain words that the reader of places knows. */

const dialect: readonly (readonly [RegExp, string])[] = [
  [/嘅/g, '的'],
  [/喺|搁(?=在)?/g, '在'],
  [/在在/g, '在'],
  [/(?<=^|[,，。;；\s])系(?=\p{Script=Han})/gu, '是'],
  [/嗰(?:边|个)?|那嘎达|那疙瘩|那旮旯/g, '那边'],
  [/(?:那边|那里|那儿|那头)的?(?=[那一]?[个家所])/g, '的'],
  [/(?<=\p{Script=Han})那[个家座](?=\p{Script=Han}{2})/gu, '的'],
];
/** 韩方单位是…: the country by its first sign. */
const sides: Readonly<Record<string, string>> = {
  韩: '韩国',
  日: '日本',
  德: '德国',
  英: '英国',
  俄: '俄罗斯',
  泰: '泰国',
  越: '越南',
  意: '意大利',
};
const side = /(?<=^|[,，。;；\s])([韩日德英俄泰越意])方(?:单位|机构|合作方)?(?:是|为|叫|[:：])/g;
/** 主合作方：…, 有两个合作单位：…, 主要是…: a label, no part of a name. */
const label =
  /(?<=^|[,，。;；])(?:[^,，。;；:：]{0,10}(?:单位|合作方|协作方|[两2三3]家)[^,，。;；:：]{0,4}[:：]|(?:主要|只晓得|只知道|反正|[俺我]们)*(?:就?是|[跟和与](?=\p{Script=Han}{4})))/gu;
/** 我看下合同……叫X; 叫什么来着，哦想起来了，叫X: what is said while looking for the name. */
const searching =
  /^(?:[嗯哦呃]|那个|等下|稍等)*(?:我|让我)?(?:看|查|翻|想|找)(?:看|查|翻|想|找)?(?:一?下|下子|到了?|了|了一下)?(?:合同|协议|资料|邮件|文件)?(?:上|里)?[.。…,，、\s]+|^.{0,6}叫(?:什么|啥)(?:名字)?来着.{0,4}(?:想起来了|对了|哦)[.。…,，、\s]*/;
const labels: readonly (readonly [RegExp, string])[] = [
  [/(?:中文)?(?:名|译名|名称|名字|全称)(?:写的)?(?:是|叫|为|[:：])+/g, '，'],
  [
    /(?:注册地|所在城市|所在地|城市名?|地点|总部|坐标|地址)(?:址)?(?:是|叫|为|在|[:：])*(?=[\p{Script=Han}A-Z]{2})/gu,
    '，在',
  ],
  [/(?:的)?首都/g, ''],
];
const takenBack = /说错|讲错|写错|打错|记错|搞错|弄错|不对/;
const former =
  /黄了|没谈拢|没谈成|没成(?!立)|退出|不合作了|不做了|取消了|吹了|散了|(?:^|的)原来|原先|本来|起初|之前(?:是|找|谈)|以前(?:是|找|谈)/;
const instead = /^.*?(?:换成|改成|换为|改为|换了|现在(?:是|换成|改成|找的是|跟))/;

/** The text without what was taken back or is over （不是日本，是韩国的；德国那家黄了，换成奥地利的）. */
export function spokenPlace(text: string): string {
  let plain = text.replace(searching, '');
  for (const [form, means] of [...dialect, ...labels]) plain = plain.replace(form, means);
  plain = plain
    .replace(side, (_, sign: string) => `${sides[sign] ?? sign}，`)
    .replace(label, '')
    .replace(/(?<=^|[,，。和与跟在])埃塞(?=的|[,，、])/g, '埃塞俄比亚');
  const clauses = plain.split(/(?<=[,，。;；!！\n])/);
  const kept = clauses.flatMap((clause, i) => {
    const last = i === clauses.length - 1;
    if (instead.test(clause)) return [clause.replace(instead, '')];
    if (!last && (takenBack.test(clause) || former.test(clause))) return [];
    return !last && /^(?:并?不是|不在|不叫|不属于)/.test(clause) ? [] : [clause];
  });
  const said = kept.join('').replace(/^[,，。;；\s]+/, '');
  return /\p{L}{2}/u.test(said) ? said : plain;
}
