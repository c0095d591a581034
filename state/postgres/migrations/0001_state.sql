-- Up Migration

-- One row a conversation under the hash of its id: where its numbers go on. It is locked only for the short end of a transaction,
-- so that accepting never waits for a turn. Of a conversation that was deleted it stays for a day, and holds nothing that was said.
CREATE TABLE talks (
  key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  last_seq integer NOT NULL DEFAULT 0,
  -- The times of its earliest and latest line; null when nothing is kept of it.
  begun_at timestamptz,
  last_at timestamptz,
  -- Where its replies are sent.
  address json,
  -- It was deleted then, and nobody has written since.
  departed_at timestamptz,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 80);
CREATE INDEX talks_changed ON talks (changed_at);
CREATE INDEX talks_newest ON talks (last_at DESC, key DESC) WHERE last_at IS NOT NULL;
CREATE INDEX talks_departed ON talks (departed_at) WHERE departed_at IS NOT NULL;

-- The document. A turn holds its row from beginning to commit.
-- json, not jsonb, here and below: jsonb refuses \u0000 and lone surrogates, which people can send.
CREATE TABLE conversations (
  key bigint PRIMARY KEY,
  id text NOT NULL,
  channel text NOT NULL,
  record json
) WITH (fillfactor = 80);

-- The transcript: every line as it was written.
-- Partition-ready, as is `searched`: no query needs more than (key, seq) to be unique, so that both can become
-- PARTITION BY RANGE (at), a month each, with (key, seq, at) as the primary key; until then the database itself keeps numbers apart.
CREATE TABLE lines (
  key bigint NOT NULL,
  seq integer NOT NULL,
  -- Our own lines that tell of a deletion: read until somebody writes again, part of no transcript.
  told boolean NOT NULL,
  at timestamptz NOT NULL,
  delivery text,
  -- MD5 of the activity's id, to find out whether it is there already.
  activity uuid,
  line json NOT NULL,
  PRIMARY KEY (key, seq)
);

-- What is searched of the transcript, in a table of its own: narrow enough to be walked through in time where no index helps
-- (trigrams find nothing that is shorter than three characters, as most Chinese words are).
CREATE TABLE searched (
  key bigint NOT NULL,
  at timestamptz NOT NULL,
  seq integer NOT NULL,
  person boolean NOT NULL,
  channel text NOT NULL,
  guide text NOT NULL,
  question_id text,
  answer_status text,
  verdict text,
  rule_ids text[],
  -- What a person sees of it, in the form in which texts are compared.
  said text NOT NULL,
  PRIMARY KEY (key, seq)
);
CREATE INDEX searched_newest ON searched (at DESC, key DESC, seq DESC);
CREATE INDEX searched_said ON searched USING gin (said gin_trgm_ops);

-- What was accepted, by the hash of the activity's id: each has one effect.
CREATE TABLE inbox (
  key bigint NOT NULL,
  id bytea NOT NULL,
  seq integer NOT NULL,
  answered boolean NOT NULL,
  accepted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (key, id)
);
CREATE INDEX inbox_waiting ON inbox (key, seq) WHERE NOT answered;
CREATE INDEX inbox_age ON inbox (accepted_at);

-- Replies to be sent, with all that sending needs: the conversation may be deleted before.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key bigint NOT NULL,
  seq integer NOT NULL,
  conversation text NOT NULL,
  channel text NOT NULL,
  activity json NOT NULL,
  address json NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  -- Not before; a lease moves it on.
  due_at timestamptz NOT NULL DEFAULT '-infinity',
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'failed', 'ambiguous')),
  reason text,
  made_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_due ON outbox (due_at, id) WHERE state = 'pending';
CREATE INDEX outbox_dead ON outbox (made_at) WHERE state <> 'pending';
CREATE INDEX outbox_of ON outbox (key, seq);

-- Things that are reached by an id that cannot be guessed (which is kept as a hash only) and end by themselves.
CREATE TABLE endings (
  kind text NOT NULL,
  id bytea NOT NULL,
  thing json NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (kind, id)
);
CREATE INDEX endings_end ON endings (kind, expires_at);

-- Versions come from one sequence, so that none comes twice, also when a document is removed and made anew.
CREATE SEQUENCE document_versions;
CREATE TABLE documents (
  kind text NOT NULL,
  name bytea NOT NULL,
  id text NOT NULL,
  value json NOT NULL,
  version bigint NOT NULL DEFAULT nextval('document_versions'),
  PRIMARY KEY (kind, name)
);

CREATE TABLE secrets (
  name text PRIMARY KEY,
  secret text NOT NULL
);

-- What could not be understood, as it was.
CREATE TABLE damaged (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  what text NOT NULL,
  content json NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX damaged_of ON damaged (name);

-- Written to find out whether the database can be written.
CREATE TABLE pulse (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  at timestamptz NOT NULL
);
