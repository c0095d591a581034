/** Turns lines of a form (单位：…；出生：1975.8；合作方：…) into speech, so that the clauses name what they are about. */

const rows: readonly (readonly [key: string, spoken: string])[] = [
  [
    '(?:申报|牵头|依托|工作|所在|申请)?单位(?:名称|全称|名)?|公司(?:名称)?|学校(?:名称)?|(?:申报|牵头)方|企业名称',
    '单位是',
  ],
  ['(?:申报|牵头)?单位(?:类型|性质|类别|属性)|性质', '我们单位是'],
  ['(?:项目)?(?:负责人|主持人|申报人|申请人|姓名|联系人)(?:姓名)?', '负责人'],
  ['(?:负责人)?(?:出生(?:日期|年月日?|时间)?|生日|生年)', '负责人出生于'],
  ['(?:负责人)?(?:专业)?(?:技术)?职称', '负责人职称'],
  ['(?:负责人)?(?:最高)?(?:学位|学历)(?:/学位|/学历|学位)?', '负责人是'],
  ['(?:负责人)?(?:国籍|籍贯|身份)', '负责人是'],
  [
    '(?:境外|国外|外方|海外|国际)?(?:合作)(?:方|单位|伙伴|机构|对象)(?:名称)?|外方(?:单位|名称)?|境外(?:单位|机构)(?:名称)?',
    '外方是',
  ],
  ['(?:外方|合作|所在|所属)?(?:国家|国别)(?:/地区|（地区）|\\(地区\\)|地区)?', '外方在'],
  ['外方(?:成立|注册)(?:时间|日期|年份)?', '外方成立于'],
  ['(?:申请|申报|省财政|拟申请)(?:的)?(?:省(?:财政)?)?(?:经费|资金|金额|额度|数额)|申请', '我们申请'],
  ['(?:自筹|自有|配套)(?:经费|资金)?', '我们自筹'],
  ['(?:申报|选题|拟报|报)?(?:方向|选题)(?:编号|号)?', '我们报方向'],
  ['(?:执照|单位|公司)?(?:注册|登记|成立)(?:时间|日期|年月)', '我们注册于'],
  ['(?:单位|公司)?(?:注册地|注册地址|注册地点)', '我们注册在'],
  ['(?:项目)?(?:实施期|执行期|周期|期限|实施期限|年限|起止)(?:限)?', '我们项目期'],
  ['推荐函', '推荐函'],
  ['(?:合作)?协议(?:文字|语言|语种)', '协议是'],
  ['(?:合作)?协议', '协议'],
];
const keyed = rows.map(([key, spoken]) => ({ form: new RegExp(`^(?:${key})$`, 'u'), spoken }));
/** 1. 单位：, 【单位】, （2）负责人 are keys all the same. */
const mark = /^(?:[(（[【]?\d{1,2}[)）\]】.、]|[-*·•])?\s*[[【]?/;

function spokenFor(key: string): string | undefined {
  const bare = key.replace(mark, '').replace(/[\]】\s]/g, '');
  return keyed.find(({ form }) => form.test(bare))?.spoken;
}

/** Rewrites every `key: value` whose key is known; other text stays as it is. Takes text in NFKC. */
export function asSpoken(text: string): string {
  return text
    .split(/(?<=[\n;。,])|(?<=\s)(?=[^\s:]{2,8}:)/)
    .map((part) => {
      const hit = /^(\s{0,20})([^:\n]{2,14}?)\s*(?::|\t+|\s{1,4}(?=\S))\s*(.*)$/s.exec(part);
      const spoken = hit ? spokenFor(hit[2] ?? '') : undefined;
      if (!hit || spoken === undefined) return part;
      const value = hit[3] ?? '';
      if (value.trim() === '' || /^(?:是|叫|的)/.test(value)) return part;
      return `${spoken}${value}`;
    })
    .map((part, i, all) => (i < all.length - 1 && !/[\n;。,\s]$/.test(part) ? `${part};` : part))
    .join('');
}
