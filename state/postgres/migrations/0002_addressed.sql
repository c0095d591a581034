-- Up Migration

-- Whether the activity came with an address: replies to one that did not are fetched, or go with the response, whatever the
-- conversation's address is. A process of before this column leaves it to the default, and answers by the address as it did.
ALTER TABLE inbox ADD COLUMN addressed boolean NOT NULL DEFAULT true;
