-- Up Migration

-- What staff say to people is searched, too; a process of before this column leaves it to the default.
ALTER TABLE searched ADD COLUMN staff boolean NOT NULL DEFAULT false;

-- What lists of the console know of a conversation (`state/summarise.ts`), as far as some process has made it: made of `lines` in the
-- background, so that no turn waits for it. It counts where `changed_at` is that of `talks`; otherwise it is gone on with.
CREATE TABLE summaries (
  key bigint PRIMARY KEY,
  changed_at timestamptz NOT NULL,
  -- The first number of its lines: one that was deleted and begun anew begins later.
  first_seq integer NOT NULL,
  form integer NOT NULL,
  summed json NOT NULL
);

-- Who of the staff did and read what: only added to, kept apart from conversations and their deletion.
CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  by_id text NOT NULL,
  by_name text NOT NULL,
  deed text NOT NULL,
  about text,
  note text
);
CREATE INDEX audit_newest ON audit (at DESC, id DESC);
