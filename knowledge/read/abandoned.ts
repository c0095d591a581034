/** 先跟法国一个所谈过，没谈拢，最后定的是西班牙的…: whom it did not come to is no partner. */
import { maxInput } from '../reading.ts';

const tried =
  /(?:先|起先|以前|之前|原来|本来|原本|起初|开始|早先|最早|最初|曾)[^,，。;；]{0,16}(?:谈|接触|联系|考虑|找|想|打算|准备|看中|沟通|定)|(?:谈|接触|联系|考虑|找|沟通)过/u;
const fell =
  /[没未](?:有)?(?:谈[拢成妥下好]|成功?(?:$|[,，。;；])|下文|结果|回音|消息)|黄了|吹了|崩了|掰了|退出|不(?:做|干|参加|合作|来)了|算了|放弃|没(?:人)?(?:理|搭理|答应|看上)|没回(?:信|音|复|应|话|我们)|[没无](?:有)?(?:兴趣|意向|意愿|诚意)|没再(?:谈|联系)|泡汤|谈崩/u;
const settled =
  /(?:最后|后来|最终|现在|目前|如今|这次|本次|今年|于是|所以|只好|就)[^,，。;；]{0,6}(?:定|换|改|找|选|跟|和|与|用|是)|(?:定的?|换|改|选)(?:是|成|为|了|到|上)/u;

const chosen = /^(?:现在|目前|最后|最终|这次|后来)*(?:定|选|换|改)(?:下来|了|的|成|上)*是?(?=\p{Script=Han}{4})/u;

/** The typed text from where it tells what came of it; the whole text where nothing fell through. */
export function withoutAbandoned(text: string): string {
  const parts = text
    .slice(0, maxInput)
    .split(/(?<=[,，。;；!！])|(?=但|不过|后来)|(?<=\s)(?=现在|目前|最后|最终|这次|定)/u);
  const end = parts.findIndex((part, at) => at > 0 && settled.test(part) && !fell.test(part));
  if (end < 1) return text;
  const before = parts.slice(0, end).join('');
  return fell.test(before) && (tried.test(before) || /[,，。;；]/.test(before))
    ? parts.slice(end).join('').replace(chosen, '')
    : text;
}
