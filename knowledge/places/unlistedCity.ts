/** A town that no list has, beside a country that is known: taken as it was said （加纳……就在塔马利市）. */
import { spelledBySound } from './bySound.ts';
import type { Country } from './country.ts';

const name = '(\\p{Script=Han}{2,10}?)';
const kind = '(市|州|省|府|郡|县|城|镇)?';
const end = '(?=$|[,，。;；、()\\s]|那边|那里|附近|离|的(?:$|[,，。;；]))';
const organisation =
  /大学|学院|学校|研究|公司|集团|医院|中心|实验室|协会|学会|机构|工厂|厂$|联盟|所$|院$|组织|企业|合作/;
const noName =
  /^(?:手[上里头]|谈|也|还|都|就|又|那|这|当地|本地|国外|境外|国内|首都|附近|旁边|隔壁|南部|北部|东部|西部|中部|海边|一|某|几|他|她|它|我|你|全国|世界|欧|亚|非|美洲)|什么|哪|不|没|有|名|叫|知道|清楚|问|查|合作|签|做|搞|最|挺|很|注册|登记/;

/** The town said after 在, 叫…的城市, or right behind the country; never an organisation. */
export function unlistedCity(text: string, country: Country): string | undefined {
  // 铜带省基特韦: a province that no list has, and a town in it.
  const inside =
    /(?:^|[,，。;；、\s在的])(\p{Script=Han}{2,8}[省州府])(\p{Script=Han}{2,7}?)市?(?=$|[,，。;；、()\s]|的)/u.exec(
      text,
    );
  const [, province = '', town = ''] = inside ?? [];
  if (isName(province, country) && isName(town, country)) return `${town}（${province.replace(landsOf(country), '')}）`;
  const lands = [country.zh, ...country.names].map(escaped).join('|');
  const forms = [
    new RegExp(`叫(?:做)?${name}的?(?:城市|地方|小城|小镇|镇|城|市)(?!的?公司)`, 'u'),
    new RegExp(`(?:在|位于|坐落于|地处|设于)(?:${lands})?的?(?:一个)?${name}${kind}${end}`, 'u'),
    new RegExp(
      `(?:${lands})(?:的|那边的?|[,，、\\s])?${name}(市|州|省|府|郡)(?=$|[,，。;；、()\\s]|的|\\p{Script=Han}{2})`,
      'u',
    ),
    new RegExp(`(?:^|[,，;；])${name}(市|州|省|府|郡)(?=$|[,，。;；])`, 'u'),
    new RegExp(`(?:${lands})${name}的(?=一[家个所间]|\\p{Script=Han}{3})`, 'u'),
  ];
  for (const form of forms) {
    const hit = form.exec(text);
    const found = hit?.[1]?.replace(new RegExp(`^(?:${lands})的?`, 'u'), '');
    if (found !== undefined && isName(found, country)) return `${found}${suffixOf(hit?.[2])}`;
  }
  const bare = text
    .replace(/(?:那边|那里|那儿)(?=$|[,，。;；])/g, '')
    .split(/[,，。;；、()\s]+/)
    .find((piece) => spelledBySound(piece) && isName(piece, country) && piece.length <= 7);
  return bare;
}

/** 州 and 省 say which of two places is meant; 市 says nothing. */
function suffixOf(kind: string | undefined): string {
  return kind === undefined || /[市城镇]/.test(kind) ? '' : kind;
}

function landsOf({ zh, names }: Country): RegExp {
  return new RegExp(`^(?:${[zh, ...names].map(escaped).join('|')})的?`, 'u');
}

function isName(piece: string, country: Country): boolean {
  return (
    piece.length >= 2 &&
    !organisation.test(piece) &&
    !noName.test(piece) &&
    piece !== country.zh &&
    !country.names.includes(piece)
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
