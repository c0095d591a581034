import { domesticContents } from '../../../knowledge/facts.ts';
import type { ReadDomesticAgreement } from '../../../knowledge/read/readDomesticAgreement.ts';
import type { Example } from '../../../knowledge/reading.ts';
import { allOf, asks, is, unknown } from './said.ts';

const whole = allOf(domesticContents, true);

/** Of one unit. */
export const domesticAgreementExamples: Example<ReadDomesticAgreement>[] = [
  ['都齐', is({ exists: true, sealed: true, dateClear: true, highlighted: true, content: whole, signed: [true] })],
  ['没有境内参与单位，就外方一家', is({ noPartner: true })],
  ['在弄在弄，快了快了', asks],
  [
    '三家签的同一份，章都盖了，内容也全，就是日期漏写了',
    is({ exists: true, sealed: true, dateClear: false, content: whole, signed: [true] }),
  ],
  ['协议是签了，两家盖了章，还有一家没盖', is({ exists: true, sealed: false })],
  [
    '有协议 章跟日期都齐 就是经费怎么分没写',
    is({ exists: true, sealed: true, dateClear: true, content: { fundsSplit: false }, signed: [true] }),
  ],
  ['协议有的，章齐日期齐，内容我没核对过不敢说', is({ exists: true, sealed: true, dateClear: true })],
  ['牵头单位跟每家分开签可不可以？', undefined],
  ['兄弟单位嘛口头讲好了没立字据', is({ exists: false, signed: [false] })],
  ['办公室那边经手的，什么情况我不清楚', unknown],
  [
    '境内联合申报协议已签署，签章、日期、七项内容均完备，签章处及有效期已高亮。',
    is({ exists: true, sealed: true, dateClear: true, highlighted: true, content: whole, signed: [true] }),
  ],
  ['签了 盖的是科研处的部门章 公章没盖', is({ exists: true, sealed: false, signed: [true] })],
  ['签了，有一家章没盖', is({ exists: true, sealed: false })],
  ['签了，章齐，内容不敢说', is({ exists: true, sealed: true, signed: [true] })],
  ['没签书面协议，打了个招呼', is({ exists: false, signed: [false] })],
  ['还在走流程，没盖章', asks],
  ['签好了，日期写了，章盖的是学院的', is({ exists: true, sealed: false, dateClear: true, signed: [true] })],
  ['都签好了，章没盖全', is({ exists: true, sealed: false, signed: [true] })],
  ['有没有签我搞不清', unknown],
  ['没签', is({ exists: false, signed: [false] })],
  ['协议有，但没写日期', is({ exists: true, dateClear: false, signed: [true] })],
  ['没有境内参与单位', is({ noPartner: true })],
  [
    '境内的协议签了，公章都盖齐了，日期有，内容也齐',
    is({ exists: true, sealed: true, dateClear: true, content: whole, signed: [true] }),
  ],
  ['境内的协议还没签呢打算下周签', is({ exists: false, signed: [false] })],
  [
    '有协义，章盖齐了，内荣也齐，就是日其没写',
    is({ exists: true, sealed: true, dateClear: false, content: whole, signed: [true] }),
  ],
  [
    '我校与境内参与单位业已签订联合申报协议，签章齐备、日期明确、内容完整，亦已高亮标示，谨此奉告。',
    is({ exists: true, sealed: true, dateClear: true, highlighted: true, content: whole, signed: [true] }),
  ],
  ['冇国内参与单位哦，就外方一家', is({ noPartner: true })],
  [
    'domestic agreement 有，章盖了，date 也有，但 content 不全，缺 IP 那条',
    is({ exists: true, sealed: true, dateClear: true, content: { ip: false }, signed: [true] }),
  ],
  [
    '境内协议都齐的，啊不，对方的章还没盖，日期、内容是齐的',
    is({ exists: true, sealed: false, dateClear: true, content: whole, signed: [true] }),
  ],
  ['境内协议跟外方那份可以合成一份签吗？', undefined],
  ['seal 盖了，date 没写', is({ exists: true, sealed: true, dateClear: false, signed: [true] })],
  ['domestic agreement not signed', is({ exists: false, signed: [false] })],
  [
    '齐的，章、签字、日期、内容都有',
    is({ exists: true, sealed: true, dateClear: true, highlighted: true, content: whole, signed: [true] }),
  ],
  ['签是签了，对方学校的章还没盖', is({ exists: true, sealed: false, signed: [true] })],
  ['还没签呢，口头说好了', is({ exists: false, signed: [false] })],
  ['协议有，章盖齐了，日期空着没填', is({ exists: true, sealed: true, dateClear: false, signed: [true] })],
  ['是另一个同事在跟，弄到哪一步了我不知道', unknown],
  [
    '签了，都齐',
    is({ exists: true, sealed: true, dateClear: true, highlighted: true, content: whole, signed: [true] }),
  ],
  ['跟国内这家还没签呢', is({ exists: false, signed: [false] })],
  [
    '签了盖了，日期也写了，就是没高亮',
    is({ exists: true, sealed: true, dateClear: true, highlighted: false, signed: [true] }),
  ],
  [
    '跟他们签好了，双方签字公章都有，忘记写日期。',
    is({ exists: true, sealed: true, dateClear: false, signed: [true] }),
  ],
  ['两边只签了字没盖章', is({ exists: true, sealed: false, signed: [true] })],
  [
    '跟外方内方三家一起签的同一份，签章、日期、内容、高亮我逐项核过，全齐',
    is({ exists: true, sealed: true, dateClear: true, highlighted: true, content: whole, signed: [true] }),
  ],
  ['不清楚，合同是另一个同事在办', unknown],
  ['字两家都签了，章还在走用印流程', is({ exists: true, sealed: false, signed: [true] })],
  ['那家企业说先报上去，回头再补签', is({ exists: false, signed: [false] })],
  ['都是一个集团里的，还要签协议？', undefined],
  [
    '签了的，落款4月25号，两家公章签字都有，三处也标黄了',
    is({ exists: true, sealed: true, dateClear: true, highlighted: true, signed: [true] }),
  ],
  [
    '签好啦！落的2023年5月4日，两边都签字盖了红章，目标分工指标经费产权期限争议七样都写进去了，标黄的事还没做',
    is({ exists: true, sealed: true, dateClear: true, highlighted: false, content: whole, signed: [true] }),
  ],
  ['签了……哎不对，我记的是去年另一个项目的，这次的还没签', is({ exists: false, signed: [false] })],
  ['送过去给他们签了，人冇回信，不晓得签了冇', unknown],
  [
    '已与两家参与单位分别签订协议，签章齐全，日期明确，内容完整，已按要求高亮。',
    is({ exists: true, sealed: true, dateClear: true, highlighted: true, content: whole, signed: [true] }),
  ],
  [
    '签了，都有',
    is({ exists: true, sealed: true, dateClear: true, highlighted: true, content: whole, signed: [true] }),
  ],
  ['签了，章盖了，没写日期', is({ exists: true, sealed: true, dateClear: false, signed: [true] })],
  ['签了，没盖章', is({ exists: true, sealed: false, signed: [true] })],
  ['没有签协议', is({ exists: false, signed: [false] })],
  ['等对方用印呢，还没签', is({ exists: false, signed: [false] })],
  [
    '签了，章和日期都有，内容缺争议解决，没高亮',
    is({
      exists: true,
      sealed: true,
      dateClear: true,
      highlighted: false,
      content: { disputes: false },
      signed: [true],
    }),
  ],
  ['协议在走流程', asks],
  [
    '签了 都齐 就差高亮',
    is({ exists: true, sealed: true, dateClear: true, highlighted: false, content: whole, signed: [true] }),
  ],
  ['不确定', unknown],
  [
    '有，盖章签字日期内容全都有，高亮还没弄',
    is({ exists: true, sealed: true, dateClear: true, highlighted: false, content: whole, signed: [true] }),
  ],
  [
    '签好了，双方公章、法人签字、落款日期都在，七项内容也写了，三处都标黄了',
    is({ exists: true, sealed: true, dateClear: true, highlighted: true, content: whole, signed: [true] }),
  ],
  [
    '跟那家公司签了协议，日期2023年4月10日，签字盖章都齐',
    is({ exists: true, sealed: true, dateClear: true, signed: [true] }),
  ],
  ['签了，但是没有高亮标注', is({ exists: true, highlighted: false, signed: [true] })],
  ['协议有 章有 日期没有', is({ exists: true, sealed: true, dateClear: false, signed: [true] })],
  [
    '签了，内容没写经费分配和争议解决',
    is({ exists: true, content: { fundsSplit: false, disputes: false }, signed: [true] }),
  ],
  [
    '合作社跟农科院签了，章盖了，日期写了，内容按模板写全了，也标了',
    is({ exists: true, sealed: true, dateClear: true, highlighted: true, content: whole, signed: [true] }),
  ],
  ['下个月才签', is({ exists: false, signed: [false] })],
  ['签了一份，对方没盖章，只签了字', is({ exists: true, sealed: false, signed: [true] })],
  ['都签好了', is({ exists: true, signed: [true] })],
  ['我们没有国内的参与单位', is({ noPartner: true })],
  ['协议签了，签章和日期处还没高亮', is({ exists: true, highlighted: false, signed: [true] })],
  [
    '签了，公章、日期齐，内容全，忘了标高亮',
    is({ exists: true, sealed: true, dateClear: true, highlighted: false, content: whole, signed: [true] }),
  ],
  [
    '签了，其他都齐，就是没写签署日期',
    is({ exists: true, sealed: true, dateClear: false, highlighted: true, content: whole, signed: [true] }),
  ],
  ['尚未签署', is({ exists: false, signed: [false] })],
  ['口头说定了，协议还在拟', is({ exists: false, signed: [false] })],
  [
    '签了，章都盖了，日期是4月28日，内容没问题，高亮也做了',
    is({ exists: true, sealed: true, dateClear: true, highlighted: true, content: whole, signed: [true] }),
  ],
  ['签是签了，日期是空的', is({ exists: true, dateClear: false, signed: [true] })],
  ['签了，别的没注意看', is({ exists: true, signed: [true] })],
  ['没签，他们说不用签', is({ exists: false, signed: [false] })],
  [
    '早签了的，章也齐、日子也写了、该写的都写了，签字盖章的地方日期有效期都涂黄了',
    is({ exists: true, sealed: true, dateClear: true, highlighted: true, content: whole, signed: [true] }),
  ],
  [
    '都齐，就差把签字的地方涂黄',
    is({ exists: true, sealed: true, dateClear: true, highlighted: false, content: whole, signed: [true] }),
  ],
  [
    '除了没高亮别的都好了',
    is({ exists: true, sealed: true, dateClear: true, highlighted: false, content: whole, signed: [true] }),
  ],
  ['还没跟他们签', is({ exists: false, signed: [false] })],
  ['下周五签', is({ exists: false, signed: [false] })],
  ['协议拟好了，等那边老板回来签', is({ exists: false, signed: [false] })],
  ['我们哪来的境内参与单位？没有的', is({ noPartner: true })],
  ['签了的，里面少了考核指标', is({ exists: true, content: { indicators: false }, signed: [true] })],
];
