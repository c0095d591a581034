/** What the app's entry in Teams says. Chinese stands in the manifest, English in its language file; lengths as in Microsoft's schema. */

export interface AppWords {
  /** At most 30 characters. */
  name: string;
  /** At most 100. */
  fullName: string;
  /** At most 80. */
  short: string;
  /** At most 4000. */
  long: string;
  /** What each command does; the commands themselves are words that the assistant knows, in every language. */
  commands: Record<'start' | 'verdict' | 'data' | 'help' | 'groupHelp', string>;
  /** The message extension: titles at most 32, descriptions at most 128. */
  extension: { title: string; ask: string; search: string; question: string; questionHint: string };
}

export const zh: AppWords = {
  name: '国合申报助手',
  fullName: '国合申报助手：江西省国际科技合作项目申报自查与问答',
  short: '江西省国际科技合作项目：自查能不能申报、还缺什么，回答申报指南里的问题',
  long: `对照江西省国际科技合作项目申报指南，一次问一个问题，最后告诉您能不能申报、还缺哪些材料、每一项由谁去办、依据指南哪一条，清单可以打印或存成 Word。

随时可以用自己的话问指南里的问题，回答注明条款和原文；指南里没有写的，会说没有写。

在群聊和频道里 @它，只回答指南里的问题，不问也不显示任何人的情况。别人的消息上点“更多操作”，可以用“问申报指南”起草一段带条款的答复。

对话会保存，供科技主管部门工作人员复核；可以随时查看、导出和删除自己的数据。结论只供准备材料参考，以科技厅审核为准。`,
  commands: {
    start: '一题一题对照指南，看能不能申报、还缺什么',
    verdict: '看这份申报现在的结论和清单',
    data: '看、导出或删除您在这里的数据',
    help: '能做什么，可以怎样回复',
    groupHelp: '在群里可以问什么',
  },
  extension: {
    title: '问申报指南',
    ask: '按申报指南起草这条消息的答复，注明条款和原文',
    search: '查申报指南，把带条款的答复放进消息',
    question: '问题',
    questionHint: '例如：负责人年龄有什么要求？',
  },
};

export const en: AppWords = {
  name: 'Guohe Apply Assistant',
  fullName: 'Guohe Apply Assistant: eligibility check for Jiangxi international S&T cooperation',
  short: 'Jiangxi S&T cooperation call: check eligibility, see what is missing, ask.',
  long: `Compares a project with Jiangxi Province's call for international science and technology cooperation: one question at a time, and at the end whether it can be applied for, what is missing, who has to do what, and by which clause. The checklist can be printed or saved as a Word file.

At any time you can ask about the call in your own words; answers name the clause and quote it. What the call does not say is said to be so.

When it is mentioned in a group chat or a channel it only answers questions about the call, and neither asks about nor shows anybody's case. On a message, “More actions” drafts an answer with its clauses.

The assistant speaks Chinese. Conversations are kept for review by the department's staff; you can see, export and delete your own data at any time. The verdict helps to prepare the application; the Department of Science and Technology has the last word.`,
  commands: {
    start: 'Start the check: one question at a time (in Chinese)',
    verdict: 'Show the verdict and the checklist as they are now',
    data: 'See, export or delete your own data',
    help: 'What it can do, and how to reply',
    groupHelp: 'What can be asked in a group',
  },
  extension: {
    title: 'Ask the guide',
    ask: 'Drafts an answer to this message from the guide, with clause and quote (in Chinese)',
    search: 'Looks something up in the guide and inserts the answer with its clause',
    question: 'Question',
    questionHint: 'For example: 负责人年龄有什么要求？',
  },
};
