alter table creditors add column accepts_boleto boolean not null default false;
grant update (accepts_boleto) on creditors to repactua_app;

-- Where a creditor's slips are paid to, as its contract with the bank says. Another account is another row, since slips and
-- files of the former one live on. `next_number` is handed out under the row's lock, each once; so is `next_sequence`, the
-- number of a file.
create table boleto_accounts (
  creditor_id uuid not null references creditors,
  id uuid not null,
  bank text not null check (bank in ('001', '341')),
  agency text not null,
  agency_digit text,
  account text not null,
  account_digit text not null,
  wallet text not null,
  wallet_variation text,
  convenio text,
  first_number bigint not null check (first_number > 0),
  last_number bigint not null,
  next_number bigint not null,
  next_sequence integer not null default 1 check (next_sequence between 1 and 1000000),
  in_use boolean not null,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique nulls not distinct (creditor_id, bank, agency, account, wallet, convenio),
  check (first_number <= last_number and next_number between first_number and last_number + 1)
);
create unique index one_boleto_account_in_use on boleto_accounts (creditor_id) where in_use;

-- A file of new slips for the bank. It names people, so it is sealed.
create table boleto_remittances (
  creditor_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  sequence integer not null,
  slip_count integer not null check (slip_count > 0),
  total_cents bigint not null check (total_cents > 0),
  file_sealed bytea not null,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, account_id, sequence),
  foreign key (creditor_id, account_id) references boleto_accounts
);

-- A slip for an installment. Its barcode, amount and days never change; `status` says how far the bank has got with it.
-- `scheduled_on` is the day of the installment when it was made: one that is moved gets a new slip.
create table boletos (
  creditor_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  own_number bigint not null,
  agreement_id uuid not null,
  installment_number integer not null,
  debtor_id uuid not null,
  amount_cents bigint not null check (amount_cents > 0),
  due_on date not null,
  scheduled_on date not null,
  barcode text not null,
  txid text not null,
  copy_paste text not null,
  status text not null check (status in ('issued', 'replaced', 'sent', 'registered', 'refused', 'written_off', 'paid')),
  remittance_id uuid,
  bank_reasons text[] not null default '{}',
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, account_id, own_number),
  foreign key (creditor_id, account_id) references boleto_accounts,
  foreign key (creditor_id, agreement_id, installment_number) references installments,
  foreign key (creditor_id, debtor_id) references debtors,
  foreign key (creditor_id, remittance_id) references boleto_remittances
);
create unique index one_standing_boleto on boletos (creditor_id, agreement_id, installment_number, amount_cents, scheduled_on)
  where status in ('issued', 'sent', 'registered');
create index boletos_to_send on boletos (creditor_id, account_id, own_number) where status = 'issued';

-- That a return file came; what it did stands with the slips and the payments.
create table boleto_returns (
  creditor_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  sequence integer not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, sha256),
  foreign key (creditor_id, account_id) references boleto_accounts
);

alter table boleto_accounts enable row level security;
alter table boleto_remittances enable row level security;
alter table boletos enable row level security;
alter table boleto_returns enable row level security;
create policy tenant on boleto_accounts using (creditor_id = current_creditor());
create policy tenant on boleto_remittances using (creditor_id = current_creditor());
create policy tenant on boletos using (creditor_id = current_creditor());
create policy tenant on boleto_returns using (creditor_id = current_creditor());

grant select, insert on boleto_accounts, boleto_remittances, boletos, boleto_returns to repactua_app;
grant update (agency_digit, account_digit, wallet_variation, first_number, last_number, next_number, next_sequence, in_use) on boleto_accounts to repactua_app;
grant update (status, remittance_id, bank_reasons) on boletos to repactua_app;
