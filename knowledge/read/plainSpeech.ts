/** Dialect and traditional characters in the one form that the readers know: 冇得、冒得 → 没有, 啥子 → 什么, 還沒 → 还没. */
const pairs =
  '個个來来這这邊边職职證证還还沒没無无過过們们單单為为協协議议簽签蓋盖專专項项報报級级師师應应該该幾几點点總总萬万財财務务審审計计現现錢钱資资產产業业負负責责參参與与題题實实驗验齊齐頭头後后開开關关兩两問问說说認认識识記记錄录處处長长門门員员類类標标準准條条獨独轉转讓让許许倫伦動动據据體体樣样譯译戶户護护灣湾書书學学歷历碩硕導导稱称評评聽听嗎吗麼么國国構构術术醫医稅税發发時时間间號号東东聯联質质課课組组機机';
const simplified = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [pairs.charAt(2 * i), pairs.charAt(2 * i + 1)]),
);

const sayings: readonly (readonly [RegExp, string])[] = [
  [/(?:冇|冒|莫|木|没)得(?![到过奖分罪说])|冒有|冇有/g, '没有'],
  [/冇(?=$|[\s,。;!?、的了])/g, '没有'],
  [/冇/g, '没'],
  // 冒 is 没 before a verb, but not in 感冒、冒充、冒险.
  [/(?<![感假])冒(?=[签盖写标翻做办开报批审下定查问填弄漏去请拿来出想]|$|[\s,。;!?])/g, '没'],
  [/啥子|(?<!要)么子(?!公司)/g, '什么'],
  [/几多/g, '多少'],
  [/晓不得/g, '不晓得'],
  [/(?<=[标签盖写办开做批好全齐有到完过])[咯啦嘞哒]/g, '了'],
  // A thing denied, then a stronger one: the second is denied too.
  [/更?(?:别说|别提|不用说|不要说|甭说|不必说)(?=\p{Script=Han})/gu, ',也没有'],
  [/更谈不上/g, ',也没有'],
  // 哪里管得到 asks nothing, it denies.
  [/哪里?(?=[管轮用沾碰谈]得?[到着上了])/g, '没有'],
];

/** The text with such forms replaced; everything else stays. */
export function plainSpeech(text: string): string {
  const plain = text.replace(/\p{Script=Han}/gu, (sign) => simplified.get(sign) ?? sign);
  return sayings.reduce((said, [form, means]) => said.replace(form, means), plain);
}
