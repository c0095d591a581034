-- Up Migration

-- Accepting an activity, beginning a turn and committing it: each one call, so that a process has little to do for it. The functions lock
-- what processes of before them lock, in the same order, and leave the same rows: both may serve one database side by side.
-- Each statement in them sees what was committed before it, as everything runs in READ COMMITTED.

-- Lines that are added: what the columns of `lines` and `searched` are made of (`about`, without NUL), and each line's JSON but for its
-- number, one a row of `texts` (JSON has no line breaks; as json it could hold no NUL). `moved_by` is added to their numbers.
-- `activities`: those that are to be sent, likewise, an empty row for every other line.
-- Gives back what the row of the conversation learns of them: the last number, the earliest and the latest time (deeds of staff have none).
CREATE FUNCTION insert_lines(
  talk_key bigint, in_conversation text, in_channel text, sent_to json, telling boolean,
  moved_by integer, texts text, about json, activities text,
  OUT ends_at integer, OUT first_at timestamptz, OUT final_at timestamptz
) LANGUAGE plpgsql AS $$
BEGIN
  WITH new AS (
    SELECT * FROM ROWS FROM (
      json_to_recordset(about) AS (seq integer, at timestamptz, person boolean, staff boolean, said text, question_id text,
        answer_status text, rule_ids text[], verdict text, guide text, activity uuid, delivery text),
      string_to_table(texts, E'\n'), string_to_table(activities, E'\n'))
    AS new (seq, at, person, staff, said, question_id, answer_status, rule_ids, verdict, guide, activity, delivery, rest, owed)),
  written AS (
    INSERT INTO lines (key, seq, told, at, delivery, activity, line)
    SELECT talk_key, new.seq + moved_by, telling, new.at, new.delivery, new.activity,
      ('{"seq":' || new.seq + moved_by || ',' || substr(new.rest, 2))::json FROM new),
  sends AS (
    INSERT INTO outbox (key, conversation, channel, seq, activity, address)
    SELECT talk_key, in_conversation, in_channel, new.seq + moved_by, new.owed::json, sent_to
    FROM new WHERE new.owed <> '' AND sent_to IS NOT NULL ORDER BY new.seq),
  found AS (
    INSERT INTO searched (key, seq, at, person, staff, channel, guide, question_id, answer_status, verdict, rule_ids, said)
    SELECT talk_key, new.seq + moved_by, new.at, new.person, new.staff, in_channel, new.guide, new.question_id, new.answer_status,
      new.verdict, new.rule_ids, new.said
    FROM new WHERE NOT telling AND new.said IS NOT NULL)
  SELECT max(new.seq) + moved_by, min(new.at) FILTER (WHERE new.said IS NOT NULL), max(new.at) FILTER (WHERE new.said IS NOT NULL)
    INTO ends_at, first_at, final_at FROM new;
END $$;

-- Keeps what arrived, unless its id was kept before (`repeated`), or the conversation stands otherwise than the lines were made for
-- (`otherwise`: something is kept of it, or nothing any more): then nothing is done. `standing`: the last number before.
-- Lines of another process that came between move the numbers on.
CREATE FUNCTION accept_activity(
  talk_name text, activity_id bytea, in_conversation text, in_channel text, its_address json, at_latest boolean,
  begins boolean, made_for integer, texts text, about json, activities text,
  OUT outcome text, OUT standing integer
) LANGUAGE plpgsql AS $$
DECLARE
  talk talks;
  added record;
