/** What people say who want to see, take away or delete what is kept of them: a message that is nothing else. */
import { simplified } from '../knowledge/read/simplified.ts';

export type OwnDataCommand = 'show' | 'export' | 'delete';

const thing =
  '(?:聊天|对话|谈话|个人|自查|申报|答题)?(?:数据|记录|信息|内容|隐私|历史)|(?:这段|这次|本次|我的|我们的|全部|所有)(?:聊天|对话|谈话)';
const mine =
  '(?:(?:你们|你|这里|系统)?(?:存|保存|保留|留|记|收集)(?:下来?)?(?:了)?的)?(?:(?:关于)?我的?|我们的?|所有的?|全部的?|一切|这段|这次|本次)*的?';
const what = `${mine}(?:${thing})`;
const all = '(?:都|全部?|统统|一起)?(?:给我|帮我)?';
const show = '(?:看看|看一下|看下|看|查看|查一下|查|显示|列出)';
const take = '(?:导出|下载|导|打包|备份)(?:一下|一份)?';
const remove = '(?:删除|删掉|删了|删|清除|清掉|清空|抹掉|抹去|销毁|注销)(?:一下)?';
const keeps = '(?:存|保存|保留|留|记|记录|收集)(?:下)?(?:了|着)?';

const forms: readonly [OwnDataCommand, RegExp][] = [
  ['delete', whole(`${remove}${what}`, `把?${what}${all}${remove}`, `/?删除?`)],
  [
    'export',
    whole(`${take}${what}`, `把?${what}${all}${take}(?:出?来|给我)?`, `把${what}(?:都|全部?)?发(?:给我)?(?:一份)?`),
  ],
  [
    'show',
    whole(
      `${show}?我的(?:数据|个人信息|个人数据|聊天记录|对话记录|隐私数据)`,
      `${show}?(?:你们|你|这里|系统)(?:都|还)?${keeps}(?:我|我们)的?(?:些?什么|啥|哪些)(?:东西|数据|信息|内容)?`,
      `${show}(?:你们|你|这里|系统)(?:都|还)?${keeps}(?:我|我们)的(?:数据|信息|记录|内容)`,
    ),
  ],
];

/** 删 alone, and 删除数据 without 我的, are said in a hurry; nothing is deleted before it was asked whether that is meant. */
function whole(...alternatives: string[]): RegExp {
  const politely = '(?:请|麻烦|那|先|你们?|帮我|给我|我要|我想要?|想|要求?|能不能|能|可以|可不可以)*';
  return new RegExp(`^${politely}(?:${alternatives.join('|')})(?:吧|啊|呀|呢|吗|嘛|了|一下|掉|谢谢)*$`);
}

/** The command that a message is, if it is nothing else. */
export function ownDataCommandOf(text: string): OwnDataCommand | undefined {
  if (text.length > 40) return undefined;
  const said = simplified(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s。.!~,，、“”"「」'…?？]+/g, '');
  // One of these stands in every form; most messages have none.
  if (!/[删清抹销导下打备发我]/.test(said)) return undefined;
  return forms.find(([, form]) => form.test(said))?.[0];
}

/** The answer to whether everything is to be deleted: only plain words delete. */
export function meansDelete(text: string): boolean {
  const said = text.normalize('NFKC').replace(/[\s。.!~,，“”"]+/g, '');
  return /^1$|^(?:是的?|对|嗯|好的?|要|可以|行)?(?:确定|确认)?(?:全部|都)?(?:删除?掉?|确定|确认|是的?|对)(?:了|吧|的)*$/.test(
    said,
  );
}

/** Leaves things as they are, and means nothing else. */
export function keepsAll(text: string): boolean {
  const said = text.normalize('NFKC').replace(/[\s。.!~,，“”"]+/g, '');
  return /^(?:2|不|否|不用|不了|不是|不要|先不|算了|取消|跳过|别删?|不删除?|先不删除?|保留|留着|不确定)(?:了|吧|除|掉)*$/.test(
    said,
  );
}
