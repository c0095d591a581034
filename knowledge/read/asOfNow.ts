/** 昨天还缺指标，晚上补上了，现在都全: what was lacking before and has been made good no longer counts. */
const before =
  /^(?:昨[天晚日]|前[天几]|之前|以前|原来|原先|本来|起初|一?开始|刚开始|早上|上午|上(?:个?月|周|星期|礼拜|次)|前几天|初稿|第一版|刚才?还|刚刚还|方才)/;
const made =
  /补(?:上|齐|好|全|完|进去|写好)了?|加(?:上|进去)了|写(?:上|进去)了|(?:弄|改|搞)(?:好|完|全|齐)了|(?:现在|目前|如今|今天|后来|刚刚?|这会儿?)[^,，。;；]{0,12}(?:都|全|齐|均|好了|有了|写了)/;
const madeAlone =
  /^(?:昨晚|晚上|今天|今早|今晚|后来|刚才?|刚刚|现在|又|已经?|都|也|我|我们|给|把它|全){0,8}(?:补|加|写)(?:上|齐|好|全|完|进去)+了?$/;

/** 好像没写，哦我看了，确实没写: the guess was looked up. */
const lookedUp =
  /(?:好像|可能|似乎|大概)(?=.{0,40}(?:看|查|翻|核对?|对|确认)(?:了|过)(?:一?下|一?遍|看)?[,，。]{0,2}(?:确实|果然|果真|是|真))/g;

/** 日期原来没写，昨天补上了 tells of the date what is so now. */
const madeUp =
  /(?<=^|[,，。;；、])([^,，。;；、没]{1,8}?)(?:原来|原先|之前|本来|先前|起初|一?开始|昨天|前[几两]天|早上|上次|那会儿?)(?:是|都|还)*(?:没有?|缺|漏|忘|少)[^,，。;；]{0,5}[,，](?:后来|昨[天晚]|今[天早]|前天|刚刚?|现在|又|已经?|我|给|都|也|就)*(?:补|加|写|盖|标|填|弄)(?:上|齐|好|全|完|进去)+了?/gu;

/** The text without what was lacking before, where a later clause tells that it is there now. */
export function asOfNow(said: string): string {
  const text = said.replace(lookedUp, '').replace(madeUp, '$1有了');
  const parts = text.split(/(?<=[,，。;；!！])/);
  const old = parts.findIndex((part) => before.test(part.trim()) && /[没缺差少未]/.test(part));
  if (old < 0) return text;
  const now = parts.findIndex((part, i) => i > old && made.test(part));
  if (now < 0) return text;
  const late = parts.slice(now);
  const rest = late.filter((part) => late.length === 1 || !madeAlone.test(part.replace(/[,，。;；!！\s]/g, '')));
  return [...parts.slice(0, old), ...rest].join('');
}
