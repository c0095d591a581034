-- Up Migration

-- Most Chinese words have two characters, and trigrams find none of them: pairs of neighbouring characters do.
CREATE FUNCTION pairs(said text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT before || letter), '{}')
  FROM (SELECT letter, lag(letter) OVER (ORDER BY place) AS before
    FROM unnest(string_to_array(said, NULL)) WITH ORDINALITY AS all_of_it (letter, place)) AS neighbours
  WHERE before IS NOT NULL
$$;
CREATE INDEX searched_pairs ON searched USING gin (pairs(said));
