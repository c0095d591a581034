/** Whether somebody's work is told: what is left of a question without who asks, with whom they work and the words of asking. */
import type { Asked } from '../../asked.ts';
import { seekingSpans } from './seeking.ts';

/** Whether anything is told beside who works with whom from where. */
export function tellsWork({ text, mentions }: Asked): boolean {
  const open = [...mentions, ...seekingSpans(text)].reduce(
    (left, { start, end }) => left.slice(0, start) + '#'.repeat(end - start) + left.slice(end),
    text,
  );
  return open.replace(partners, '').replace(plain, '').replace(around, '').length > 3;
}

const partners =
  /对方|外方|合作方|合作单位|伙伴|老外|专家|教授|老师|学者|团队|研究所|研究院|大学|学院|高校|学校|院校|公司|企业|机构|单位|医院|一[家个所位]|两[家个所]|合作|联合|一起|愿意|谈好|谈了|跟|和|与|同|我们|咱们?|俺们?|那边|这边|人|国|第|到|选|可|以/g;

/** Who works with whom, in English. */
const plain =
  /\b(?:we|our|us|i|my|me|the|an?|is|are|am|be|in|at|of|from|with|to|for|and|so|that|this|it|have|has|do|does|can|could|may|would|will|should|which|what|where|topics?|directions?|open|available|apply|choose|pick|go|partner(?:s|ed|ing)?|collaborators?|collaborating|cooperat\w+|work(?:ing)? with|universit\w+|institutes?|compan(?:y|ies)|labs?|team|group|professors?|scientists?|foreign|overseas|abroad|based|located|side|country|category|kind|please|allowed|possible|eligible|under|then|there|now|here|any|some|all|one|suitable|projects?)\b/g;

export const around =
  /请问|你好|您好|方向|选题|课题|题目|指南|申报|项目|江西|国际|合作|科技|今年|这次|十九|19|个|里头?|哪|什么|有没有|能|可以|报|吗|吧|呢|啊|的|了|这|那|是|不|在|有|[^\p{Script=Han}a-z]/gu;
