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