BEGIN
  SELECT * INTO talk FROM talks WHERE talks.name = talk_name FOR UPDATE;
  IF NOT FOUND AND begins THEN
    INSERT INTO talks (name) VALUES (talk_name) ON CONFLICT (name) DO NOTHING;
    SELECT * INTO STRICT talk FROM talks WHERE talks.name = talk_name FOR UPDATE;
  END IF;
  standing := coalesce(talk.last_seq, 0);
  IF EXISTS (SELECT FROM inbox WHERE inbox.key = talk.key AND inbox.id = activity_id) THEN
    outcome := 'repeated';
    RETURN;
  END IF;
  IF (talk.last_at IS NULL) <> begins THEN
    outcome := 'otherwise';
    RETURN;
  END IF;
  IF talk.departed_at IS NOT NULL THEN
    DELETE FROM lines WHERE lines.key = talk.key AND lines.told;
  END IF;
  IF begins THEN
    INSERT INTO conversations (key, id, channel) VALUES (talk.key, in_conversation, in_channel) ON CONFLICT (key) DO NOTHING;
  END IF;
  SELECT * INTO added FROM insert_lines(talk.key, in_conversation, in_channel, coalesce(its_address, talk.address), false,
    talk.last_seq - made_for, texts, about, activities);
  INSERT INTO inbox (key, id, seq, answered, addressed) VALUES (talk.key, activity_id, added.ends_at, false,
    its_address IS NOT NULL OR at_latest AND talk.address IS NOT NULL);
  UPDATE talks SET last_seq = added.ends_at, begun_at = least(talk.begun_at, added.first_at), last_at = greatest(talk.last_at, added.final_at),
    address = coalesce(its_address, talk.address), departed_at = NULL, changed_at = clock_timestamp() WHERE talks.key = talk.key;
  outcome := 'kept';
END $$;

-- Holds the row of the conversation until the transaction ends, and then looks for the oldest activity without an answer: whoever waited for
-- the row sees what was answered meanwhile. Null where nothing waits; without `key` where the row is gone. The document and the line are left
-- out where they are what the process has in hand, by the hashes (SHA-256, hexadecimal) of their texts.
CREATE FUNCTION begin_turn(talk_name text, document_hash text, line_hash text) RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  held conversations;
  heard record;
  document_known boolean;
  line_known boolean;
BEGIN
  SELECT * INTO held FROM conversations c WHERE c.key = (SELECT t.key FROM talks t WHERE t.name = talk_name) FOR UPDATE;
  SELECT t.last_seq, i.id, l.line, l.delivery, CASE WHEN i.addressed THEN t.address END AS address INTO heard
    FROM talks t JOIN inbox i USING (key) LEFT JOIN lines l ON l.key = i.key AND l.seq = i.seq
    WHERE t.name = talk_name AND NOT i.answered ORDER BY i.seq LIMIT 1;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  document_known := coalesce(document_hash = encode(sha256(convert_to(held.record::text, 'UTF8')), 'hex'), false);
  line_known := coalesce(line_hash = encode(sha256(convert_to(heard.line::text, 'UTF8')), 'hex'), false);
  RETURN json_build_object('key', held.key::text, 'channel', held.channel, 'last', heard.last_seq, 'id', encode(heard.id, 'hex'),
    'delivery', heard.delivery, 'address', heard.address,
    'line', CASE WHEN NOT line_known THEN heard.line END, 'lineKnown', line_known,
    'document', CASE WHEN NOT document_known THEN held.record END, 'documentKnown', document_known);
END $$;

-- Keeps what a turn did whose transaction holds the conversation. Gives back by how much its lines' numbers were moved on.
CREATE FUNCTION commit_turn(
  talk_key bigint, answered_id text, in_conversation text, in_channel text, sent_to json,
  made_for integer, texts text, about json, activities text, document json, its_channel text
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  standing integer;
  added record;
BEGIN
  SELECT t.last_seq INTO STRICT standing FROM talks t WHERE t.key = talk_key FOR UPDATE;
  SELECT * INTO added FROM insert_lines(talk_key, in_conversation, in_channel, sent_to, false, standing - made_for, texts, about, activities);
  UPDATE inbox i SET answered = true WHERE i.key = talk_key AND i.id = decode(answered_id, 'hex');
  UPDATE conversations c SET record = document, channel = its_channel WHERE c.key = talk_key;
  UPDATE talks t SET last_seq = coalesce(added.ends_at, standing), begun_at = least(t.begun_at, added.first_at),
    last_at = greatest(t.last_at, added.final_at), changed_at = clock_timestamp() WHERE t.key = talk_key;
  RETURN standing - made_for;
END $$;
