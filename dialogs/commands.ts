/** Explicit commands: a message that is nothing but a command. What looks like an answer is never one. */
export type Command = 'start' | 'back' | 'why' | 'skip' | 'restart' | 'verdict' | 'help';

const forms: Record<Command, readonly string[]> = {
  start: ['开始自查', '自查', '开始', '我要自查', '开始自测', '开始申报自查'],
  back: ['上一题', '返回', '上一步', '回上一题', '返回上一题', '回到上一题', '前一题'],
  why: ['为什么', '为啥', '什么意思', '为什么问这个', '为什么要问这个', '问这个干什么', '为啥问这个', '这是什么意思'],
  skip: ['跳过', '以后再说', '下一题', '先跳过', '跳过这题', '跳过这一题', '先不答', '不想答'],
  restart: ['重来', '重新开始', '从头开始', '重新来', '从头来'],
  verdict: ['结论', '看结论', '清单', '出结论', '看清单', '我要结论'],
  help: ['帮助', '怎么用', '使用说明', '帮帮我', 'help', '?'],
};

const byForm = new Map(
  Object.entries(forms).flatMap(([command, words]) => words.map((word) => [word, command as Command] as const)),
);

/** The command that a message is, if it is nothing else. */
export function commandOf(text: string): Command | undefined {
  const said = text.normalize('NFKC').trim().toLowerCase();
  return byForm.get(said) ?? byForm.get(said.replace(/[\s。.!！?？~～,，“”"「」'、]+|(?:吧|啊|呀|哈|呢|一下)+$/g, ''));
}
