/**
 * Summaries in PostgreSQL. Each process that is asked keeps all of them in memory and goes on with those of conversations that changed
 * since; a table spares the others, and the next start, most of that.
 */
import { setTimeout as after, setImmediate as breath } from 'node:timers/promises';
import { hashOf } from '../hash.ts';
import type { Summed } from '../summarise.ts';
import type { Summaries } from '../summary.ts';
import { type SummaryIndex, summaryIndex } from '../summaryIndex.ts';
import { type Holding, holdingText } from '../summaryText.ts';
import { plainQuery } from '../transcriptQuery.ts';
import { type Connections, planned, prepared } from './pool.ts';
import { conditionsOf, likeOf } from './searchConditions.ts';
import {
  type Ask,
  changedSince,
  goneOn,
  type Known,
  keeping,
  madeIn,
  someChanged,
  someKept,
  type TalkState,
  timeNow,
} from './summaryRows.ts';

export interface PostgresSummaries extends Summaries {
  /** Brings the table up to date, a little at a time, unless another process is at it, which then does so. */
  keepUp(signal: AbortSignal): Promise<void>;
}

/** Conversations that are read at once. */
const atOnce = { kept: 1000, made: 100 };
/** Seconds that a conversation may have been stamped before its change is committed: no statement takes longer. */
const margin = 10;
/** Seconds without a question after which everything is read anew: what was deleted is known for a day. */
const longest = 12 * 60 * 60;
/** Our own number: whoever holds it brings the table up to date. */
const lock = 20_230_509;
/** Lines with a text: fewer make it a rare one. */
const rareLines = 2000;
/** Milliseconds between two parts of it. */
const pause = 20;

const tryLock = prepared<{ free: boolean }>('summaries-lock', `SELECT pg_try_advisory_xact_lock(${lock}) AS free`);

const nothing = { heard: [], cases: {}, marks: {} };

/** Most hold nothing but their summary. */
function shared({ heard, cases, marks, ...rest }: Summed): Summed {
  const isEmpty = (thing: object): boolean => Object.keys(thing).length === 0;
  return {
    ...rest,
    heard: isEmpty(heard) ? nothing.heard : heard,
    cases: isEmpty(cases) ? nothing.cases : cases,
    marks: isEmpty(marks) ? nothing.marks : marks,
  };
}

interface Memory {
  index: SummaryIndex;
  known: Map<string, Known>;
  /** When it was last brought up to date: seconds, by the database. */
  seconds: number;
  set(key: string, known: Known): void;
}

function newMemory(seconds: number): Memory {
  const [index, known] = [summaryIndex(), new Map<string, Known>()];
  return {
    index,
    known,
    seconds,
    set(key, { summed, ...rest }) {
      const summary = index.put(key, summed.summary);
      known.set(key, { ...rest, summed: { ...shared(summed), summary } });
    },
  };
}

