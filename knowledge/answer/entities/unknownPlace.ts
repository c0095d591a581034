/** A town that no table has, where the text says by its form that it is one: 外方在X，能按友城…, X是友城吗. */
import { spelledBySound } from '../../places/bySound.ts';
import type { Mention } from '../asked.ts';

const sister = /友城|友好城市|友好省|姐妹城|姊妹城|结好|附件?2/;
const name = '([\\p{Script=Han}·-]{2,10}?)';
const intro =
  '(?:请问|想问|问下|问一下|我想问|那么?|老师|你好|您好|麻烦|外方(?:在|是)|对方(?:在|是)|合作方(?:在|是)|[,，。])*';
const forms: readonly RegExp[] = [
  new RegExp(`(?:在|位于|来自|设在|地处)${name}(?:市|州|省|那边|那里)?(?=[,，。;；?？]|的|能|可|算|是|$)`, 'u'),
  new RegExp(
    `^${intro}${name}(?:这个|那个)?(?:市|城市|小城)?(?=算不算|算|是不是|是否|是|在不在|在|有没有|属不属于|属于|跟|和|与|列|能不能|能)`,
    'u',
  ),
  new RegExp(`(?:和|跟|与|同)${name}(?:市|州|省)?(?=那边|的|方面|合作|有没有|是|结)`, 'u'),
];
const noName =
  /[的是在有和不么吗们友城哪什几市省县多少这那个些谁该]|江西|我|外方|合作|国外|境外|清单|名单|指南|附|单位|项目|优先|申报|对方/u;

/** The unknown town, without a country and without a pair. */
export function unknownPlace(text: string): Mention[] {
  if (!sister.test(text)) return [];
  for (const form of forms) {
    const hit = form.exec(text);
    const found = hit?.[1];
    if (!hit || found === undefined || noName.test(found) || !spelledBySound(found, 0.6)) continue;
    const start = hit.index + hit[0].lastIndexOf(found);
    return [{ is: 'place', name: found, countries: [], pairs: [], start, end: start + found.length }];
  }
  return [];
}
