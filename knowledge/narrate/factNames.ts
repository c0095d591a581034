/** What people call a fact when they say that its answer was wrong (职称写错了, 刚才那个钱数改一下). */

/** Names by question; the first that matches is meant, so the partner's come before the unit's own. */
export const factNames: readonly (readonly [question: string, names: RegExp])[] = [
  ['partner.registered', /(?:外方|合作方|对方|合作单位|境外单位)[^,，]{0,6}(?:成立|注册|登记|建校|创办)/],
  ['partner.legal', /(?:外方|合作方|对方|合作单位)[^,，]{0,6}(?:类型|性质|类别|法人)/],
  ['partner.basis', /合作(?:年限|基础|多久|时间)|佐证/],
  [
    'partner.who',
    /(?:外方|合作方|对方|合作单位|境外单位)[^,，]{0,4}(?:名|叫|国家|城市|地址|在哪)|国家|国别|城市|^(?:外方|合作方|合作单位)(?:(?:写|说|填|选|打)?错|换)/,
  ],
  ['participants', /第一参与单位|参与单位|排名|排序/],
  ['us.report', /美[国方][^,，]{0,8}报告|报告[^,，]{0,4}，[^,，]{0,4}同意|单位[^,，]{0,4}同意/],
  ['unit.ownFunds', /自有资金|自筹|配套(?:资金)?/],
  ['unit.audit', /审计|三张表|报表/],
  [
    'funding.applied',
    /申请(?:的)?(?:资金|经费|金额|额度|数|钱)|钱数|金额|经费数|申请额|申请[^,，]{0,4}(?:写|说|填|打)错|省里(?:的)?钱/,
  ],
  ['project.duration', /实施期|项目期|期限|周期|年限|做几年|项目时长|^(?:项目)?时间/],
  ['lead.birthDate', /出生|生日|年龄|生年/],
  ['lead.title', /职称/],
  ['lead.degree', /学位|学历|博士/],
  ['lead.origin', /籍贯|国籍|内地|外籍|身份(?!证)|兼职|全职|聘用/],
  ['lead.civil', /公务员/],
  ['lead.integrity', /失信|黑名单/],
  ['unit.registration', /登记|注册|成立(?:日期|时间|年份)|执照/],
  ['unit.kind', /单位(?:的)?(?:类别|类型|性质|种类)|类别|单位类/],
  ['unit.legalPerson', /法人/],
  ['unit.name', /(?:公司|单位|学校|医院)(?:的)?(?:名|全称|名称|名字)|全称|校名/],
  ['direction', /方向|选题|编号/],
  ['agreement.language', /(?:协议|合同)?(?:语言|语种|文字)|翻译件?/],
  ['agreement.highlight', /高亮|标注|标黄/],
  ['agreement.content', /协议(?:的)?内容|协议里写/],
  ['agreement.lawEthics', /伦理|独占|数据出境/],
  ['domestic.agreement', /(?:境内|国内)[^,，]{0,4}协议/],
  ['agreement.signed', /协议|签字|签署/],
  ['team', /项目组|每家[^,，]{0,4}人/],
  ['process.recommendation', /推荐函|^函/],
  ['process.channel', /推荐单位|渠道|重复(?:申报|报)/],
  ['app.materials', /三类指标|考核指标|先进性|市场前景|格式|申报书/],
  ['jointLab', /联合实验室/],
];

/** 年份, 日期: any of these, if only one of them is known. */
export const dates = ['lead.birthDate', 'unit.registration', 'partner.registered'] as const;
export const anyDate = /年份|日期|年月|哪年/;

/** The question whose fact the words name. */
export function questionNamed(text: string): string | undefined {
  return factNames.find(([, names]) => names.test(text))?.[0];
}
