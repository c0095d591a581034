-- Up Migration

-- How much somebody has said or asked in this minute (`bot/limits/`): rows in the form of rate-limiter-flexible. Names are hashes under the
-- signing key. Not logged: after a crash of the server counting begins anew.
CREATE UNLOGGED TABLE rate_limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
