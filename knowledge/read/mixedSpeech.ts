/** English words in a Chinese sentence (不 manage 项目, no blacklist), in the Chinese that the readers know. */
const phrases: readonly (readonly [string, string])[] = [
  ["(?:i )?(?:don'?t|do not) (?:really )?know|no idea|not (?:so |quite |really )?sure|unsure", '不知道'],
  ["(?:is|was|are|were)(?:n'?t| not) (?:an?|any|the|on (?:the|an?|any))", '不是'],
  ["(?:(?:has|have|had|is|was|were|are)(?:n'?t| not)(?: been)?|not yet)", '还没'],
  [
    '(?:no )?(?:both|either) no|no (?:to|for) both|neither(?: of (?:them|these|those))?|none of (?:them|these|those|the above)',
    '两样都没有',
  ],
  ["(?:do|does)(?:n'?t| not)", '不'],
  ["did(?:n'?t| not)", '没'],
  ['not(?: yet)?(?: been)?(?= (?:signed|sealed|stamped|reported|translated|highlighted|attached|covered))', '没'],
  ['yet', ''],
  ['not (?:an?|any|the|on (?:the|an?|any))', '不是'],
  ['never(?: been)?(?: on)?(?: any| the| a)?', '从来没有'],
  ['clean (?:credit )?record', '信用记录干净'],
  ['civil servants?|government officials?', '公务员'],
  ['(?:credit )?black ?list(?:ed)?', '黑名单'],
  ['(?:research |academic |scientific )?misconduct', '科研失信'],
  ['manag(?:es?|ing|ed)', '管'],
  ['(?:separate |own )?legal (?:personality|status)', '法人资格'],
  ['(?:(?:separate|own|distinct|independent) )?legal (?:entity|person|entities)', '独立法人'],
  [
    '(?:(?:we|they|it) (?:are|is) )?(?:just |only )?(?:an? )?(?:department|division|lab|laboratory|research group|faculty)(?: (?:of|in|within|inside) (?:the|a) university)?(?=[ ,。.;]|$)',
    '是大学的一个系',
  ],
  ['independent', '独立'],
  ['start-?up|company|co\\., ?ltd\\.?', '公司'],
  ['research cent(?:er|re)', '研究中心'],
  ['hospital', '医院'],
  ['domestic partners?', '境内参与单位'],
  ['first participant', '第一参与单位'],
  ['domestic', '境内'],
  ['overseas', '境外'],
  ['already', '已'],
  ['existing', '已有'],
  ['only one', '只有一个'],
  ['finished|completed|ready', '好了'],
  ['pending|waiting(?: for)?|in (?:progress|process)', '还在等'],
  ['missing', '缺'],
  ['yellow', '黄色'],
  ['(?:team )?members?', '成员'],
  ['(?:double|multiple) submissions?', '重复申报'],
  ['letter', '函'],
  ['branch(?: office| company)?', '分公司'],
  ['both (?:sides|parties)', '双方'],
  ['agreements?|contract', '协议'],
  ['signatures?', '签字'],
  ['(?:have|has|had) (?:already )?signed', '签了'],
  ['sign(?:ed)?', '签'],
  ['dated?s?', '日期'],
  ['(?:programme|program) management', '计划项目管理'],
  ['seal(?:ed)?|stamp(?:ed)?', '盖章'],
  ['contents?', '内容'],
  ['english(?: only)?(?: version)?', '英文'],
  ['bilingual', '双语'],
  ['translation|translated', '翻译件'],
  ['highlight(?:ed|s)?', '标黄'],
  ['all done', '都好了'],
  ['funding split', '经费分配比例'],
  ['report(?:ed)?', '报告'],
  ['disputes?(?: resolution)?', '争议解决'],
  ['revenue(?: sharing)?', '转化收益'],
  ['cover(?:ed|s)?', '写'],
  ['exclusive licen[cs]e', '独占许可'],
  ['transfer(?:red)?', '转让'],
  ['ethics approval', '伦理批件'],
  ['ethics', '伦理'],
  ['duplicate(?:d)?(?: submissions?| applications?)?', '重复申报'],
  ['recommendation letter', '推荐函'],
  ['joint lab(?:oratory)?', '联合实验室'],
  ['co-authored papers?|joint papers?', '合作论文'],
  ['evidence', '佐证材料'],
  ['attach(?:ed|ments?)?', '附'],
  ['(?:has |have )?(?:told|informed|notified)', '告知了'],
  ['issued', '开出来了'],
  ['approv(?:al|ed?)', '批准'],
  ['(?:gave |given |give )?(?:consent(?:ed)?|permission|permitted)', '同意'],
  ['disclos(?:ures?|ed?)', '披露'],
];
const table = phrases.map(([words, chinese]): readonly [RegExp, string] => [
  new RegExp(` ?(?<![a-z-])(?:${words})(?![a-z-]) ?`, 'g'),
  chinese,
]);
const denied = / ?(?<![a-z])(?:no|without)(?: any)? ?(?=\p{Script=Han})| ?(?<![a-z])not (?=\p{Script=Han})/gu;

/** A tidy text with such words replaced; texts without Latin letters stay as they are. */
export function inChinese(text: string): string {
  if (!/[a-z]{4}/.test(text)) return text;
  const out = table.reduce(
    (said, [words, chinese]) => said.replace(words, (hit, at: number) => beside(said, at, hit, chinese)),
    text,
  );
  return out.replace(denied, (hit) => (hit.includes('not') ? '不' : '没有'));
}

/** The space beside a Chinese word goes, one beside a Latin word or a number stays, but no denial is parted from its word. */
function beside(text: string, at: number, hit: string, chinese: string): string {
  const front = hit.startsWith(' ') && /[a-z\d]/.test(text.charAt(at - 1)) ? ' ' : '';
  const back = hit.endsWith(' ') && !/[没不]/.test(chinese) && /[a-z\d]/.test(text.charAt(at + hit.length)) ? ' ' : '';
  return front + chinese + back;
}
