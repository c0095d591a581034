/** Of several directions in one answer the one that is meant at last: 原来想报方向十四，后来改了，定的是方向十三. */
import { namedDirection } from './directionNumber.ts';

const former =
  /原来|本来|原先|原本|起初|一开始|最早|最初|之前|以前|先前|曾|开始想|没报|不报|不选|不做了|放弃|排除|去年|前年|上[一]?[次年]|想过|不对口|不合适|不适合|不符|考虑过|^(?:并?不是|不要|别)/;
/** 后来改成9了: what leads to the number. */
const decision =
  /^(?:后来|现在|最后|最终|今年|结果|老师|领导|我们|又|就|才|还是|那就|决定|改了|，|,)*(?:改成了?|改为|改报|换成了?|换到|换为|调到|调成|定的?是|定了|定在|定成|报的?是?|选的?是?|是)+/;

function names(part: string): boolean {
  return namedDirection(part.replace(decision, '')).is === 'one';
}

/** The text without the directions that were given up, where another one is named; `text` is normalised. */
export function meantAtLast(text: string): string {
  const parts = text.split(/(?<=[,。;])|(?=后来|现在(?:改|定|报|选)|最后)/);
  if (parts.length < 2 || /或者|要么|都行|都可以|随便/.test(text)) return text;
  const own = parts.filter((part) => !former.test(part));
  const over = parts.filter(
    (part) => former.test(part) && names(part.replace(former, '').replace(/^[想报选的是]+/, '')),
  );
  if (over.length === 0 || !own.some(names)) return text;
  return own
    .map((part) => (names(part) ? part.replace(decision, '') : part))
    .join('')
    .replace(/[,。;]$/, '');
}
