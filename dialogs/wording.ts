/** What the dialogs say, by language. Words about one question or one rule stand with it, not here. */
import type { Language, Texts } from '../knowledge/language.ts';
import { inLanguage } from '../knowledge/language.ts';

const texts = {
  zh: {
    greeting:
      '您好，我是江西省国际科技合作项目的申报助手，依据{guide}。我一次问一个问题，最后告诉您能不能报、还缺什么。\n对话会保存，供工作人员复核。请不要发身份证号、银行账号。\n回复“开始自查”就开始。',
    start: '开始自查',
    behalf: '您是项目负责人本人，还是帮别人问？',
    behalfChoices: ['负责人本人', '帮别人问'],
    behalfRetry: '请回复“本人”或“帮别人”。',
    behalfName: '好的，下面都请按负责人的情况答。怎么称呼负责人？不方便写可以回复“跳过”。',
    remaining: '接下来最多还有 {n} 题。',
    back: '回到前面这一题，原来的答复先留着；不改就回复“跳过”。',
    noBack: '这是第一题，前面没有了。',
    kept: '好，原来的答复不变。',
    putOff: '先放着，最后再补。',
    skipped: '这一项先空着，结论里会列出来。',
    confirmLater: '先记“待确认”。',
    supplyLater: '先列入要补的。',
    blocked: '要先说一声：{what}（{clause}）{wayOut}其他条件接着看，结论里一起给建议。',
    restart: '重来会清掉已答的 {n} 题，确定吗？',
    restartChoices: ['确定重来', '不用'],
    restarted: '好，从头开始。',
    notRestarted: '好，接着答。',
    finished: '问完了，这是结论。',
    soFar: '按目前已答的，结论是这样；还有题没答完，答完会更准。',
    changed: '问题有调整，这一句先不记。',
    tooEarly: '还没有答题，看不出结论。',
    afterEnd: '这份自查已经答完。回复“结论”再看一遍，“上一题”改答复，“重来”从头开始。',
    help: '我一次问一个问题。随时可以回复：上一题、为什么、跳过、不知道、结论、重来、帮助。',
    noCase: '我负责{year}年度国际科技合作项目的申报自查。回复“开始自查”就开始，一次问一个问题。',
    notAnswered: '这个问题我现在答不了，不猜。请以指南原文和省科技厅、推荐单位的答复为准。',
    tooLong: '这条消息太长了，请控制在 {n} 个字以内，分几条发也可以。',
    whyQuote: '指南原文：“{quote}”（{clause}）',
    whyNone: '这一题用来判断后面要问什么。',
    failed: '刚才出了点问题，已答的都在。请再发一次；编号 {reference}。',
    caseName: '第{n}份',
    verdictActions: ['上一题', '重来'],
    endActions: ['结论', '上一题', '重来'],
    partRetry: '没看懂，请再写得具体一点。',
    partRetryChoices: '没看懂，请回复{choices}。',
    choice: '“{choice}”',
    and: '、',
    you: '您',
    lead: '负责人',
    partner: '境外合作单位',
    nextPartner: '第{n}家境外合作单位',
    direction: '方向{number}“{title}”',
    anyDirection: '所选方向',
    notText: '我只看得懂文字，请把内容打出来。',
  },
};

export type Words = (typeof texts)['zh'];

/** The dialogs' words in a language; Chinese stands in for what is absent. */
export function words(language: Language): Words {
  return inLanguage(texts as Texts<Words>, language);
}
