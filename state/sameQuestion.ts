/** When two questions count as the same for the queue and the figures: by their letters and figures, without the words of courtesy. */

/** Characters that are looked at: a message has no more, and a key is no longer than the second. */
const most = { read: 4000, kept: 1000 };

/** What belongs to a figure (1.5万, 2023-05, 18:00) is kept; everything else that is no letter and no figure is left out. */
const besides = /(?<!\p{N})[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}./:~-]+|[./:~-]+(?!\p{N})/gu;

/** No word that may belong to the question itself: 老师可以申报吗 asks of teachers, and 在不在清单里 of a list. */
const before =
  /^(?:(?:各位)?(?:老师|领导)们?(?=请问|请教|[您你]好|我?想)|(?:各位)?(?:[您你]|大家|老师|领导|上午|下午)们?好|(?:hello|hi)(?![a-z])|在吗|打扰[了您]?|不好意思|麻烦[您你]?(?=问|请问)|我?[想要再]?(?:请问|请教|咨询|问|了解)[您你]?一?下|我?[想再](?:请问|请教|咨询|问|了解)[您你]?|(?:请问|请教)[您你]?)/u;
const behind = /(?:吗|呢|啊|吧|呀|哈|哦|噢|嘛|一下|谢谢[您你]?|多谢了?|感谢您?|please|thanks|thankyou)$/u;

/**
 * The same text for questions that differ only in spelling (width, case, punctuation, spaces) and courtesy (请问, 您好, 一下, 吗, 谢谢). Empty
 * for what has neither letters nor figures. The key of a key is the key.
 */
export function sameKey(text: string): string {
  const plain = spelt(text.slice(0, most.read).toWellFormed());
  const short = [...plain].slice(0, most.kept).join('');
  return withoutCourtesy(short) || short;
}

/** Until nothing changes any more: what is left out brings together what can be composed. */
function spelt(text: string): string {
  const next = text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(besides, '');
  return next === text ? text : spelt(next);
}

function withoutCourtesy(text: string): string {
  const next = text.replace(before, '').replace(behind, '');
  return next === text ? text : withoutCourtesy(next);
}
