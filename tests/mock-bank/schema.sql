-- The bank's tables. Each "-- migration N" section runs once, in order, and is noted in `migrations`.
-- Never edit a section that has been released: add the next one. Times are milliseconds since 1970.

-- migration 1
CREATE TABLE customers (
  institution   text    NOT NULL,
  contract      text    NOT NULL,
  name          text    NOT NULL,
  kana          text    NOT NULL,
  password      text    NOT NULL,           -- scrypt: salt:hash
  must_change   boolean NOT NULL,           -- still the first password
  inquiry_only  boolean NOT NULL DEFAULT false,
  papers        bytea   NOT NULL,           -- sealed: first password, card or 資金移動用パスワード
  challenge     text,                       -- positions asked, kept until answered right
  serial        text    UNIQUE,             -- the token in use
  code_at_login boolean NOT NULL DEFAULT false,
  PRIMARY KEY (institution, contract)
);

CREATE TABLE accounts (
  institution text   NOT NULL,
  contract    text   NOT NULL,
  number      text   NOT NULL,
  branch      text   NOT NULL,
  kind        text   NOT NULL,
  balance     bigint NOT NULL CHECK (balance >= 0),
  PRIMARY KEY (institution, number),
  FOREIGN KEY (institution, contract) REFERENCES customers
);

CREATE TABLE transfers (
  receipt     text   PRIMARY KEY,
  institution text   NOT NULL,
  contract    text   NOT NULL,
  account     text   NOT NULL,
  payee       text   NOT NULL,
  amount      bigint NOT NULL CHECK (amount > 0),
  at          bigint NOT NULL
);

-- A serial stays here for ever, whatever becomes of it: so it is never issued twice.
CREATE TABLE tokens (
  serial          text   PRIMARY KEY,
  state           text   NOT NULL,          -- EXPIRED is not stored: UNBOUND after start_by
  sealed          bytea  NOT NULL,          -- seed and device key
  algorithm       text   NOT NULL,
  digits          int    NOT NULL,
  period          int    NOT NULL,
  t0              bigint NOT NULL,
  generation      int    NOT NULL,
  last_step       bigint NOT NULL DEFAULT -1,
  drift           int    NOT NULL DEFAULT 0,
  start_by        bigint NOT NULL,
  acknowledged_at bigint
);

CREATE TABLE provisionings (
  request_id  bytea  PRIMARY KEY,
  request_sha bytea  NOT NULL,
  serial      text   NOT NULL REFERENCES tokens,
  reply       text   NOT NULL
);

-- Wrong tries of anything that can be guessed: "login 1188 …", "card 1188 …", "token SKTS…".
CREATE TABLE tries (
  subject      text   PRIMARY KEY,
  fails        int    NOT NULL DEFAULT 0,
  paused_until bigint NOT NULL DEFAULT 0
);

CREATE TABLE visits (
  address text   NOT NULL,
  hour    bigint NOT NULL,
  count   int    NOT NULL,
  PRIMARY KEY (address, hour)
);

CREATE TABLE sessions (
  id          text   PRIMARY KEY,           -- SHA-256 of the cookie
  institution text   NOT NULL,
  contract    text,
  stage       text   NOT NULL,
  draft       jsonb  NOT NULL,
  used_at     bigint NOT NULL
);

-- migration 2
ALTER TABLE customers ADD COLUMN day_limit bigint NOT NULL DEFAULT 1000000;  -- 1日あたりの振込限度額, yen
ALTER TABLE customers ADD COLUMN mail text;                                  -- where トークン発行のご案内 goes

ALTER TABLE tokens ADD COLUMN kind text NOT NULL DEFAULT 'software';         -- software, hardware, activation
-- A hardware token is good only for the customer it was shipped to; a credit union's for the one who asked.
ALTER TABLE tokens ADD COLUMN institution text;
ALTER TABLE tokens ADD COLUMN contract text;
-- Lives on the simulated phone of mail.localhost, which may show its codes; the extension's never may.
ALTER TABLE tokens ADD COLUMN on_phone boolean NOT NULL DEFAULT false;

