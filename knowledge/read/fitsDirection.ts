/** Whether a typed topic is near the direction that its writer chose: shared pairs of characters, never a judgement. */
interface DirectionText {
  title: string;
  content?: string;
}

const noise =
  /第?[\d一二三四五六七八九十]+(?:个|号)?(?:选题)?方向|(?:选题)?方向[\d一二三四五六七八九十]+|选题|方向|研究内容|研究|关键|技术|研发|开发|应用|项目|主要|我们|打算|准备|报|做|的|与|和|及/g;

/** True when at least two pairs of the topic's characters, and a quarter of them, stand in the direction's text. */
export function fitsDirection(topic: string, direction: DirectionText): boolean {
  const said = pairs(topic.slice(0, 200).normalize('NFKC').replace(noise, ' '));
  if (said.length < 2) return direction.title.length > 0 && topic.includes(direction.title);
  const there = new Set(pairs(`${direction.title} ${direction.content ?? ''}`.normalize('NFKC')));
  const shared = said.filter((pair) => there.has(pair)).length;
  return shared >= 2 && shared * 4 >= said.length;
}

function pairs(text: string): string[] {
  return (text.match(/[\p{Script=Han}A-Za-z]+/gu) ?? []).flatMap((run) =>
    [...run].slice(1).map((_, at) => [...run].slice(at, at + 2).join('')),
  );
}
