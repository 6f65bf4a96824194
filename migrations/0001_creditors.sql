-- A creditor is a tenant. Its card is public by law (CDC 42-A), so this table has no row-level security.
create table creditors (
  id uuid primary key,
  legal_name text not null,
  trade_name text not null,
  cnpj text not null unique,
  address jsonb not null,
  email text not null,
  phone text not null,
  regime text not null check (regime in ('financial', 'non_financial')),
  brand jsonb not null,
  pix_key text not null,
  created_at timestamptz not null
);

-- A client without a creditor is an operator of this installation.
-- The secret is 256 random bits: a keyed hash is enough, and its key is not in the database.
create table oauth_clients (
  id uuid primary key,
  creditor_id uuid references creditors,
  name text not null,
  secret_mac bytea not null,
  scopes text[] not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

grant select, insert on creditors, oauth_clients to repactua_app;

-- What the current transaction may see: one creditor, one person, or the holder of one term's code.
create function current_creditor() returns uuid language sql stable
  as $$ select nullif(current_setting('app.creditor_id', true), '')::uuid $$;
create function current_cpf_index() returns bytea language sql stable
  as $$ select decode(nullif(current_setting('app.cpf_index', true), ''), 'hex') $$;
create function current_verification_code() returns text language sql stable
  as $$ select nullif(current_setting('app.verification_code', true), '') $$;
