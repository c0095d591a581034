/** Rooms for many at once: questions pasted or in a table, and a table of applicants. */

import { templateSheets } from '../../batch/applicants.ts';
import { draftOf } from '../../batch/questions.ts';
import { type BatchDone, runBatch } from '../../batch/run.ts';
import { dayIn } from '../../dayIn.ts';
import { largestFile, SpreadsheetError } from '../../spreadsheet/read.ts';
import { workbook, xlsxType } from '../../spreadsheet/write.ts';
import { type Job, jobs, TooManyJobsError } from '../jobs.ts';
import { addProposal } from '../knowledge/proposals.ts';
import type { OpenRoom, Room, StaffAnswer, StaffRequest, StaffSurroundings } from '../route.ts';
import { applicantsPage, askPage, type Drafted, jobPage, jobPart, mostAtOnce, paths } from './pages.ts';

/** Bytes of the form around an uploaded file. */
const upload = largestFile + 64 * 1024;

type Kind = 'questions' | 'applicants';

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const batchRoom: OpenRoom = (around): Room => {
  const running = jobs({ most: 2 });
  const today = dayIn(around.env.TZ);

  /** Each by itself, and others have their turn in between. */
  async function drafted(typed: string): Promise<Drafted[]> {
    const questions = typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const drafts: Drafted[] = [];
    for (const question of questions.slice(0, mostAtOnce)) {
      drafts.push({
        question,
        answer: draftOf(question, { guide: around.guide(), overlay: around.overlay(), today: today(around.now()) }),
      });
      await breath();
    }
    return drafts;
  }

  async function begin(kind: Kind, request: StaffRequest): Promise<StaffAnswer> {
    const { member, files } = request;
    const refused = (problem: string): StaffAnswer => ({
      page: kind === 'questions' ? askPage(request, '', [], problem) : applicantsPage(request, problem),
      status: 422,
    });
    const file = files.get('file');
    if (!file || file.bytes.length === 0) return refused('请选择一个 Excel 文件。');
    const batch = {
      kind,
      bytes: file.bytes,
      guideId: around.env.GUIDE_ID,
      overlay: around.overlay(),
      today: today(around.now()),
    };
    try {
      const job = running.start(kind, member.id, (report, signal) => runBatch(batch, report, signal));
      await around.audit(member, `batch.${kind}`, job.id);
      return { to: paths.job(job.id) };
    } catch (error) {
      if (!(error instanceof TooManyJobsError)) throw error;
      return refused('现在有别的文件正在处理，请过一两分钟再上传。');
    }
  }

  /** The job, for whoever began it. */
  function jobOf({ params, member }: StaffRequest): { job: Job<BatchDone>; kind: Kind } | undefined {
    const job = running.get(params.id ?? '');
    if (!job || job.owner !== member.id) return undefined;
    // Only this room starts jobs here.
    return { job: job as Job<BatchDone>, kind: job.kind === 'applicants' ? 'applicants' : 'questions' };
  }

  function gone(request: StaffRequest): StaffAnswer {
    const problem = '这次处理找不到了：结果只保留一小时，服务重启也会丢失。请再上传一次。';
    return { page: askPage(request, '', [], problem), status: 404 };
  }

  const problemOf = ({ error }: Job): string | undefined =>
    error instanceof SpreadsheetError ? error.message : undefined;

  return {
    nav: { path: paths.ask, label: '批量', role: 'clerk' },
    routes: [
      { method: 'GET', path: paths.ask, role: 'clerk', handle: (request) => ({ page: askPage(request, '', []) }) },
      {
        method: 'POST',
        path: paths.ask,
        role: 'clerk',
        upload: 256 * 1024,
        async handle(request) {
          const typed = request.form.get('questions') ?? '';
          const drafts = await drafted(typed);
          const lines = typed.split('\n').filter((line) => line.trim() !== '').length;
          const problem =
            lines === 0
              ? '请写至少一个问题。'
              : lines > mostAtOnce
                ? `只答了前 ${mostAtOnce} 个，其余 ${lines - mostAtOnce} 个没有答。`
                : undefined;
          return { page: askPage(request, typed, drafts, problem), ...(lines === 0 && { status: 422 as const }) };
        },
      },
      { method: 'POST', path: paths.askFile, role: 'clerk', upload, handle: (request) => begin('questions', request) },
      {
        method: 'GET',
        path: paths.applicants,
        role: 'clerk',
        handle: (request) => ({ page: applicantsPage(request) }),
      },
      {
        method: 'POST',
        path: paths.applicants,
        role: 'clerk',
        upload,
        handle: (request) => begin('applicants', request),
      },
      {
        method: 'GET',
        path: paths.template,
        role: 'clerk',
        handle: async () => ({
          file: { name: '申报人表模板.xlsx', type: xlsxType, bytes: await workbook(templateSheets()) },
        }),
      },
      {
        method: 'GET',
        path: paths.job(':id'),
        role: 'clerk',
        handle(request) {
          const found = jobOf(request);
          if (!found) return gone(request);
          const problem = problemOf(found.job);
          const shown = { request, ...found, ...(problem !== undefined && { problem }) };
          return request.partial ? { part: jobPart(shown) } : { page: jobPage(shown) };
        },
      },
      {
        method: 'GET',
        path: `${paths.job(':id')}/file`,
        role: 'clerk',
        handle(request) {
          const { job, kind } = jobOf(request) ?? {};
          if (!job?.result) return gone(request);
          const name = kind === 'applicants' ? '自查结果.xlsx' : '答复草稿.xlsx';
          return { file: { name, type: xlsxType, bytes: job.result.bytes } };
        },
      },
      {
        method: 'POST',
        path: `${paths.job(':id')}/propose`,
        role: 'clerk',
        handle: (request) => propose(request, jobOf(request)?.job.result, around),
      },
    ],
    stop: () => running.stop(),
  };

  async function propose(
    request: StaffRequest,
    done: BatchDone | undefined,
    { store, now }: StaffSurroundings,
  ): Promise<StaffAnswer> {
    if (!done) return gone(request);
    const chosen = [...new Set(request.form.getAll('row'))].flatMap((row) =>
      /^\d{1,4}$/.test(row) ? (done.edited[Number(row)] ?? []) : [],
    );
    for (const { question, answer } of chosen)
      await addProposal(store.documents, { kind: 'unit', questions: [question], answer }, request.member, now());
    return { to: '/staff/knowledge', said: `已提交 ${chosen.length} 条，等另一位同事审核。` };
  }
};
