/** What a text says of the three statements in the audit reports (资产负债表、损益表、现金流量表). */
import { isRough, saysUnknown } from './sureness.ts';

const one = '(?:资产负债表?|损益表?|利润表?|现金流量?表?|所有者权益变动表)';
const named = new RegExp(one);
const noun = new RegExp(
  `${one}|(?:三|3|两|2|一|1|几)(?:大|张|份|个)?(?:财务|会计)?(?:报表|表)|报表|表(?!示|明|达|格式)`,
);
/** 一张不少、没缺、不差: two negatives make a yes. */
const twice =
  /(?:一张|1张|哪张|样样|一样|一个)?(?:都|也)?(?:没有?|不|未)(?:缺|少|落下?|漏|差|丢|短)(?:的|项|页|什么|张|任何)?/g;
/** 没看到现金流量表: looked for and not there. */
const unseen = /没有?(?:看到|看见|见到|见着|找到|找着)(?=.{0,3}(?:资产|损益|利润|现金|那张|第三))/g;
const negative = /缺|少|没|未|无|不[全齐在完含]|差|漏|不够|不包/;
const few = /(?:只有?|就|仅有?)(?:[一1两2]张|[一两]个)|另外[一1两2]张/;
const positive =
  /[都均全]带|全|齐|在|有|附|带着|带了|配了|含|包括|包含|完整|完完整整|齐齐整整|具备|完备|具全|好|没问题|ok|都是|俱|[翻找看见拿]到|数过|核过/;
const report =
  /审计报告|\d年?度?的?[那这][份本]|审过|审了|审完|审的|(?<!\d)[两2]年|每年|[两2]个年度|[两2]份|事务所|都有(?=[^,]{0,4}(?:三|3|报?表))|报告(?:都|也)?(?:有|在|出)/;
/** 两份里头都没现金流量表: where the statement is lacking, not how many reports there are. */
const inBoth = /[这那]?[两2][份本年](?:的)?(?:审计)?(?:报告)?(?:里[头面边]?|中|当中)/;
/** 2021年那份三张表: all three, said without a verb. */
const setAlone = /(?<=[那这][份本])(?:是|有)?(?:三|3)张?报?表$/;
const wholeSets = /(?:全套|整套|成套|所有)(?:财务)?(?:的)?(?:报表|表)/;

/** 都有，三张表全 in one clause: the part about the statements. */
const tail =
  /(?:及|和|以及|含|附|带)(?:了|有)?(?:三|3)[张大]?(?:财务)?报?表$|(?:里面?|里头|并?附有?|含|包括|连同?|加上?)?(?:三张|3张|三个|三大|三份|3个|三)(?:财务|会计)?报?表?(?:全部|都|也|全|均|是|已|加附注)*(?:是?全|齐|在|有|完整|附|具备|没问题)(?:了|的|全|备)*|(?:报表|(?<!报)表)(?:都|也|全部|均|是)*(?:齐全|全|齐|完整|在)的?了?|三表(?:都|也|俱|全|均)*(?:齐全|齐|全|在|有)|(?:报?表)(?:都|也)?(?:不全|不齐|不完整|没齐)/;
const gone = new RegExp(
  `(?:缺|少|没有?|差|还缺|不含|没含|未附|没附)(?:了|一|1|那|张)*${one}|${one}(?:没有?|缺|还没|不在|没做|未附)(?:了|出)?|(?:缺|少)了?(?:一|1|两|2)张表?|(?:只有|就)(?:一|1|两|2)张表?`,
);

interface Statements {
  complete: boolean | undefined;
  /** The text without what it says of the statements. */
  rest: string;
}

function sayOf(clause: string): boolean | undefined {
  if (/^(?:三|3)[张大个份]?(?:财务)?报?表$/.test(clause)) return true;
  const plain = clause.replace(twice, '齐').replace(/没有?(?:问题|毛病)/g, '好');
  if (named.test(plain) && /只有?|仅有?|就有/.test(plain) && !/一|缺|少|没/.test(plain)) return false;
  if (negative.test(plain) || few.test(plain)) return false;
  const all = !named.test(plain) || [/资产负债/, /损益|利润/, /现金流/].every((each) => each.test(plain));
  return positive.test(plain) && all ? true : undefined;
}

/** 三张表有没有我没看: a question inside the sentence that the next words leave open. */
const inside = /(?:全|齐)不(?:全|齐)|有没有|在不在|(?:缺|少)没(?:缺|少)|全没全|是否|哪些|几张/;

/** Takes what is said of the statements out of a text; `complete` when it says that all are there or some are not. */
export function statementsIn(text: string): Statements {
  const parts = text
    .replace(/(表[^,。;]{0,8}),(?=(?:一张|一样|样样|哪样|哪张)?(?:都|也)?(?:没有?|不)(?:缺|少|落|漏|差))/g, '$1')
    .replace(unseen, '缺')
    .split(/(?<=[,。;()])/);
  const kept: string[] = [];
  const said: boolean[] = [];
  let doubted = false;
  for (const part of parts) {
    const bareDoubt = doubted && saysUnknown(part) && part.length <= 8;
    doubted = false;
    if (bareDoubt) continue;
    const clause = part.replace(/[,。;()]$/, '');
    if (!noun.test(clause) || /只有财务报表|自己(?:编|做|出)|代账|出的?报表/.test(clause)) {
      kept.push(part);
      continue;
    }
    if (inside.test(clause) || ((saysUnknown(clause) || isRough(clause)) && !report.test(clause))) {
      doubted = true;
      const from = clause.search(new RegExp(`(?:里面?|里头)?(?:${noun.source})`));
      if (report.test(clause.slice(0, from))) kept.push(clause.slice(0, from));
      continue;
    }
    if (!report.test(clause.replace(inBoth, ''))) {
      const whole = wholeSets.test(clause) ? true : sayOf(clause);
      if (whole !== undefined) said.push(whole);
      continue;
    }
    const doubled = clause.replace(twice, '齐全');
    if (setAlone.test(doubled)) {
      said.push(true);
      kept.push(`${doubled.replace(setAlone, '有')},`);
      continue;
    }
    if (gone.test(doubled)) said.push(false);
    else if (tail.test(doubled) || (named.test(doubled) && sayOf(doubled) === true)) said.push(true);
    kept.push(
      `${doubled
        .replace(gone, '')
        .replace(tail, '')
        .replace(/^(?:就是|只是|不过|但是?)?(.*\d年?度?的?[那这][份本])(?:里[面头])?$/, '$1有')},`,
    );
  }
  const complete = said.length === 0 ? undefined : said.every((each) => each);
  return { complete, rest: kept.join('') };
}
