-- How a creditor reaches its bank by the Pix API of the Central Bank. Client secret, private key and the secret of the
-- webhook's address are sealed. One a creditor: another certificate or another bank takes its place.
create table pix_accounts (
  creditor_id uuid primary key references creditors,
  base_url text not null,
  token_url text not null,
  client_id text not null,
  secrets_sealed bytea not null,
  certificate_ends_on date not null,
  status text not null check (status in ('waiting', 'ready', 'refused')),
  problem text,
  tells_payments boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
alter table pix_accounts enable row level security;
create policy tenant on pix_accounts using (creditor_id = current_creditor());
grant select, insert, delete on pix_accounts to repactua_app;
grant update (base_url, token_url, client_id, secrets_sealed, certificate_ends_on, status, problem, tells_payments, changed_at) on pix_accounts to repactua_app;
