import { indicatorKinds, narrativePoints } from '../../../knowledge/facts.ts';
import type { ReadMaterials } from '../../../knowledge/read/readMaterials.ts';
import type { Example } from '../../../knowledge/reading.ts';
import { allOf, asks, is, unknown } from './said.ts';

const indicators = allOf(indicatorKinds, true);
const noIndicators = allOf(indicatorKinds, false);
const narrative = allOf(narrativePoints, true);
const noNarrative = allOf(narrativePoints, false);

export const materialsExamples: Example<ReadMaterials>[] = [
  ['三类指标、先进性、市场前景均已撰写完毕，格式及附件齐备。', is({ indicators, narrative, format: true })],
  ['都写好了', is({ indicators, narrative, format: true })],
  ['全部完成', is({ indicators, narrative, format: true })],
  ['缺市场前景', is({ indicators, narrative: { advanced: true, feasible: true, market: false }, format: true })],
  ['就附件没传完，别的都弄好了', is({ indicators, narrative, format: false })],
  ['指标全了，先进性写了，市场前景也有，格式附件还在整理', is({ indicators, narrative, format: false })],
  [
    '经济指标没想好，技术、知识产权指标有；其余都齐',
    is({ indicators: { economic: false, technical: true, ip: true }, narrative, format: true }),
  ],
  ['还没写完', is({ indicators: { rest: false }, narrative: { rest: false } })],
  ['没呢，刚开始写', is({ indicators: noIndicators, narrative: noNarrative, format: false })],
  [
    '都齐了，就差知识产权指标',
    is({ indicators: { economic: true, technical: true, ip: false }, narrative, format: true }),
  ],
  ['写了一半', asks],
  ['前景和先进性都写了，指标也写了，附件格式没问题', is({ indicators, narrative, format: true })],
  ['附件还缺两个，正文都写完了', is({ indicators, narrative, format: false })],
  ['指标写了，别的没写', is({ indicators, narrative: noNarrative, format: false })],
  ['基本写完', asks],
  ['我没参与，不清楚', unknown],
  ['申报书填好了，附件也都传了', is({ indicators, narrative, format: true })],
  [
    '三类考核指标已明确，可行性和市场前景论证充分，附件按格式要求装订完毕',
    is({ indicators, narrative: { feasible: true, market: true }, format: true }),
  ],
  ['指标只写了技术的', is({ indicators: { economic: false, technical: true, ip: false } })],
  ['样样都写到位了', is({ indicators, narrative, format: true })],
  ['都写了，格式附件也齐', is({ indicators, narrative, format: true })],
  [
    '可实施性没写，其他都有',
    is({ indicators, narrative: { feasible: false, advanced: true, market: true }, format: true }),
  ],
  [
    '市场那块空着，其他没问题',
    is({ indicators, narrative: { advanced: true, feasible: true, market: false }, format: true }),
  ],
  ['指标都有先进性有市场前景有格式也对', is({ indicators, narrative, format: true })],
  [
    '经济效益指标未填，余均已完成',
    is({ indicators: { economic: false, technical: true, ip: true }, narrative, format: true }),
  ],
  ['没写市场前景，附件少一份', is({ narrative: { market: false }, format: false })],
  ['全了', is({ indicators, narrative, format: true })],
  [
    '差经济指标和市场前景',
    is({
      indicators: { economic: false, technical: true, ip: true },
      narrative: { advanced: true, feasible: true, market: false },
      format: true,
    }),
  ],
  ['材料都齐了', is({ indicators, narrative, format: true })],
  ['三类指标齐全，先进性、可实施性、市场前景都有论述，附件按要求备好', is({ indicators, narrative, format: true })],
  ['指标写了两类，经济的没写', is({ indicators: { economic: false, technical: true, ip: true } })],
  ['先进性和市场前景没写', is({ narrative: { advanced: false, market: false } })],
  ['都填完了，附件缺一份', is({ indicators, narrative, format: false })],
  ['申报书初稿完成，附件未整理', is({ indicators, narrative, format: false })],
  ['还没写全', is({ indicators: { rest: false }, narrative: { rest: false } })],
  [
    '经济指标、技术指标都有，知识产权指标漏了，其他完整',
    is({ indicators: { economic: true, technical: true, ip: false }, narrative, format: true }),
  ],
  ['全都按格式填好了', is({ indicators, narrative, format: true })],
  ['可行性分析没写，指标和附件都好了', is({ indicators, narrative: { feasible: false }, format: true })],
  ['学生在弄，具体不清楚', unknown],
  ['指标有了，市场前景有了，先进性有了，格式附件没好', is({ indicators, narrative, format: false })],
  ['都写全了', is({ indicators, narrative, format: true })],
  ['经济指标没写，技术和知识产权的有', is({ indicators: { economic: false, technical: true, ip: true } })],
  ['三类指标都有了，市场前景还差一段，附件没弄完', is({ indicators, narrative: { market: false }, format: false })],
  ['刚开了个头，啥都还没写', is({ indicators: noIndicators, narrative: noNarrative, format: false })],
  ['三类指标、先进性、可实施性、市场前景都写了，附件格式对不对没核过，不知道', is({ indicators, narrative })],
  ['三类考核指标是哪三类？', undefined],
  ['学生在写，写到哪一步我不知道', unknown],
  ['申报书一百二十页，厚得很', undefined],
  ['就缺一个附件没放进去，别的指标啊前景啊全都写好了', is({ indicators, narrative, format: false })],
  [
    '经济技术知产三类都列了数先进性可实施性市场前景也都写了附件按格式装好了',
    is({ indicators, narrative, format: true }),
  ],
  ['差不多了吧，七七八八', asks],
  ['知识产权指标等外方回话还空着，先进性可实施性市场前景写完了', is({ indicators: { ip: false }, narrative })],
  ['附件还空着，其他都写完了', is({ indicators, narrative, format: false })],
  ['应该写完了，我没看', asks],
  ['指标写全了，前景还没写', is({ indicators, narrative: { market: false } })],
  ['先进性写了，市场前景没写，指标不清楚', is({ narrative: { advanced: true, market: false } })],
  ['都写完了，附件也齐', is({ indicators, narrative, format: true })],
  ['学生在写，不知道', unknown],
  ['经济指标写了，技术和知识产权指标还没写', is({ indicators: { economic: true, technical: false, ip: false } })],
  ['都写全了三类指标先进性市场前景还有格式附件都弄好了', is({ indicators, narrative, format: true })],
  ['三累指标写完叻，市场前竟还没写，格式副件也没弄完', is({ indicators, narrative: { market: false }, format: false })],
  [
    '申报书三类考核指标、先进性与市场前景之论述及格式附件均已逐项完成，并经校内审核，敬请审阅。',
    is({ indicators, narrative, format: true }),
  ],
  ['三类指标写哩，格式附件还差几份', is({ indicators, format: false })],
  [
    '三类 indicators done，先进性和 market 前景 done，格式附件也 complete 了',
    is({ indicators, narrative, format: true }),
  ],
  [
    '都全了，不对，知识产权指标漏了没写，别的都齐',
    is({ indicators: { economic: true, technical: true, ip: false }, narrative, format: true }),
  ],
  ['申报书模板在哪里下载？', undefined],
  ['都写全了，附件也按格式弄好了', is({ indicators, narrative, format: true })],
  ['经济、技术指标写了，知识产权那块指标还没写', is({ indicators: { economic: true, technical: true, ip: false } })],
  [
    '指标三类都有了，市场前景还差一段没写完，附件也没整理',
    is({ indicators, narrative: { market: false }, format: false }),
  ],
  ['申报书还没开始动笔', is({ indicators: noIndicators, narrative: noNarrative, format: false })],
  ['是王老师的学生在写，写到哪了我没问', unknown],
  ['都全了', is({ indicators, narrative, format: true })],
  ['三类指标写了，市场前景还没写，格式附件也差一个', is({ indicators, narrative: { market: false }, format: false })],
  [
    '经济指标没写，其它都好了',
    is({ indicators: { economic: false, technical: true, ip: true }, narrative, format: true }),
  ],
  ['一个字没动笔，附件也没弄', is({ indicators: noIndicators, narrative: noNarrative, format: false })],
  ['三类考核指标都有，先进性和市场前景也写了，附件还没按格式填完。', is({ indicators, narrative, format: false })],
  ['不确定，几个人分头写的，还没合稿', unknown],
  ['技术和知识产权指标写了 经济那块不会写 空着', is({ indicators: { economic: false, technical: true, ip: true } })],
  [
    '格式附件齐，正文写完了，先进性、市场前景都有，经济技术知识产权指标也清清楚楚',
    is({ indicators, narrative, format: true }),
  ],
  ['大概写了七八成', asks],
  ['只差合作方简介那个附件，别的都写全了', is({ indicators, narrative, format: false })],
  ['学生写的，我翻过，考核指标三样都列了，后头的我还没看', is({ indicators })],
  [
    '先进性写了三页，可实施性也有，就市场前景空着',
    is({ narrative: { advanced: true, feasible: true, market: false } }),
  ],
  [
    '都写全了，上午刚定稿。哦不对，知识产权指标让我删了还没补，就差这个',
    is({ indicators: { economic: true, technical: true, ip: false }, narrative, format: true }),
  ],
  ['all done，指标、市场前景那些都写了，附件按模板填好了', is({ indicators, narrative, format: true })],
  ['这个你们系统里不是能看到吗', undefined],
  [
    '三类指标都写好了，先进性、可实施性、市场前景也写了。附件还差几个没扫描，格式没弄完',
    is({ indicators, narrative, format: false }),
  ],
  ['写全了，指标、先进性、市场前景、附件，一样不缺', is({ indicators, narrative, format: true })],
  [
    '县里大学生帮我写的，经济、技术、知识产权三样指标都有，先进不先进、做不做得成、市场也都写了一大篇，附件格式还差些冇填好',
    is({ indicators, narrative, format: false }),
  ],
  [
    '都写完整了，指标三类、先进性、可实施性、市场前景、格式附件我这边最后审过',
    is({ indicators, narrative, format: true }),
  ],
  [
    '技术的和专利的指标写了 经济指标还空着 先进性可实施性市场前景都写完了 格式附件全不全我说不准',
    is({ indicators: { economic: false, technical: true, ip: true }, narrative }),
  ],
  [
    '都写好了，three kinds of indicators，advancement，feasibility，market，attachments 也 complete',
    is({ indicators, narrative, format: true }),
  ],
  ['都写全了三个指标市场前景先进性还有可实施性包括附件请人做的都全了', is({ indicators, narrative, format: true })],
  [
    '三类指标、先进性、可实施性、市场前景都写了，附件格式年轻人也都整理好了。',
    is({ indicators, narrative, format: true }),
  ],
  ['三类考核指标、先进性、可实施性及市场前景、附件格式均已完成。', is({ indicators, narrative, format: true })],
  ['指标、先进性、可行性、市场、附件，全部搞掂', is({ indicators, narrative, format: true })],
  ['都整利索了，指标、先进性、可实施性、市场前景、附件全有', is({ indicators, narrative, format: true })],
  ['三类指标有，附件齐。市场前景没写', is({ indicators, narrative: { market: false }, format: true })],
  [
    '经济、技术、知识产权指标齐全，先进性、可实施性、市场前景都有论述，格式和附件我核对过两遍',
    is({ indicators, narrative, format: true }),
  ],
];
