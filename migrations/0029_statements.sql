-- A statement of a bank account that came. Its bytes are not kept: what each credit said and did stands in its lines.
create table bank_statements (
  creditor_id uuid not null references creditors,
  id uuid not null,
  format text not null check (format in ('ofx', 'csv')),
  sha256 bytea not null,
  began_on date,
  ended_on date,
  credit_count integer not null check (credit_count >= 0),
  credit_cents bigint not null check (credit_cents >= 0),
  debit_count integer not null check (debit_count >= 0),
  debit_cents bigint not null check (debit_cents >= 0),
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, sha256)
);

-- What a credit did. `external_reference` is the reference of its money; `content_mac` is a keyed hash of account, day, amount
-- and words, by which a credit is known again where the bank numbers it anew. What the bank wrote names people: it is sealed.
create table bank_statement_lines (
  creditor_id uuid not null,
  statement_id uuid not null,
  line integer not null check (line > 0),
  external_reference text not null,
  content_mac bytea not null,
  posted_on date not null,
  amount_cents bigint not null check (amount_cents > 0),
  text_sealed bytea not null,
  outcome text not null check (outcome in ('posted', 'known', 'held')),
  matched_by text check (matched_by in ('charge', 'payer')),
  payment_id uuid,
  exception_id uuid,
  agreement_id uuid,
  candidates jsonb not null,
  created_at timestamptz not null,
  primary key (creditor_id, statement_id, line),
  foreign key (creditor_id, statement_id) references bank_statements,
  foreign key (creditor_id, payment_id) references payments,
  foreign key (creditor_id, exception_id) references payment_exceptions,
  foreign key (creditor_id, agreement_id) references agreements,
  check ((outcome = 'posted') = (payment_id is not null)),
  check ((outcome = 'held') = (exception_id is not null))
);
create index bank_statement_lines_by_content on bank_statement_lines (creditor_id, content_mac);

-- Banks print end-to-end ids in capitals, and amounts without any id at all.
create index payment_references_in_any_case on payment_references (creditor_id, lower(external_reference));
create index charges_by_amount on charges (creditor_id, amount_cents, created_at);

alter table bank_statements enable row level security;
alter table bank_statement_lines enable row level security;
create policy tenant on bank_statements using (creditor_id = current_creditor());
create policy tenant on bank_statement_lines using (creditor_id = current_creditor());
grant select, insert on bank_statements, bank_statement_lines to repactua_app;
