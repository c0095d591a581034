/** Words in which questions may differ and mean the same, and what kind of thing they ask for. */

/** Each row is said by its first word. Only words that may stand for each other in any question to an office. */
const rows = [
  '电话 电话号码 联系电话 咨询电话 咨询热线 热线 热线电话 号码 打电话 电话咨询',
  '截止 截至 为止 截止时间 截止日期 截止日 最后期限 期限到 申报期限 deadline 最晚 最迟 最后一天 关闭申报',
  '提交 上交 递交 报送 呈交 交 上报 送交',
  '电子签名 电子签字 电子签署 电子签章 电子签 线上签署 线上电子签 线上电子签署 线上电子签名 电子的签名 电子的签字',
  '职工 员工 在职 在职职工 在职人员 在编 正式职工 的人 任职 上班的',
  '外单位 别的单位 其他单位 外面的单位 别单位',
  '本单位 申报单位 自己单位 所在单位 牵头单位',
  '网评 网络评审 线上评审 通讯评审',
  '会评 会议评审 现场评审',
  '评审 评选 评的',
  '网址 网站 平台 系统 入口 填报系统 申报系统 申报平台 申报网址 申报网站 申报入口',
  '填报 填写 填',
  '纸质 纸质版 纸质件 纸质材料 纸质的 纸版 纸质申报材料 纸质文件 纸质申报书 申报书纸质版 纸质版申报书 纸质的申报书',
  '份 几份 一式几份 多少份 份数',
  '限项 有限制 申报项目数上限 限报 限额申报 数量有限制 申报数量有限制 数量限制 报的数量有限制 数上限 报的项目数 几项上限 最多报 最多能报 最多可以报 最多可以申报 最多申报 可以报几 能报几 能报多少 能申报多少 报几个 报几项 申报数量 申报的数量 项目数上限 申报项目数 限报几项 限项几个 项目数有没有限制',
  '外方 国外合作单位 境外合作单位 境外参与单位 国外合作方 境外合作方 国外参与单位 外国单位 合作单位 国外那边 外国合作方 境外单位 国外单位 对方 合作方 外方单位',
  '协议 合作协议 中外协议 中外合作协议 联合申报协议 合作文件',
  '负责人 项目负责人 牵头人 课题负责人 主持人',
  '有效 认账 管用 承认 作数 算数 允许 有效吗',
  '问题 疑问 疑惑 不明白',
  '现场 当面 线下 到场',
  '方式 形式 办法 方法 采用 途径',
  '境内参与单位 境内合作单位 国内合作单位 国内参与单位 国内的参与单位 境内单位 国内单位 境内的参与单位 省内外参与单位 国内参加单位',
  '国家 国家级 国家层面 国家项目 国家级项目 国家资助 国家支持 国家立项',
  '相同内容 同样内容 内容一样 同样的内容 内容相同 一样的内容',
  '在研项目 在研 在研的项目 手头项目 手上项目 在做的项目',
  '已立项 已经立项 立项了 已获立项 获得立项 立了项的',
  '证书 证明 证明材料 证件',
  '培训 培训会 辅导 辅导会 说明会 宣讲会 宣讲',
  '一个人 每个人 一人 每人 个人',
  '系统账号 注册账号 账号 帐号 账户',
  '公布 公示 发布 公开 公告 查询 查看 看到 查到 得知 怎么知道 在哪看 哪里看',
  '立项名单 立项结果 立项公示 立项公告 有没有立项 有没有立上项 有没有立上 有没有被立项 结果名单 获批名单',
  '拨付 拨款 到账 打款 下达 拨下来 下来 发放 拨钱 到位 打到 打过来 到帐 拨下',
  '经费 资金 款项 财政经费 财政资金 资助经费 项目经费 资助资金 资助款 专项资金 钱 款',
  '列支 开支 支出 报销 发劳务费 用来发 用于 用来',
  '变更 更换 更改 调整 替换 换成 换人 改换 改成',
  '立项后 立项以后 立项之后 立了项 获批后 批下来以后 中途 执行中 执行期间 执行过程 执行过程中 实施中 实施过程 实施过程中 实施期间 做到一半 项目执行中 过程中',
  '离职 调走 调动 工作调动 调离 跳槽 走了 离开单位',
  '放宽 通融 破格 宽限 松一点 松动 变通',
  '超龄 超年龄 年龄超 年纪大',
  '批件 审查意见 审查批件 审查证明 批准文件 审批件 批文 审查材料 意见书',
  '人才 高层次人才 领军人才 高端人才 人才计划',
  '费用 收费 花费',
  '能够 可不可以 行不行 允不允许 让不让 准不准',
  '购买 采购 买',
  '盖章 加盖公章 盖公章 用印',
  '成员 项目成员 组员 课题组成员 项目组成员 参加人员 团队成员',
  '延期 延长 推迟 展期',
  '验收 结题 结项',
  '合同 任务书 合同书 项目合同',
] as const;

const said = new Map(
  rows.flatMap((row) => {
    const [first = '', ...others] = row.split(' ');
    return [[first, first] as const, ...others.map((word) => [word, first] as const)];
  }),
);
const longestFirst = [...said.keys()].sort((one, other) => other.length - one.length);
const others = new RegExp(longestFirst.join('|'), 'g');

