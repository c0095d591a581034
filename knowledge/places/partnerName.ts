/** The name of a partner without the words in which it was told: 那个公司叫星洲涂层公司就在那边 → 星洲涂层公司. */
const kinds = '大学|学院|研究院|研究所|研究中心|公司|集团|株式会社|医院|中心|实验室|协会|学会|基金会';
/** 那个公司叫, 名字是, 跟我们合作的是. */
const told = new RegExp(
  `^(?:的|[那这][个家所边种]?|[一1]?[个家所]|当地|本地|他们|我们|对方|外方|学校|单位|机构|企业|${kinds}|名字|全称|英文名|中文名|正式|合作|签协议|老板|导师|注册)*(?:叫做?|名叫|叫作|名为|全称是?|名字是)[:：]?(?=.{2})`,
  'u',
);
const lead = /^(?:就是|就|是|那个|这个|那家|这家|主要是|应该是|其实是|一直是|的)+(?=\p{Script=Han}{4}|[A-Z])/u;
/** 就, 它, 人 in front of 在…; 来的, 这家 behind. */
const behind = new RegExp(
  `(?<=${kinds})(?:就是?|也|都|它|他们|人家?|总部|来的|那边|那里|[这那][家个所]|一起|合作|来|做|搞|弄|的|嘛|呢|啊|哈|吧)+$`,
  'u',
);

const introduced = new RegExp(
  `^[^,，]{0,16}?(?:${kinds}|单位|机构|企业)(?:名字|全称)?(?:叫做?|名叫|名为)(?=.{2,}(?:${kinds}))`,
  'u',
);

/** The name alone; what would leave nothing of it stays. */
export function bareName(text: string): string {
  const plain = text.replace(told, '').replace(introduced, '').replace(lead, '').replace(behind, '').trim();
  return plain.length >= 2 ? plain : text;
}
