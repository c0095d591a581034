/** The pages on which many questions or many applicants are dealt with at once. */
import type { Answer } from '../../../knowledge/answer/compose.ts';
import { reasonOf } from '../../../knowledge/answer/reason.ts';
import { verdictWords } from '../../../knowledge/verdictWords.ts';
import { passedOn } from '../../batch/questions.ts';
import type { BatchDone } from '../../batch/run.ts';
import { type Html, html } from '../../html.ts';
import { largestFile, mostRows } from '../../spreadsheet/read.ts';
import { csrfField } from '../csrf.ts';
import type { Job } from '../jobs.ts';
import type { Page, StaffRequest } from '../route.ts';

export const paths = {
  ask: '/staff/ask',
  askFile: '/staff/ask/file',
  applicants: '/staff/applicants',
  template: '/staff/applicants/template',
  job: (id: string): string => `/staff/batch/${id}`,
};

/** Questions that are answered while the person waits. */
export const mostAtOnce = 50;

const limits = `最多 ${mostRows} 行，${largestFile / 1024 / 1024} MB，只读第一张表。`;

export function askPage(request: StaffRequest, typed: string, drafts: readonly Drafted[], problem?: string): Page {
  return {
    title: '批量代答',
    at: paths.ask,
    body: html`${tabs(paths.ask)}
<p class="lead">把别人问的问题贴在这里，一行一个，逐条给出可以直接转发的草稿、依据和理由。草稿不会发给任何人。</p>
${alert(problem)}
<div class="columns">
<section class="card"><h2>粘贴问题</h2>
<form class="stack" method="post" action="${paths.ask}">${csrfField(request)}
<div class="field"><label for="questions">问题，一行一个</label>
<textarea id="questions" name="questions" rows="8" required aria-describedby="questions-hint">${typed}</textarea>
<p class="hint" id="questions-hint">一次最多 ${mostAtOnce} 个；更多请上传 Excel。</p></div>
<div class="actions"><button>给出草稿</button></div></form></section>
<section class="card"><h2>上传 Excel</h2>
<p>要有“问题”一列，可以有“序号”。得到的表里有“草稿答复”“依据”“状态”“人工修改”几列；把改好的答复写进“人工修改”再上传，就可以提为知识条目。</p>
${uploadForm(request, paths.askFile, '问题表')}</section>
</div>
${drafts.length > 0 ? html`<h2>草稿（${drafts.length} 条）</h2><div class="stack">${drafts.map(draftCard)}</div>` : undefined}`,
  };
}

export interface Drafted {
  question: string;
  answer: Answer;
}

const alert = (problem: string | undefined): Html | undefined =>
  problem === undefined ? undefined : html`<p class="notice attention" role="alert">${problem}</p>`;

/** Both pages are one entry of the navigation. */
const tabs = (here: string): Html => {
  const tab = (path: string, label: string): Html =>
    html`<a href="${path}"${path === here ? html` aria-current="page"` : undefined}>${label}</a>`;
  return html`<nav class="tabs" aria-label="批量">${tab(paths.ask, '问题')}${tab(paths.applicants, '申报人')}</nav>`;
};

function draftCard({ question, answer }: Drafted): Html {
  return html`<section class="card"><div class="heading"><h3>${question}</h3><span class="chip ${chipOf(answer)}">${reasonOf(answer)}</span></div>
<p class="bubble">${passedOn(answer)}</p></section>`;
}

const chipOf = ({ status }: Answer): string =>
  status === 'answered' ? 'good' : status === 'not-in-guide' ? 'attention' : 'warning';

export function applicantsPage(request: StaffRequest, problem?: string): Page {
  return {
    title: '批量自查',
    at: paths.ask,
    body: html`${tabs(paths.applicants)}
<p class="lead">一行一位申报人，逐行给出结论和要补的清单，依据和聊天里的自查相同。上传的表不保存，结果保留一小时。</p>
${alert(problem)}
<div class="columns">
<section class="card"><h2>上传申报人表</h2>
<p>第一行是列名。不知道的留空，按“不知道”算，不会当成符合；看不懂的格会列出来。</p>
${uploadForm(request, paths.applicants, '申报人表')}</section>
<section class="card"><h2>模板</h2>
<p>模板里有全部列名和一行例子，删去用不着的列也可以。</p>
<div class="actions"><a class="button plain" href="${paths.template}">下载模板</a></div></section>
</div>`,
  };
}

