-- What a creditor knows of a person. `*_sealed` is AES-256-GCM under a versioned key; `cpf_index` is a keyed HMAC.
create table debtors (
  creditor_id uuid not null references creditors,
  id uuid not null,
  cpf_index bytea not null,
  cpf_sealed bytea not null,
  name_sealed bytea not null,
  birth_date_sealed bytea,
  email_sealed bytea,
  -- Tells a changed address from the same one sealed anew; codes go to the address that stands longest.
  email_mac bytea,
  email_since timestamptz not null,
  phone_sealed bytea,
  state text,
  city text,
  fingerprint bytea not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, cpf_index)
);
create index debtors_by_person on debtors (cpf_index);

create table debts (
  creditor_id uuid not null,
  id uuid not null,
  external_id text not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  status text not null check (status in ('open', 'in_agreement', 'settled', 'withdrawn')),
  product text not null,
  contract_number text,
  description text,
  original_creditor text,
  principal_cents bigint not null check (principal_cents > 0),
  due_on date not null,
  late_fee_bps integer not null check (late_fee_bps between 0 and 10000),
  default_interest_monthly_bps integer not null check (default_interest_monthly_bps between 0 and 10000),
  interest_method text not null default 'simple',
  segment text,
  tags text[] not null default '{}',
  prescribes_on date not null,
  fingerprint bytea not null,
  withdrawal_reason text,
  withdrawal_note text,
  withdrawn_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, external_id),
  foreign key (creditor_id, debtor_id) references debtors,
  check ((status = 'withdrawn') = (withdrawn_at is not null))
);
create index debts_by_person on debts (cpf_index);
-- Both columns in one: under the policies below, either alone would have all of a creditor's debts read.
create index debts_of_person_at_creditor on debts (creditor_id, cpf_index);

-- Paid outside a live agreement, or by one that ended early: it keeps counting on the debt.
create table debt_payments (
  creditor_id uuid not null,
  id uuid not null,
  debt_id uuid not null,
  agreement_id uuid,
  paid_on date not null,
  cents bigint not null check (cents > 0),
  created_at timestamptz not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, debt_id) references debts
);
create index debt_payments_by_debt on debt_payments (creditor_id, debt_id);

create table debt_imports (
  creditor_id uuid not null references creditors,
  id uuid not null,
  status text not null check (status in ('queued', 'running', 'completed', 'failed')),
  received integer not null,
  processed integer not null default 0,
  accepted integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  created_at timestamptz not null,
  completed_at timestamptz,
  primary key (creditor_id, id)
);

-- Where COPY lands while a file streams in. COPY does not work under row-level security, so this one table has
-- none; all that is personal in it is sealed already, and rows leave with the batch that merges them.
create table debt_import_rows (
  creditor_id uuid not null,
  import_id uuid not null,
  line integer not null,
  external_id text not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  cpf_sealed bytea not null,
  name_sealed bytea not null,
  birth_date_sealed bytea,
  email_sealed bytea,
  email_mac bytea,
  phone_sealed bytea,
  state text,
  city text,
  debtor_fingerprint bytea not null,
  debt_id uuid not null,
  product text not null,
  contract_number text,
  description text,
  original_creditor text,
  principal_cents bigint not null,
  due_on date not null,
  late_fee_bps integer not null,
  default_interest_monthly_bps integer not null,
  segment text,
  tags text[] not null,
  prescribes_on date not null,
  fingerprint bytea not null,
  primary key (creditor_id, import_id, line)
);

create table debt_import_errors (
  creditor_id uuid not null,
  import_id uuid not null,
  line integer not null,
  position integer not null,
  external_id text,
  pointer text not null,
  code text not null,
  message text not null,
  primary key (creditor_id, import_id, line, position),
  foreign key (creditor_id, import_id) references debt_imports
);

alter table debtors enable row level security;
alter table debts enable row level security;
alter table debt_payments enable row level security;
alter table debt_imports enable row level security;
alter table debt_import_errors enable row level security;
create policy tenant on debtors using (creditor_id = current_creditor());
create policy person on debtors for select using (cpf_index = current_cpf_index());
create policy tenant on debts using (creditor_id = current_creditor());
create policy person on debts for select using (cpf_index = current_cpf_index());
create policy tenant on debt_payments using (creditor_id = current_creditor());
create policy person on debt_payments for select
  using (exists (select from debts d where d.creditor_id = debt_payments.creditor_id and d.id = debt_payments.debt_id));
create policy tenant on debt_imports using (creditor_id = current_creditor());
create policy tenant on debt_import_errors using (creditor_id = current_creditor());

grant select, insert, update on debtors, debts, debt_imports to repactua_app;
grant select, insert on debt_payments, debt_import_errors to repactua_app;
grant select, insert, delete on debt_import_rows to repactua_app;
