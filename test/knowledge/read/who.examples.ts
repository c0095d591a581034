import type { Facts } from '../../../knowledge/facts.ts';

type Expected<T> = T | 'ask' | 'unknown' | undefined;

/** Who the partners are, as the question reads it. */
export const whoExamples: readonly (readonly [string, Expected<Facts>])[] = [
  [
    '韩国大邱的一所大学，叫岭南科技大学',
    { partners: [{ country: '韩国', city: '大邱', name: '岭南科技大学', kind: 'university' }] },
  ],
  [
    '对方叫塔林海洋研究所，爱沙尼亚首都塔林',
    { partners: [{ country: '爱沙尼亚', city: '塔林', name: '塔林海洋研究所' }] },
  ],
  ['跟越南那边合作，岘港理工学院，在岘港', { partners: [{ country: '越南', city: '岘港', name: '岘港理工学院' }] }],
  [
    '境外合作单位名称：明斯克激光技术公司（白俄罗斯明斯克市）',
    { partners: [{ country: '白俄罗斯', city: '明斯克市', name: '明斯克激光技术公司', kind: 'enterprise' }] },
  ],
  [
    '单位是香港科新生物有限公司，在香港',
    { partners: [{ country: '香港', city: '香港', name: '香港科新生物有限公司', kind: 'enterprise' }] },
  ],
  [
    '波兰的，弗罗茨瓦夫，医科大学',
    { partners: [{ country: '波兰', city: '弗罗茨瓦夫', name: '医科大学', kind: 'university' }] },
  ],
  [
    '外方为西班牙巴伦西亚理工大学，注册地巴伦西亚',
    { partners: [{ country: '西班牙', city: '巴伦西亚', name: '巴伦西亚理工大学', kind: 'university' }] },
  ],
  ['俄罗斯喀山那个化工研究院', { partners: [{ country: '俄罗斯', city: '喀山', name: '化工研究院' }] }],
  [
    '肯尼亚埃尔多雷特高原农业公司，埃尔多雷特市',
    { partners: [{ country: '肯尼亚', city: '埃尔多雷特市', name: '埃尔多雷特高原农业公司', kind: 'enterprise' }] },
  ],
  [
    '坦桑尼亚那边的，城市叫姆贝亚，单位是南部高地农业研究所',
    { partners: [{ country: '坦桑尼亚', city: '姆贝亚', name: '南部高地农业研究所' }] },
  ],
  [
    '秘鲁，卡哈马卡，安第斯块茎研究中心',
    { partners: [{ country: '秘鲁', city: '卡哈马卡', name: '安第斯块茎研究中心' }] },
  ],
  [
    '合同上写的是 Brno Dampers s.r.o.，捷克布尔诺',
    { partners: [{ country: '捷克', city: '布尔诺', name: 'Brno Dampers s.r.o.', kind: 'enterprise' }] },
  ],
  [
    '哎，就是新西兰基督城的一家公司，叫南岛乳品科技',
    { partners: [{ country: '新西兰', city: '基督城', kind: 'enterprise' }] },
  ],
  [
    '我查查……是匈牙利德布勒森大学，匈牙利德布勒森市',
    { partners: [{ country: '匈牙利', city: '德布勒森市', name: '德布勒森大学', kind: 'university' }] },
  ],
  [
    '不是日本，是韩国的，光州光电研究院，在光州',
    { partners: [{ country: '韩国', city: '光州', name: '光州光电研究院' }] },
  ],
  [
    '原先找的是英国的，后来没谈拢，现在是爱尔兰科克的海湾食品公司',
    { partners: [{ country: '爱尔兰', city: '科克', name: '海湾食品公司', kind: 'enterprise' }] },
  ],
  [
    '两家，一家是日本熊本农业研究所，在熊本；一家是越南芹苴大学，在芹苴',
    {
      partners: [
        { country: '日本', city: '熊本', name: '熊本农业研究所' },
        { country: '越南', city: '芹苴', name: '芹苴大学', kind: 'university' },
      ],
    },
  ],
  [
    '有两个合作单位：加拿大萨斯卡通作物公司（萨斯卡通）、法国里尔大学（里尔）',
    {
      partners: [
        { country: '加拿大', city: '萨斯卡通', name: '萨斯卡通作物公司', kind: 'enterprise' },
        { country: '法国', city: '里尔', name: '里尔大学', kind: 'university' },
      ],
    },
  ],
  [
    '①泰国孔敬大学，泰国孔敬 ②老挝万象农科所，老挝万象',
    {
      partners: [
        { country: '泰国', city: '孔敬', name: '孔敬大学', kind: 'university' },
        { country: '老挝', city: '万象', name: '万象农科所' },
      ],
    },
  ],
  [
    '主要是意大利帕多瓦大学，帕多瓦；另外还有一家瑞士的公司，洛桑微流控公司，在洛桑',
    {
      partners: [
        { country: '意大利', city: '帕多瓦', name: '帕多瓦大学', kind: 'university' },
        { country: '瑞士', city: '洛桑', name: '洛桑微流控公司', kind: 'enterprise' },
      ],
    },
  ],
  ['还没找到合作方呢，能先报吗', { partners: [] }],
  ['尚未确定', 'unknown'],
  ['名字我要问下老师', 'unknown'],
  ['系泰国清迈嘅清迈医学院，喺清迈', { partners: [{ country: '泰国', city: '清迈', name: '清迈医学院' }] }],
  [
    '对方公司在乌兹别克斯坦，塔什干旁边一个叫奇尔奇克的城市，叫奇尔奇克化工联合企业',
    { partners: [{ country: '乌兹别克斯坦', city: '奇尔奇克' }] },
  ],
  [
    '单位：University of Oulu，芬兰奥卢',
    { partners: [{ country: '芬兰', city: '奥卢', name: 'University of Oulu', kind: 'university' }] },
  ],
  [
    '是以色列雷霍沃特的一家农业科技公司，具体叫啥名字我记不全',
    {
      partners: [{ country: '以色列', city: '雷霍沃特', name: '以色列雷霍沃特的一家农业科技公司', kind: 'enterprise' }],
    },
  ],
  [
    '美国的，肯塔基州路易斯维尔市，叫蓝草植物研究所',
    { partners: [{ country: '美国', city: '肯塔基州路易斯维尔市', name: '蓝草植物研究所' }] },
  ],
  [
    '搞清楚了，澳洲阿德莱德的旱地农业研究中心',
    { partners: [{ country: '澳大利亚', city: '阿德莱德', name: '旱地农业研究中心' }] },
  ],
  [
    '合作方为泰国宋卡王子大学，位于泰国合艾',
    { partners: [{ country: '泰国', city: '合艾', name: '宋卡王子大学', kind: 'university' }] },
  ],
  [
    '英国的，约克大学，约克市',
    { partners: [{ country: '英国', city: '约克市', name: '约克大学', kind: 'university' }] },
  ],
  [
    '我们跟荷兰特温特大学合作，在恩斯赫德',
    { partners: [{ country: '荷兰', city: '恩斯赫德', name: '荷兰特温特大学', kind: 'university' }] },
  ],
  [
    '单位名称：横滨精机株式会社；所在地：日本横滨',
    { partners: [{ country: '日本', city: '横滨', name: '横滨精机株式会社', kind: 'enterprise' }] },
  ],
  [
    '哦那个，是印尼茂物农业大学，就在茂物',
    { partners: [{ country: '印度尼西亚', city: '茂物', name: '茂物农业大学', kind: 'university' }] },
  ],
  [
    '1. 日本大阪的浪花医疗器械公司 2. 新加坡国立大学，新加坡',
    {
      partners: [
        { country: '日本', city: '大阪', name: '浪花医疗器械公司', kind: 'enterprise' },
        { country: '新加坡', city: '新加坡', name: '新加坡国立大学', kind: 'university' },
      ],
    },
  ],
  ['芬兰的公司，总部在瑞典哥德堡', 'ask'],
  ['暂时还没有落实合作方', { partners: [] }],
  ['只晓得是法国的学校，别的不晓得', { partners: [{ country: '法国' }] }],
  [
    '挪威特隆赫姆，挪威科技大学',
    { partners: [{ country: '挪威', city: '特隆赫姆', name: '挪威科技大学', kind: 'university' }] },
  ],
  [
    '希腊佩特雷大学，在佩特雷，不是雅典',
    { partners: [{ country: '希腊', city: '佩特雷', name: '希腊佩特雷大学', kind: 'university' }] },
  ],
  [
    '埃及 曼苏拉大学 曼苏拉市',
    { partners: [{ country: '埃及', city: '曼苏拉市', name: '曼苏拉大学', kind: 'university' }] },
  ],
  [
    '跟墨西哥瓜达拉哈拉那边一个研究所，全称瓜达拉哈拉龙舌兰研究所',
    {
      partners: [{ country: '墨西哥', city: '瓜达拉哈拉', name: '瓜达拉哈拉龙舌兰研究所', kind: 'research-institute' }],
    },
  ],
  [
    '智利的，康塞普西翁市，南方林业科学研究所',
    { partners: [{ country: '智利', city: '康塞普西翁市', name: '南方林业科学研究所' }] },
  ],
  [
    '斯里兰卡佩拉德尼亚大学，城市是康提',
    { partners: [{ country: '斯里兰卡', city: '康提', name: '斯里兰卡佩拉德尼亚大学', kind: 'university' }] },
  ],
  [
    '韩方单位是忠北大学，地点忠清北道清州市',
    { partners: [{ country: '韩国', city: '忠清北道清州市', name: '忠北大学', kind: 'university' }] },
  ],
  [
    '罗马尼亚克卢日的巴贝什大学',
    { partners: [{ country: '罗马尼亚', city: '克卢日', name: '罗马尼亚克卢日的巴贝什大学', kind: 'university' }] },
  ],
  ['新加坡南洋理工大学', { partners: [{ country: '新加坡', name: '新加坡南洋理工大学', kind: 'university' }] }],
  [
    '斯洛伐克科希策技术大学，科希策',
    { partners: [{ country: '斯洛伐克', city: '科希策', name: '科希策技术大学', kind: 'university' }] },
  ],
  [
    '和马达加斯加塔那那利佛的一家香料公司，塔那香料有限公司',
    { partners: [{ country: '马达加斯加', city: '塔那那利佛', name: '香料公司', kind: 'enterprise' }] },
  ],
  [
    '哥斯达黎加热带农业研究中心，图里亚尔瓦',
    { partners: [{ country: '哥斯达黎加', city: '图里亚尔瓦', name: '哥斯达黎加热带农业研究中心' }] },
  ],
  [
    '朋友介绍的，是土耳其伊兹密尔的爱琴大学',
    { partners: [{ country: '土耳其', city: '伊兹密尔', name: '爱琴大学', kind: 'university' }] },
  ],
  [
    '我们老师说是立陶宛，考纳斯那边，考纳斯理工大学',
    { partners: [{ country: '立陶宛', city: '考纳斯', name: '考纳斯理工大学', kind: 'university' }] },
  ],
  [
    '英国诺丁汉大学，不是宁波那个，英国本部，诺丁汉',
    { partners: [{ country: '英国', city: '诺丁汉', name: '诺丁汉大学', kind: 'university' }] },
  ],
  [
    '法人全称为“萨格勒布生物医药研究院”，注册于克罗地亚萨格勒布市',
    { partners: [{ country: '克罗地亚', city: '萨格勒布', name: '萨格勒布生物医药研究院' }] },
  ],
  [
    '德国公司 Rheinwerk GmbH，在科隆',
    { partners: [{ country: '德国', city: '科隆', name: 'Rheinwerk GmbH', kind: 'enterprise' }] },
  ],
  [
    '阿根廷罗萨里奥国立大学 罗萨里奥',
    { partners: [{ country: '阿根廷', city: '罗萨里奥', name: '罗萨里奥国立大学', kind: 'university' }] },
  ],
  [
    '日本福冈县久留米市的久留米橡胶研究所',
    { partners: [{ country: '日本', city: '福冈县久留米市', name: '久留米橡胶研究所' }] },
  ],
  [
    '埃塞的，季马大学，在季马',
    { partners: [{ country: '埃塞俄比亚', city: '季马', name: '季马大学', kind: 'university' }] },
  ],
  ['我们有两家境外合作单位，一家韩国的，一家捷克的', { partners: [{ country: '韩国' }, { country: '捷克' }] }],
  [
    '主合作方：瑞典隆德大学（隆德）；协作方：丹麦奥胡斯大学（奥胡斯）',
    {
      partners: [
        { country: '瑞典', city: '隆德', name: '隆德大学', kind: 'university' },
        { country: '丹麦', city: '奥胡斯', name: '奥胡斯大学', kind: 'university' },
      ],
    },
  ],
  ['不晓得叫什么，翻译还没给我', 'unknown'],
  ['目前没有境外合作单位', { partners: [] }],
  ['一个法国人，跟我们老板是老同学', 'ask'],
  ['有个美国教授愿意合作，单位还没问', 'ask'],
  ['还在谈，荷兰一家以色列一家，最后跟谁做没定', 'unknown'],
  ['名字记不住，英文老长一串，哪个国家我也得去翻邮件', 'unknown'],
  [
    '新西兰奥克兰，梅西大学',
    { partners: [{ country: '新西兰', city: '奥克兰', name: '梅西大学', kind: 'university' }] },
  ],
];
