/**
 * What was asked of somebody and said by them is an answer as well: 我问了老师，他说两种都没有. Who said it falls away,
 * what was said stays. 对方、他们 stay, because they may be the party that is spoken of; hearsay (听说、有人说) stays a guess.
 */
const people =
  '(?:我们?(?:的|家)?|咱们?)?(?:(?:\\p{Script=Han}{0,2}(?:老师|老板|师傅)|\\p{Script=Han}{1,2}(?:总|教授|院长|所长|主任|校长|经理|博士|工)(?!程)|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤][所院局处科董]|导师|领导|老总|负责人)(?:他|她)?|他|她|法务|财务|会计|人事处?|科研处|科技处|外事处?|办公室)(?:本人|自己|那边|老人家)?';
const manner =
  '(?:亲口|刚才|刚刚|刚|昨天|今天|上午|下午|昨晚|前天|也|都|就|又|还|明确|当面|微信里?上?|电话里|在电话里|跟我们?|给我们?|对我们?|和我们?|同我)*';
const said =
  '(?:说|讲|告诉我们?|回复|答复|回我|回话|回答|表示|反馈|保证|确认)(?!法|话|服|明了|不清|不好|不准|不定|了?算|[了过]*(?:$|[,。;!的]))(?:了|过|的?是(?=[没不都两一]))?(?:我们?)?[,:]?';
const saying = new RegExp(`(?<=^|[,。;!:\\s])(?:听)?${people}${manner}${said}(?=\\p{Script=Han})`, 'gu');
/** 说法务在看: the sayer was named before. */
const goesOn =
  /(?<=[,。;])(?:都)?(?:说是|说|讲)(?=\p{Script=Han}{2})(?!法|话|服|明|不|的|了|过|好|白|实|起|到|真|起来|来)/gu;
/** 我敢保证没有. */
const vouches =
  /(?<=^|[,。;!])(?:这个)?(?:我|本人)(?:可以|敢|能|可)?(?:拍胸脯)?(?:保证|肯定|确定|打包票|担保)[,:]?(?=\p{Script=Han})/gu;

/** A tidy text without who said it. */
export function asReported(text: string): string {
  return text.replace(saying, '').replace(goesOn, '').replace(vouches, '');
}

/** 没有啊两个都没有, 是的我们有: an answer and what follows it, without a pause between them. */
const particle =
  /(?<=没有|没得|没|有|是|的|了|对|好|过|呢|人|司|业|位|校|院|所)[啊呀](?=\p{Script=Han})|(?<=没有|没得|不是|[是对有的了没无好])[呢哦噢哈啦哟呗哎](?=\p{Script=Han})(?!尔|佛|萨|密|利|斯|登|绒)/gu;
const answered =
  /^(?:是的|对的|没错|不是的|没有的|有的有的|没有没有|不是不是|都没有|都不是|都有)(?=\p{Script=Han}{3,})(?!确|话|地方|情况|问题|时候)/gu;
/** 是独立法人没错: it confirms what it follows; 格式没错 says something itself. */
const confirmed =
  /(?<=(?:是|有|系|属|了|过|没有|不是|没)\p{Script=Han}{0,12})(?<!是|应该|肯定|都|绝对|完全|确实|的|得|也|应当)(?:没错|没有错|错不了|不会错|没跑)的?(?=[,。;!]|$)/gu;

/** A tidy text with pauses where they are heard, without 没错 behind what it confirms. */
export function paused(text: string): string {
  return text
    .replace(/^([是有对])的没错(?=$|[,。])/, '$1的')
    .replace(particle, ',')
    .replace(answered, '$&,')
    .replace(confirmed, '');
}
