/** Explicit commands: a message that is nothing but a command. What looks like an answer is never one. */
import { simplified } from '../knowledge/read/simplified.ts';

export type Command =
  | 'start'
  | 'resume'
  | 'back'
  | 'why'
  | 'skip'
  | 'restart'
  | 'verdict'
  | 'help'
  | 'person'
  | 'progress'
  | 'amend'
  | 'new-case'
  | 'cases'
  | 'swap-lead'
  | 'swap-partner'
  | 'swap-direction'
  | 'swap-unit';

/** Every form of a command, separated by spaces. */
const forms: Record<Command, string> = {
  start: '开始自查 自查 开始 我要自查 开始自测 开始申报自查 开始测 测一下 自查一下 来自查',
  resume: `继续 接着来 接着 继续答 继续答题 接着答 接着问 继续自查 在吗 在不在 在么 你好 您好 老师好 你好呀 hi
    hello 哈喽 我回来了 回来了 刚才的题呢 到哪一题了 再问一遍 重复一遍 再说一遍 题目再发一遍`,
  back: `上一题 返回 上一步 回上一题 返回上一题 回到上一题 前一题 上一道 上一道题 退一步 往回 退回去 上题
    回到上一步 上一个 上一个问题 撤回 退回上一题`,
  why: `为什么 为啥 什么意思 为什么问这个 为什么要问这个 问这个干什么 为啥问这个 为啥要问这个 问这个有什么用
    问这个有啥用 这是什么意思 问这干嘛 问这个干嘛 干嘛问这个 为什么要这个 凭什么问 依据呢 哪条规定
    哪一条规定 有什么依据 原文呢 看原文 指南怎么说 这条怎么说`,
  skip: `跳过 以后再说 下一题 先跳过 跳过这题 跳过这一题 先不答 不想答 先放着 先放一放 pass 略过 先空着
    晚点再答 待会再答 回头再答 这题先不答 下一个 先下一题`,
  restart: `重来 重新开始 从头开始 重新来 从头来 重做 重新答 从头再来 全部重来 清空重来 重新自查 重新来一遍
    重新测`,
  verdict: `结论 看结论 清单 出结论 看清单 我要结论 结果 看结果 出结果 给我结论 直接出结论 直接给结论 现在能报吗
    到底能不能报 到底能报吗 还缺什么 还差什么 缺啥 看看结果 看看结论 结论再看一遍 最后结论`,
  person: `人工 转人工 找人 找人工 人工客服 转人工客服 人工服务 转人工服务 转接人工 接人工 联系人工 要人工 真人 找真人
    客服 找客服 转客服 找工作人员 联系工作人员 找个人 有人吗 有没有人工 能转人工吗 可以转人工吗 转给咨询台 咨询台
    转咨询台 找咨询台`,
  help: '帮助 怎么用 使用说明 帮帮我 help ? 说明 怎么操作 有哪些命令 能干什么 你能干什么 你会什么',
  progress: `进度 到哪了 看已答的 已答的 答到哪了 还有几题 还剩几题 还剩多少题 还有多少题 还要多久 还有多久
    看我答的 看看我都答了什么 我都答了啥 我答了啥 都答了什么 看看我答的 看看已答的 我答了什么
    我都答了什么 答了哪些 看进度 看一下进度 看记录 记了什么 都记了什么 已经答了哪些 查看进度 查看已答
    查看答案 看答案 看看进度 看看答了啥`,
  amend: `修改 改一下 我要改 改答案 修改答案 我要修改 想改一下 我想改一下 改一改 改前面的 改前面的答案
    修改前面的 前面答错了 前面写错了 有一题答错了 有题答错了 答错了 写错了 更正 改一题 改之前的 我答错了
    我写错了 刚才答错了 刚才写错了 前面有错`,
  'new-case': `新的一份 再来一份 再测一份 换一份 新建一份 再报一份 再自查一份 新开一份 再来一个 换个人再测
    换一个项目 再测一个项目 新的申报`,
  cases: `我的申报 看我的申报 所有申报 我的自查 申报列表 列表 有几份 几份 我有几份 我的几份 看所有的 切换
    切换申报 换到另一份 我的项目`,
  'swap-lead': `换负责人 换个负责人 换一位负责人 换负责人重看 换人 换负责人再看 换负责人试试 换个人牵头
    要是换负责人呢 换负责人呢`,
  'swap-partner': '换合作方 换个合作方 换一家合作方 换外方 换境外单位 换合作单位 换一家境外单位 换合作方试试 换个外方',
  'swap-direction': '换方向 换个方向 换方向重看 换一个方向 改方向 换选题 换个选题 换方向试试',
  'swap-unit': '换单位 换个单位 换申报单位 换一家单位 换单位申报 换牵头单位 换单位试试',
};

const byForm = new Map(
  Object.entries(forms).flatMap(([command, words]) =>
    words.split(/\s+/).map((word) => [word, command as Command] as const),
  ),
);

/** Spoken before and after a command without changing it. */
const before = /^(?:那|那么|好|好的|嗯|哦|请|麻烦|麻烦你|帮我|给我|我想|我要|先|再)(?=.{2})/;
const after = /(?:吧|啊|呀|哈|呢|吗|嘛|了|一下|看看|好了|谢谢)$/;

/** The command that a message is, if it is nothing else. */
export function commandOf(text: string): Command | undefined {
  if (text.length > 40) return undefined;
  const said = simplified(text.normalize('NFKC')).trim().toLowerCase();
  const bare = said.replace(/[\s。.!！~～,，“”"「」'、…]+/g, '');
  for (const form of [said, bare, bare.replace(/[?？]+$/, '')]) {
    const found = byForm.get(form) ?? byForm.get(trimmed(form));
    if (found) return found;
  }
  return undefined;
}

function trimmed(form: string): string {
  let rest = form;
  for (let times = 0; times < 3; times += 1) {
    const next = byForm.has(rest) ? rest : rest.replace(after, '');
    if (next === rest) break;
    rest = next;
  }
  return byForm.has(rest) ? rest : rest.replace(before, '');
}
