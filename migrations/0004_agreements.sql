create table agreements (
  creditor_id uuid not null,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  offer_sheet_id uuid not null,
  option_id text not null,
  option_document text not null,
  due_day integer not null,
  status text not null check (status in ('awaiting_signature', 'awaiting_first_payment', 'active', 'settled', 'broken', 'cancelled', 'withdrawn', 'expired')),
  balance_cents bigint not null check (balance_cents > 0),
  total_cents bigint not null check (total_cents > 0),
  term_sealed bytea not null,
  term_sha256 bytea not null,
  expires_at timestamptz not null,
  verification_code text unique,
  signed_at timestamptz,
  settled_at timestamptz,
  cancellation_reason text,
  cancellation_note text,
  cancelled_at timestamptz,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, debtor_id) references debtors,
  foreign key (creditor_id, offer_sheet_id) references offer_sheets
);
create index agreements_by_person on agreements (cpf_index);

create table agreement_debts (
  creditor_id uuid not null,
  agreement_id uuid not null,
  debt_id uuid not null,
  external_id text not null,
  description text,
  balance_cents bigint not null check (balance_cents > 0),
  total_cents bigint not null check (total_cents >= 0),
  live boolean not null default false,
  primary key (creditor_id, agreement_id, debt_id),
  foreign key (creditor_id, agreement_id) references agreements,
  foreign key (creditor_id, debt_id) references debts
);
-- A debt is in at most one live agreement, whatever runs in parallel.
create unique index one_live_agreement_per_debt on agreement_debts (creditor_id, debt_id) where live;

create table installments (
  creditor_id uuid not null,
  agreement_id uuid not null,
  number integer not null check (number > 0),
  due_on date not null,
  amount_cents bigint not null check (amount_cents > 0),
  paid_cents bigint not null default 0 check (paid_cents between 0 and amount_cents),
  status text not null default 'open' check (status in ('open', 'partly_paid', 'paid', 'cancelled')),
  primary key (creditor_id, agreement_id, number),
  foreign key (creditor_id, agreement_id) references agreements
);

-- The evidence of a signature (MP 2.200-2/2001 art. 10 §2; STJ Tema 1.061): address, agent, channel, sealed.
create table signatures (
  creditor_id uuid not null,
  agreement_id uuid not null,
  challenge_id uuid not null,
  term_sha256 bytea not null,
  evidence_sealed bytea not null,
  signed_at timestamptz not null,
  primary key (creditor_id, agreement_id),
  foreign key (creditor_id, agreement_id) references agreements
);

create table charges (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  method text not null check (method in ('pix')),
  amount_cents bigint not null check (amount_cents > 0),
  txid text not null,
  copy_paste text not null,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, txid),
  unique (creditor_id, agreement_id, installment_number, method, amount_cents),
  foreign key (creditor_id, agreement_id, installment_number) references installments
);

create table payments (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  amount_cents bigint not null check (amount_cents > 0),
  paid_at timestamptz not null,
  method text not null,
  external_reference text not null,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, external_reference),
  foreign key (creditor_id, agreement_id) references agreements
);
create index payments_by_agreement on payments (creditor_id, agreement_id);

create table payment_allocations (
  creditor_id uuid not null,
  payment_id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  cents bigint not null check (cents > 0),
  primary key (creditor_id, payment_id, installment_number),
  foreign key (creditor_id, payment_id) references payments,
  foreign key (creditor_id, agreement_id, installment_number) references installments
);

alter table agreements enable row level security;
create policy tenant on agreements using (creditor_id = current_creditor());
create policy person on agreements for select using (cpf_index = current_cpf_index());
create policy paper on agreements for select using (verification_code = current_verification_code());

-- What hangs on an agreement is seen by whoever sees the agreement.
do $$
declare name text;
begin
  foreach name in array array['agreement_debts', 'installments', 'signatures', 'charges', 'payments', 'payment_allocations'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I using (creditor_id = current_creditor())', name);
    execute format('create policy holder on %1$I for select using (exists (select from agreements a where a.creditor_id = %1$I.creditor_id and a.id = %1$I.agreement_id))', name);
  end loop;
end $$;

grant select, insert on agreements, agreement_debts, installments, signatures, charges, payments, payment_allocations to repactua_app;
grant update (status, verification_code, signed_at, settled_at, cancellation_reason, cancellation_note, cancelled_at) on agreements to repactua_app;
grant update (live) on agreement_debts to repactua_app;
grant update (paid_cents, status) on installments to repactua_app;
