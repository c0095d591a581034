/** Whether a typed topic is near the direction that its writer chose: terms of its field or shared pairs of characters, never a judgement. */
import type { FactTypes } from '../facts.ts';
import { termScores } from './directionTerms.ts';
import { saysMaybe, saysUnknown } from './tidy.ts';

interface DirectionText {
  number: number;
  title: string;
  content?: string;
  ours?: { terms?: readonly string[] | undefined } | undefined;
}

const noise =
  /第?[\d一二三四五六七八九十]+(?:个|号)?(?:选题)?方向|(?:选题)?方向[\d一二三四五六七八九十]+|选题|方向|研究内容|研究|关键|技术|研发|开发|应用|项目|主要|我们|打算|准备|报|做|的|与|和|及/g;

/** True when a term of its field stands in the topic, or at least two pairs of the topic's characters, and a quarter of them, stand in its text. */
export function fitsDirection(topic: string, direction: DirectionText): boolean {
  const plain = topic.slice(0, 200).normalize('NFKC').replace(noise, ' ');
  if (termScores(plain, [direction]).length > 0) return true;
  const said = pairs(plain);
  if (said.length < 2) return direction.title.length > 0 && topic.includes(direction.title);
  const there = new Set(pairs(`${direction.title} ${direction.content ?? ''}`.normalize('NFKC')));
  const shared = said.filter((pair) => there.has(pair)).length;
  return shared >= 2 && shared * 4 >= said.length;
}

const near =
  '(?:沾边|沾得?上|搭边|搭界|搭|相?符合?|吻合|对口|对得上|匹配|一致|对应|相关|相干|贴切|贴合|接近|靠边|挨边)';
const apart = new RegExp(
  `(?:不|没有?|未|谈不上|称不上)(?:怎么|太|大|是很|很|完全|直接|什么)?${near}|[对沾搭靠挨]不(?:太|大)?[上着]|没有(?:一个)?(?:合适|对应)的|[差离][得的]?[太很挺]?远|八竿子|牛头不对马嘴|(?:两码|两回)事|没(?:有|啥|什么|多大)?关系|关[系联]不大`,
);
const together = new RegExp(
  `(?:基本|完全|大体|大致|高度|正好|很|挺|比较|都|就是|内容)(?:上)?(?:是|能|还)?${near}|^${near}`,
);
const undecided = new RegExp(`(\\p{Script=Han}{1,2})不\\1|是否|不确定|${near}不${near}`, 'u');

/** What the text says of it outright: 完全对口, 跟它不太沾边; a doubt says nothing. */
export function saysFit(text: string): FactTypes['directionFit'] | undefined {
  const plain = text.slice(0, 200).normalize('NFKC');
  if (/[?吗]/.test(plain) || undecided.test(plain) || saysMaybe(plain) || saysUnknown(plain)) return undefined;
  if (apart.test(plain)) return 'does-not-fit';
  return together.test(plain) ? 'fits' : undefined;
}

/** 和这个方向贴不贴，没有把握: whoever says so has not told that it fits. */
export function doubtsFit(text: string): boolean {
  const plain = text.slice(0, 200).normalize('NFKC');
  return /(?:方向|内容|题目?)[^,，。;；]{0,6}(?:[贴搭符合对沾][不没](?:太)?[贴搭符合对沾]|(?:是否|算不算|是不是)[^,，。;；]{0,4}(?:贴|搭|符|合|对口|相符))[^,，。;；]{0,4}[,，\s]?[^,，。;；]{0,8}(?:没(?:有)?(?:把握|底|数)|不(?:知道|清楚|确定|好说|敢说|晓得)|说不(?:准|好|清)|拿不准|吃不准|要问|得问)/.test(
    plain,
  );
}

function pairs(text: string): string[] {
  return (text.match(/[\p{Script=Han}A-Za-z]+/gu) ?? []).flatMap((run) =>
    [...run].slice(1).map((_, at) => [...run].slice(at, at + 2).join('')),
  );
}