-- 収納サービス and 利用限度額変更; 振込 has its own table.
CREATE TABLE payments (
  receipt     text   PRIMARY KEY,
  institution text   NOT NULL,
  contract    text   NOT NULL,
  account     text   NOT NULL,
  collector   text   NOT NULL,              -- 収納機関番号
  number      text   NOT NULL,              -- 納付番号
  amount      bigint NOT NULL CHECK (amount > 0),
  at          bigint NOT NULL,
  day         text   NOT NULL,              -- business day, as YYYY-MM-DD: what day_limit counts
  UNIQUE (collector, number)                -- a slip is paid once, by whomever
);
ALTER TABLE transfers ADD COLUMN day text NOT NULL DEFAULT '';  -- as in payments

-- トークン発行: one row per issue. The token of an activation exists once somebody proved the password.
CREATE TABLE activations (
  institution text   NOT NULL,
  contract    text   NOT NULL,
  generation  int    NOT NULL,
  service_id  text   NOT NULL,
  user_id     text   NOT NULL UNIQUE,
  sealed      bytea,                        -- 利用開始パスワード; NULL once it is of no more use
  state       text   NOT NULL,              -- ISSUED, LOCKED, TAKEN (a token was made), ENDED
  fails       int    NOT NULL DEFAULT 0,
  expires_at  bigint NOT NULL,
  serial      text   UNIQUE REFERENCES tokens,
  PRIMARY KEY (institution, contract, generation)
);
-- 利用解除: a new トークン発行 from the day after (business days, as YYYY-MM-DD).
ALTER TABLE customers ADD COLUMN released_on text;

CREATE TABLE mails (
  id      bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  address text   NOT NULL,
  at      bigint NOT NULL,
  subject text   NOT NULL,
  body    text   NOT NULL
);
CREATE INDEX mails_of ON mails (address, id);

-- What the desk did, and for whom. Rows are only added.
CREATE TABLE audit (
  id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  at          bigint NOT NULL,
  act         text   NOT NULL,
  institution text,
  contract    text,
  serial      text,
  outcome     text   NOT NULL,
  remark      text   NOT NULL DEFAULT ''
);

-- One row: how many days the desk has switched the business day ahead.
CREATE TABLE business_day (
  id    int PRIMARY KEY CHECK (id = 1),
  ahead int NOT NULL
);
INSERT INTO business_day VALUES (1, 0);

-- How often an address did a thing in a slot of time; replaces `visits`.
DROP TABLE visits;
CREATE TABLE rates (
  what    text   NOT NULL,
  address text   NOT NULL,
  slot    bigint NOT NULL,
  count   int    NOT NULL,
  PRIMARY KEY (what, address, slot)
);

-- One row, sealed: it opens only under the key that everything else here was sealed under.
CREATE TABLE seal_check (
  id     int   PRIMARY KEY CHECK (id = 1),
  sealed bytea NOT NULL
);

-- migration 3
-- Handshakes of the credit union (docs/protocol.md), one row per sid, for ever: so no sid is accepted twice.
-- What a row no longer needs is erased: an ended one is a tombstone of its sid and two hashes.
CREATE TABLE attempts (
  sid         bytea  PRIMARY KEY,
  first_sha   bytea  NOT NULL,               -- SHA-256 of M1
  second      text,                          -- M2, to be sent again
  service_id  text   NOT NULL,               -- as asked for; they need not exist
  user_id     text   NOT NULL,
  -- OPEN (waits for M3), COUNTED (M3 is here and one try is counted), REFUSED, COMMITTED (M4 stands), ENDED
  state       text   NOT NULL,
  slot        int,                           -- 0 to 9 while OPEN: the unique index below is the limit of open attempts
  ends_at     bigint NOT NULL,               -- of OPEN
  sealed      bytea,                         -- TH and PRK
  third_sha   bytea,                         -- SHA-256 of M3
  fourth      text,                          -- M4, to be sent again
  serial      text   REFERENCES tokens
);
CREATE UNIQUE INDEX attempts_open ON attempts (service_id, user_id, slot);
CREATE INDEX attempts_of ON attempts (user_id);
CREATE INDEX attempts_due ON attempts (ends_at) WHERE state = 'OPEN';
CREATE INDEX attempts_serial ON attempts (serial);

ALTER TABLE activations ADD COLUMN superseded int NOT NULL DEFAULT 0;  -- how often another device took the token over
ALTER TABLE tokens ADD COLUMN ends_at bigint;                          -- NULL: lives as long as it is used
