/** Faults to plant in a copy of the 2023 guide folder, each with what the check must say about it. */

/** One change to one file: what stands there once, and what takes its place. */
export type Change = readonly [file: string, from: string | RegExp, to: string];

export const plantedFaults: readonly [fault: string, changes: readonly Change[], reported: RegExp][] = [
  [
    'an answer quotes what the call does not say',
    [['answers/lists.json', /"quotes": \[\s*"[^"]+"/, '"quotes": ["原文没有的话"']],
    /^answers\/lists\.json .*quotes：原文里没有这句话：原文没有的话/m,
  ],
  [
    'an answer requires a concept that no word has',
    [['answers/process.json', /"all": \[\s*"/, '"all": ["no-such-concept", "']],
    /^answers\/process\.json .*：词表里没有这个概念：no-such-concept/m,
  ],
  [
    'a digit of a quote is changed',
    [['directions.json', '"quote": "不低于200项"', '"quote": "不低于300项"']],
    /^directions\.json 0\.indicators\.1\.measures\.0\.quote：.*原文里没有/m,
  ],
  [
    'a value is wrong',
    [['directions.json', '"op": "gte", "low": 200', '"op": "gte", "low": 20']],
    /^directions\.json 0\.indicators\.1\.measures\.0\.low：记的是 20，引文是 200/m,
  ],
  [
    'an operator is wrong',
    [['directions.json', '"op": "gte", "low": 200', '"op": "eq", "low": 200']],
    /^directions\.json .*measures\.0\.op：记的是 eq，引文是 gte/m,
  ],
  [
    'a unit is wrong',
    [['directions.json', '"low": 40, "unit": "MPa"', '"low": 40, "unit": "kPa"']],
    /^directions\.json 2\..*unit：记的是 kPa，引文是 MPa/m,
  ],
  [
    'a quote leaves out 以上, and the operator with it',
    [
      [
        'directions.json',
        '"op": "gte", "low": 2, "unit": "个", "quote": "2个以上"',
        '"op": "eq", "low": 2, "unit": "个", "quote": "2个"',
      ],
    ],
    /^directions\.json 1\.indicators\.8\.measures\.0\.quote：.*截掉/m,
  ],
  [
    'a figure of an indicator has no measure',
    [['directions.json', /\[\{ "what": "作用机制评价体系"[^\]]*\]/, '[]']],
    /^directions\.json 0\.indicators\.0：数字“1”没有对应的指标值/m,
  ],
  [
    'a number is doubled',
    [['directions.json', '"text": "申报发明专利2-3项"', '"text": "申报发明专利2-3项2-3项"']],
    /^directions\.json 1\.indicators\.4\.text：原文里没有/m,
  ],
  [
    'an indicator is lost',
    [['directions.json', /^ *\{ "id": "2\.6".*\n/m, '']],
    /^directions\.json 1\.indicators：拼不回考核指标/m,
  ],
  [
    'a piece of the content is lost',
    [
      [
        'directions.json',
        /^ *"通过代谢稳态研究，形成有针对性的代谢紊乱精准化膳食策略"\n/m,
        '"形成有针对性的代谢紊乱精准化膳食策略"',
      ],
    ],
    /^directions\.json 0\.contentItems：拼不回研究内容/m,
  ],
  [
    'a direction is in the wrong category',
    [['directions.json', '"categoryId": "europe-americas"', '"categoryId": "other-countries-regions"']],
    /^directions\.json 0\.category：与 categoryId 的名称不符/m,
  ],
  [
    'a direction has the wrong quota',
    [['directions.json', '"quota": 2,', '"quota": 1,']],
    /^directions\.json 4\.quota：立项数 1 与引文“立项数2个。”不符/m,
  ],
  [
    'a direction has the number of another',
    [['directions.json', '"number": 7,', '"number": 8,']],
    /^directions\.json 6\.number：编号应为 7/m,
  ],
  [
    'a misprint is silently corrected',
    [['directions.json', /自动判别和归类方;/g, '自动判别和归类方法；']],
    /^directions\.json 13\.content：原文里没有/m,
  ],
  ['a pair is dropped', [['sisterCities.json', /^ *\{ "no": 29,.*\n/m, '']], /^sisterCities\.json ：友城数出 107 个/m],
  [
    'two cities are swapped',
    [
      ['sisterCities.json', '"foreignPlace": "高松市"', '"foreignPlace": "玉野市？"'],
      ['sisterCities.json', '"foreignPlace": "玉野市"', '"foreignPlace": "高松市"'],
      ['sisterCities.json', '"foreignPlace": "玉野市？"', '"foreignPlace": "玉野市"'],
    ],
    /^sisterCities\.json 28：与原文表格的这一行不是逐字节相同/m,
  ],
  [
    'a pair is given to another side',
    [['sisterCities.json', '"no": 28, "jiangxiSide": "南昌市"', '"no": 28, "jiangxiSide": "九江市"']],
    /^sisterCities\.json 27\.declaredCount：/m,
  ],
  [
    'a side declares another count',
    [['sisterCities.json', '"declared": "(26对)"', '"declared": "（26对）"']],
    /^sisterCities\.json 0：与原文表格/m,
  ],
  [
    'a country is put in another continent',
    [['sisterCities.json', /("country": "土耳其", "ours": \{ "continent": )"亚洲"/, '$1"欧洲"']],
    /^sisterCities\.json ：亚洲数出 26 对，应为 27 对/m,
  ],
  [
    'the count of countries is wrong',
    [['guide.json', '"countries": 41', '"countries": 42']],
    /^guide\.json counts：国家记 42，附2 末段写 41/m,
  ],
  [
    'a host is renamed',
    [['bases.json', '"host": "景德镇陶瓷学院"', '"host": "景德镇陶瓷大学"']],
    /^bases\.json 1：与原文表格/m,
  ],
  [
    'a base is counted that the call does not have',
    [['guide.json', '"bases": 15', '"bases": 16']],
    /^guide\.json counts\.bases：/m,
  ],
  [
    'a document is added',
    [['agreements.json', '"《中英科技创新合作战略》"', '"《中英科技创新合作战略》", "《中英科技创新合作战略》"']],
    /^agreements\.json 3：拼不回附1的这一行/m,
  ],
  [
    'a duplicate document is not marked',
    [['agreements.json', /"duplicateOf": 3/, '"duplicateOf": 2']],
    /^agreements\.json 17\.ours\.duplicates\.0：两份文件并不相同/m,
  ],
  [
    'an agreement stands under another heading',
    [
      [
        'agreements.json',
        /"no": "一（十七）",\n *"section": "一、欧洲、美洲"/,
        '"no": "二（十七）", "section": "二、亚洲、非洲"',
      ],
    ],
    /^agreements\.json 16\.section：/m,
  ],
  [
    'a spelling of ours is passed off as the call’s',
    [['agreements.json', '"party": "俄罗斯"', '"party": "俄罗斯联邦共和国"']],
    /^agreements\.json 12\.party：原文里没有/m,
  ],
  [
    'a parameter has another value',
    [['guide.json', '"value": "1965-06-01"', '"value": "1965-01-06"']],
    /^guide\.json parameters\.lead\.bornOnOrAfter\.value：值 1965-01-06 不在引文里/m,
  ],
  [
    'a year of 近2年 is lost',
    [['guide.json', '"value": [2021, 2022]', '"value": [2022]']],
    /^guide\.json parameters\.unit\.auditYears\.value：引文说近 2 年，列了 1 个年度/m,
  ],
  ['the year is not the year of the title', [['guide.json', '"year": 2023', '"year": 2024']], /^guide\.json year：/m],
  [
    'an amount has lost a nought',
    [['guide.json', '"value": 1200000', '"value": 120000']],
    /^guide\.json parameters\.funding\.max\.value：/m,
  ],
  [
    'a value read into the text does not say so',
    [['guide.json', /, "ours": "原文没有写是哪两年[^"]*"/, '']],
    /^guide\.json parameters\.unit\.auditYears\.value：.*没有写 ours/m,
  ],
  [
    'a quote is filed under another clause',
    [['guide.json', '"clause": "附5 二（一）"', '"clause": "附5 二（二）"']],
    /^guide\.json parameters\.lead\.bornOnOrAfter\.quote：“附5 二（二）”里没有这句话/m,
  ],
  [
    'a clause is left out',
    [['formChecks.json', /^ *\{ "clause": "附5 一（三）".*\n/m, '']],
    /^formChecks\.json ：漏了原文的一条：“附5 一（三）”/m,
  ],
  [
    'a sentence of a clause is left out',
    [['formChecks.json', '"推荐单位在规定时间内出具推荐函。", ', '']],
    /^formChecks\.json 1：与原文“附5 一（一）”不是逐字相同/m,
  ],
  [
    'the template promises what it does not',
    [['template.json', /no later than within 24 months/g, 'no later than within 36 months']],
    /^template\.json parts\.1\.clauses\.2：与原文“附4 II\.3”不是逐字相同/m,
  ],
  [
    'a character of the call is changed where no list looks',
    [['source.txt', '附件1', '附件2']],
    /^source\.txt ：与 guide\.json 记下的 sha256 不符/m,
  ],
  [
    'a line is added to the call',
    [['source.txt', '项目实施期为3年。\n', '项目实施期为3年。\n申报截止时间另行通知。\n']],
    /^source\.txt ：/m,
  ],
  ['a field is unknown', [['bases.json', '"no": 1,', '"no": 1, "city": "南昌",']], /^bases\.json 0：.*city/m],
  ['a type is wrong', [['guide.json', '"year": 2023', '"year": "2023"']], /^guide\.json year：/m],
  ['a file is no JSON', [['template.json', '{', '']], /^template\.json ：不是合法的 JSON/m],
  [
    'a rule quotes what the call does not say',
    [['rules.json', '项目主要采取前资助支持方式', '项目主要采取后补助支持方式']],
    /^rules\.json funding\.mode\.quotes\.0：原文里没有/m,
  ],
  [
    'a rule is left to code that there is not',
    [['rules.json', '"id": "scope.hk-macao"', '"id": "scope.hong-kong"']],
    /^rules\.json scope\.hong-kong：.*不认识的规则/m,
  ],
  [
    'two rules have one id',
    [['rules.json', '"id": "funding.mode"', '"id": "funding.range"']],
    /^rules\.json funding\.range：这个 id 出现了 2 次/m,
  ],
  [
    'a rule names a parameter that the guide does not have',
    [['rules.json', /"min": "funding\.min"/, '"min": "funding.least"']],
    /^rules\.json funding\.range：guide\.json 里没有这个参数/m,
  ],
  [
    'a caution quotes what the call does not say',
    [['cautions.json', '"no later than within 24 months"', '"no later than within 36 months"']],
    /^cautions\.json .*quotes\.0：原文里没有/m,
  ],
  [
    'a caution is filed under a clause that there is not',
    [['cautions.json', '"clause": "附5 二（四）"', '"clause": "附5 二（五）"']],
    /^cautions\.json civil-servant-member\.clause：原文没有这一条/m,
  ],
  [
    'a quote of a caution stands in another clause',
    [['cautions.json', '"clause": "附5 二（四）"', '"clause": "附5 二（三）"']],
    /^cautions\.json civil-servant-member\.quotes\.0：“附5 二（三）”里没有这句话/m,
  ],
  [
    'an open point quotes what the call does not say',
    [['openPoints.json', '"在中国境外注册3年以上"', '"在中国境外注册4年以上"']],
    /^openPoints\.json partner-three-years\.quotes：“附5 三（三）”里没有这句话/m,
  ],
  [
    'an open point explains a rule that there is not',
    [['openPoints.json', '"unit.registered-before"', '"unit.registered-late"']],
    /^openPoints\.json registered-on-the-day：没有这条规则/m,
  ],
  [
    'an open point stands in place of a caution that there is not',
    [['openPoints.json', '"money-abroad"\n', '"money-afar"\n']],
    /^openPoints\.json money-abroad：cautions\.json 里没有这一条/m,
  ],
  [
    'an option changes a parameter that the guide does not have',
    [['openPoints.json', '"parameter": "partner.notAfter"', '"parameter": "partner.notLater"']],
    /^openPoints\.json partner-three-years\.may-2023：guide\.json 里没有这个日期参数/m,
  ],
  [
    'an option waives a rule that there is not',
    [['openPoints.json', '"unit.audit-3-statements"', '"unit.audit-4-statements"']],
    /^openPoints\.json young-company-audit\.waived：没有这条规则/m,
  ],
  [
    'an open point tells its questions by no regular expression',
    [['openPoints.json', '"企业|公司"', '"企业|公司("']],
    /^openPoints\.json .*about\.with.*正则表达式/m,
  ],
  [
    'an option has an effect that nobody knows',
    [['openPoints.json', '"kind": "years-since-founding"', '"kind": "years-before"']],
    /^openPoints\.json /m,
  ],
  [
    'two cautions have one id',
    [['cautions.json', '"id": "age-58"', '"id": "template"']],
    /^cautions\.json template：这个 id 出现了 2 次/m,
  ],
  [
    'a caution speaks of a country that there is not',
    [['cautions.json', '"澳门"', '"奥门"']],
    /^cautions\.json hk-macao-overseas\.when\.0：没有这个国家或地区：“奥门”/m,
  ],
  [
    'a caution speaks of an entry that 附1 does not have',
    [['cautions.json', '"二（十）"', '"二（二十）"']],
    /^cautions\.json years-israel\.when\.0：清单没有这一条/m,
  ],
  [
    'a caution speaks of a side that 附2 does not have',
    [['cautions.json', '"sideIsNot": "江西省"', '"sideIsNot": "江西"']],
    /^cautions\.json city-level-pair\.when\.0：附2没有这个中方/m,
  ],
  [
    'a caution compares with a parameter that the guide does not have',
    [['cautions.json', '"below": "project.months"', '"below": "project.month"']],
    /^cautions\.json months-of-the-template：guide\.json 里没有这个参数/m,
  ],
  [
    'a caution names a pair that none of its conditions finds',
    [['cautions.json', '附1标题注明', '{pair}附1标题注明']],
    /^cautions\.json not-in-the-list：条件里没有可以填进这里的东西：“\{pair\}”/m,
  ],
  [
    'a caution asks a fact that nobody knows',
    [['cautions.json', '"fact": "lead.creditBlacklist"', '"fact": "lead.creditList"']],
    /^cautions\.json blacklist-in-force：没有这个事实/m,
  ],
  [
    'a caution waits for a rule that there is not',
    [['cautions.json', '"lead.not-programme-manager"', '"lead.not-manager"']],
    /^cautions\.json civil-servant-member：没有这条规则/m,
  ],
  [
    'a caution has a condition of no known kind',
    [['cautions.json', '"namesake": true', '"nameless": true']],
    /^cautions\.json \d+\.when\.0.*nameless/m,
  ],
  [
    'a rule needs a fact that nobody knows',
    [['rules.json', '"agreement.dateClear"', '"agreement.dateKlear"']],
    /^rules\.json agreement\.date-clear：没有这个事实/m,
  ],
  [
    'a guide is still a draft',
    [['guide.json', '"year": 2023,', '"year": 2023, "draft": true,']],
    /^guide\.json draft：还是草稿/m,
  ],
  [
    'a place of 附2 is one that nobody knows',
    [['sisterCities.json', '"foreignPlace": "卡尔德达尔市"', '"foreignPlace": "卡尔德达尔城"']],
    /^sisterCities\.json 107\.ours：不知道这个地方在哪里，请写 region/m,
  ],
  [
    'a rule that is decided by code lacks its parameter',
    [['guide.json', '"process.channels":', '"process.channel":']],
    /^rules\.json process\.single-channel：这条规则要用的参数，guide\.json 里没有/m,
  ],
];