export function postgresSummaries(others: Connections): PostgresSummaries {
  const query: Ask = (statement) => others.query(statement);
  let memory: Memory | undefined;
  /** Seconds: what changed before stands in the table. */
  let keptUntil = 0;
  let following: Promise<unknown> = Promise.resolve();

  async function now(): Promise<number> {
    const [row] = await others.query(timeNow());
    return Number(row?.now);
  }

  /** What came since it was made or kept; conversations without a line are left out. */
  async function made(
    ask: Ask,
    talks: readonly (TalkState & { summed: Summed | undefined })[],
  ): Promise<Map<string, Known>> {
    const all = new Map<string, Known>();
    const there = talks.flatMap((talk) =>
      talk.first === null || talk.id === null ? [] : [{ ...talk, first: talk.first, known: talk.summed }],
    );
    for (let begin = 0; begin < there.length; begin += atOnce.made) {
      for (const [key, each] of await goneOn(ask, there.slice(begin, begin + atOnce.made))) all.set(key, each);
      await breath();
    }
    return all;
  }

  /** Everything, for the first time. */
  async function loaded(): Promise<Memory> {
    const memory = newMemory(await now());
    const { set } = memory;
    for (let last = '0'; ; ) {
      const rows = (await others.query(someKept(last, atOnce.kept))).map(madeIn);
      const anew = await made(
        query,
        rows.filter(({ fresh }) => !fresh),
      );
      for (const { key, stamp, first, summed, fresh } of rows)
        if (fresh && summed && first !== null) set(key, { stamp, first, summed });
      for (const [key, each] of anew) set(key, each);
      // The next start has less to do.
      if (anew.size > 0) await others.query(keeping(anew));
      memory.index.settle();
      const final = rows.at(-1);
      if (!final) return memory;
      last = final.key;
      await breath();
    }
  }

  async function followed(): Promise<Memory> {
    const seconds = await now();
    if (memory === undefined || seconds - memory.seconds > longest) {
      memory = undefined;
      memory = await loaded();
    }
    const { index, known, set } = memory;
    const rows = await others.query(changedSince(memory.seconds - margin));
    const changed = rows.filter(({ key, stamp }) => known.get(key)?.stamp !== stamp);
    const anew = await made(
      query,
      changed.map((row) => {
        const before = known.get(row.key);
        return { ...row, summed: before && before.first === row.first ? before.summed : undefined };
      }),
    );
    for (const { key } of changed) {
      const each = anew.get(key);
      if (each) set(key, each);
      else {
        known.delete(key);
        index.drop(key);
      }
    }
    memory.seconds = seconds;
    return memory;
  }

  /** One after the other: a question that comes while another one looks must not miss what was committed meanwhile. */
  function follow(): Promise<Memory> {
    const turn = following.then(followed);
    following = turn.catch(() => {});
    return turn;
  }

  /** Brings a page of the table up to date; gives back where the next one begins. */
  async function keptUp(last: string): Promise<string | 'busy' | 'done'> {
    return others.transaction(async (transaction) => {
      const ask: Ask = async (statement) => (await transaction.send(statement))[0];
      const [[held], rows] = await transaction.send(tryLock(), someChanged(last, String(keptUntil), atOnce.made));
      if (!held?.free) return 'busy';
      const stale = rows.map(madeIn).filter(({ fresh }) => !fresh);
      const anew = await made(ask, stale);
      // Ends the transaction, and with it the lock, in any case.
      await transaction.commit(...(anew.size > 0 ? [keeping(anew)] : []), timeNow());
      return rows.at(-1)?.key ?? 'done';
    });
  }

  /** Among some, each is read until a line holds the text. */
  function holding(text: string): Holding {
    const query = plainQuery({ text });
    const { where, values } = conditionsOf(query);
    const fits = where.join(' AND ');
    const ids = async (statement: string, bound: unknown[]): Promise<string[]> =>
      (await others.query(planned<{ id: string }>(statement, bound))).map(({ id }) => id);
    return {
      among: async (conversations) =>
        new Set(
          await ids(
            `SELECT id FROM talks JOIN conversations USING (key),
               LATERAL (SELECT FROM searched WHERE searched.key = talks.key AND said LIKE $1 LIMIT 1) AS held
             WHERE name = ANY($2)`,
            [likeOf(query.text ?? ''), conversations.map(hashOf)],
          ),
        ),
      async everywhere() {
        const found = `SELECT DISTINCT key FROM searched WHERE ${fits}`;
        return new Set(await ids(`SELECT id FROM (${found}) AS found JOIN conversations USING (key)`, values));
      },
      async rare() {
        const found = `SELECT key FROM searched WHERE ${fits} LIMIT ${rareLines}`;
        const lines = await ids(`SELECT id FROM (${found}) AS found JOIN conversations USING (key)`, values);
        return lines.length < rareLines ? new Set(lines) : undefined;
      },
    };
  }

  return {
    async find({ text, ...filter }, most) {
      const found = (await follow()).index.find(filter);
      return text ? holdingText(found, holding(text), most) : found.slice(0, most);
    },

    async keepUp(signal) {
      const begun = await now();
      for (let last = '0'; !signal.aborted; ) {
        last = await keptUp(last);
        if (last === 'done') keptUntil = begun - margin;
        if (last === 'done' || last === 'busy') return;
        await after(pause, undefined, { signal, ref: false }).catch(() => {});
      }
    },
  };
}
