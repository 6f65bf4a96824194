-- A code proves who asks, once. The row is written for a known and an unknown CPF alike; only the keyed hash of
-- the code is kept. `term_sha256` binds a signing code to the exact term.
create table challenges (
  id uuid primary key,
  purpose text not null check (purpose in ('sign_in', 'signature')),
  cpf_index bytea not null,
  creditor_id uuid,
  agreement_id uuid,
  term_sha256 bytea,
  code_mac bytea,
  channel text,
  attempts integer not null default 0,
  address_prefix text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz,
  check ((purpose = 'signature') = (agreement_id is not null and term_sha256 is not null and creditor_id is not null))
);
create index challenges_by_person on challenges (cpf_index, created_at);

-- Wrong codes by network, against spraying. Kept for a day.
create table failed_codes (
  id uuid primary key,
  address_prefix text not null,
  failed_at timestamptz not null
);
create index failed_codes_by_address on failed_codes (address_prefix, failed_at);

-- The cookie holds 256 random bits; the database holds their hash.
create table sessions (
  token_hash bytea primary key,
  cpf_index bytea not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_by_person on sessions (cpf_index);

grant select, insert, update, delete on challenges, sessions to repactua_app;
grant select, insert, delete on failed_codes to repactua_app;
