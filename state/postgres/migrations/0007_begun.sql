-- Up Migration

-- It is kept of a send that it begins, where a repeat would arrive twice: taken again, it may have arrived. A process of before this column
-- leaves it to the default.
ALTER TABLE outbox ADD COLUMN begun boolean NOT NULL DEFAULT false;