function uploadForm(request: StaffRequest, action: string, label: string): Html {
  return html`<form class="stack" method="post" action="${action}" enctype="multipart/form-data">${csrfField(request)}
<div class="field"><label for="file">${label}（.xlsx）</label><input id="file" name="file" type="file" required accept=".xlsx" aria-describedby="file-hint">
<p class="hint" id="file-hint">${limits}</p></div>
<div class="actions"><button>上传</button></div></form>`;
}

/** What a job is about, as its page says it. */
export interface JobShown {
  request: StaffRequest;
  job: Job<BatchDone>;
  kind: 'questions' | 'applicants';
  problem?: string;
}

const titles = { questions: '批量代答', applicants: '批量自查' };

export function jobPage(shown: JobShown): Page {
  const back = shown.kind === 'questions' ? paths.ask : paths.applicants;
  return {
    title: titles[shown.kind],
    at: paths.ask,
    body: html`${tabs(back)}<div id="job" class="stack">${jobPart(shown)}</div><p><a href="${back}">处理另一个文件</a></p>`,
  };
}

/** The part of the page that changes while the job runs. */
export function jobPart(shown: JobShown): Html {
  const { job, problem } = shown;
  const { progress, state, result } = job;
  const here = paths.job(job.id);
  if (state === 'running')
    return html`<section class="card" hx-get="${here}" hx-trigger="every 1s" hx-target="#job"><div class="progress"><label for="p">正在处理：${progress.done}${progress.of === undefined ? '' : ` / ${progress.of}`} 行</label>
<progress id="p" max="${progress.of ?? 1}" value="${progress.of === undefined ? 0 : progress.done}"></progress></div>
<p class="hint">可以先去做别的，过一会儿再打开这一页。没有自动更新的话，请<a href="${here}">刷新</a>。</p></section>`;
  if (state === 'done' && result) return donePart(shown, result);
  return html`<p class="notice attention" role="alert">${problem ?? '没有处理成，请再试一次。'}</p>`;
}

const answerWords: Record<string, string> = {
  answered: '指南有规定',
  'not-in-guide': '指南未规定',
  clarify: '要先问清楚',
  declined: '不属于指南的问题',
};

const countName = (kind: JobShown['kind'], name: string): string => {
  if (kind === 'questions') return answerWords[name] ?? name;
  const headlines: Record<string, string> = verdictWords('zh').headlines;
  return (headlines[name] ?? name).replace('{n} ', '几');
};

function donePart({ request, job, kind }: JobShown, { rows, counts, edited, strange }: BatchDone): Html {
  return html`<section class="card"><div class="heading"><h2>处理完了：${rows} 行</h2><a class="button" href="${paths.job(job.id)}/file">下载结果</a></div>
<dl class="facts">${counts.map(([name, n]) => html`<div><dt>${countName(kind, name)}</dt><dd>${n}</dd></div>`)}</dl>
${strange.length > 0 ? html`<p class="notice warning">这几列不认识，没有用：${strange.join('、')}</p>` : undefined}
<p class="hint">结果保留一小时，只有您能打开。</p></section>
${edited.length > 0 ? proposeForm(request, job.id, edited) : undefined}`;
}

/** Edited answers that are offered as entries at a time. */
const mostProposed = 200;

function proposeForm(request: StaffRequest, id: string, edited: BatchDone['edited']): Html {
  const shown = edited.slice(0, mostProposed);
  return html`<section class="card"><h2>人工修改（${edited.length} 条）</h2>
<p>勾选的会提为知识条目，由另一位同事审核后才生效。</p>
${edited.length > shown.length ? html`<p class="notice warning">一次列出前 ${shown.length} 条，其余请分开上传。</p>` : undefined}
<form class="stack" method="post" action="${paths.job(id)}/propose">${csrfField(request)}
<div class="stack">${shown.map(
    ({ question, answer }, at) =>
      html`<label class="check"><input type="checkbox" name="row" value="${at}" checked> <span><b>${question}</b><br>${answer}</span></label>`,
  )}</div>
<div class="actions"><button>提为知识条目</button></div></form></section>`;
}