/** Letters and figures alone. */
export function spelling(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

const greeting =
  /^(?:(?:各位|尊敬的)?(?:老师|领导)?(?:您好|你好|好)?[，,、 ]*)?(?:请问|想问|问一?下|咨询一?下|我?想问一?下|打听一?下)?[，,、 ]*/u;
const farewell = /(?:谢谢.?|一下|麻烦.{0,4}|发一下|[啊呢呀哈吧哦])+$/u;

const withoutCourtesy = (text: string): string =>
  text
    .replace(greeting, '')
    .replace(/[?？。.!！]+$/u, '')
    .replace(farewell, '');

/** As it was asked, without courtesy, letters and figures alone. */
export const spellingOf = (text: string): string => spelling(withoutCourtesy(text));

/** The same for words of one sign, which may be part of another word. */
const signs = new Map([
  ['看', '公布'],
  ['查', '公布'],
  ['换', '变更'],
  ['改', '变更'],
  ['拨', '拨付'],
  ['列', '列支'],
  ['发', '列支'],
  ['钱', '经费'],
  ['款', '经费'],
]);

/** A question in the words that rows begin with, without courtesy and without A不A (能不能 → nothing). */
export function plainly(text: string): string {
  const plain = withoutCourtesy(text)
    .replace(
      /(\p{Script=Han}{1,2})[不没]\1|有没有?(?=\p{Script=Han})|是否|能否|可否|(?<=\p{Script=Han}{2})[不没]$/gu,
      ' ',
    )
    .replace(/几号|哪一?天|什么时候|啥时候|何时|几时|多久|多长时间/g, ' ')
    .replace(others, (word) => said.get(word) ?? word);
  return [...segmenter.segment(plain)].map(({ segment }) => signs.get(segment) ?? segment).join('');
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const framing = new Set(
  (
    '请问 老师 您好 你好 麻烦 谢谢 一下 发 给 我 我们 咱 咱们 你 您 那 这 这个 那个 的 了 是 在 有 没有 和 与 及 或 到 从 去 进 进去 里 里面 上 中 把 被 对 就 也 都 还 还是 再 又 才 只 啊 呢 吗 吧 呀 哈 么 嘛 报 用 做 请 让 由 ' +
    '能 可以 会 要 得 该 需 需要 应 应该 必须 一定 非得 非 行 行吗 成 算 是吗 如果 的话 交 提交 打 当 作 作为 ' +
    '什么 啥 哪 哪个 哪里 哪儿 哪天 哪一天 哪一 几 几个 几项 几份 几号 多少 怎么 怎样 如何 何时 什么时候 谁 项目 申报 科技厅 省科技厅 要求 相关 有关 具体 情况 目前 现在 这次 本次 想 问 问问 知道 老师们 咨询 联系 ' +
    '个 项 家 号 天 日 一 一个 一家 单位 每 每个 每家 每个单位 一个单位 一家单位 同一 某 环节 进行 已 已经 获 获得 得到 拿 过 自己 别的 其他 另外 另 手上 手头 手里 方面 针对 组织 能有 最多 数量 上限 有限制 同 多 提供 附 附上 出具 材料 政策 可能 条件 规定 适当 限制 编制 里边 里头 下 时 以后 之后 负责 要是 不是 是啥 网上 时间 方式 有效'
  ).split(' '),
);

/** Says nothing of what is asked. */
export const isFraming = (word: string): boolean => framing.has(word);

/** 什么 and its like ask nothing by 么. */
const kinds: readonly [string, RegExp][] = [
  [
    'when',
    /什么时候|啥时候|何时|几时|哪一?天|几[月号]|日期|哪年|几点|(?:多久|多长时间)(?:能|才|会|到|出|拨|下|打|可以|有)|(?:拨款|拨付|到账)要?多[久长]/,
  ],
  ['how-many', /几[个项份家名人次种条]|多少(?:个|项|份|家|名|人|次)|上限|数量|最多|至多/],
  ['where', /哪里|哪儿|在哪|去哪|(?:到|从)哪(?!一?天|年)|哪个(?:网站|系统|平台|地方)|网址|地址/],
  ['who', /谁|哪个(?:部门|处室|人)/],
  ['how', /怎么(?!办)|怎样|如何|咋(?!办)|方式|流程|步骤/],
  ['what-then', /怎么办|咋办|怎么弄|怎么处理/],
  ['what-papers', /(?:什么|哪些|啥)(?:材料|手续|文件|证明|资料)/],
  ['what', /(?:什么|啥|哪些)(?!时候|材料|手续|文件|证明|资料|地方)/],
  ['why', /为什么|为啥|为何|凭什么/],
  ['how-long', /(?:多久|多长时间)(?!能|才|会|到|出|拨|下|打|可以|有)|几天|几分钟/],
  ['how-much', /多少钱|几分|多少分/],
  [
    'whether',
    /吗|(?<![什怎这那要多])么$|(?<=\p{Script=Han}{2})[不没]$|(\p{Script=Han})[不没]\1|有没有|是否|能否|可否|还是|行不/u,
  ],
];
/** Nobody means one of these who asks for another. */
const hard = new Set(['when', 'how', 'where', 'who', 'what-then', 'what-papers', 'why', 'how-long', 'how-much']);

/** What kinds of things a question asks for; none for a bare topic. */
export function kindsAsked(text: string): ReadonlySet<string> {
  return new Set(kinds.flatMap(([kind, asks]) => (asks.test(text) ? [kind] : [])));
}

/** Whether somebody who asks for `asked` is answered by what was asked in `known`, the questions of one unit. */
export function isKindKnown(asked: ReadonlySet<string>, known: readonly ReadonlySet<string>[]): boolean {
  const there = (kind: string) => known.some((each) => each.has(kind));
  return [...asked].filter((kind) => hard.has(kind)).every(there);
}

/** Whether how many is asked, or the most, only where a question of the unit asks that too. */
export function isNumberKnown(asked: ReadonlySet<string>, known: readonly ReadonlySet<string>[]): boolean {
  return !asked.has('how-many') || known.some((each) => each.has('how-many'));
}
