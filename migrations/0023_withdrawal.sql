-- A person may undo a signature within the days that the term gives, at no cost (decision 23).
alter table agreements add column withdrawn_at timestamptz;
grant update (withdrawn_at) on agreements to repactua_app;

-- Money that a creditor is to give back. It is due at once; `confirmed_at` says when the creditor told that it did.
create table refunds (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  amount_cents bigint not null check (amount_cents > 0),
  reason text not null check (reason in ('withdrawal')),
  created_at timestamptz not null,
  confirmed_at timestamptz,
  external_reference text,
  primary key (creditor_id, id),
  unique (creditor_id, agreement_id, reason),
  foreign key (creditor_id, agreement_id) references agreements,
  check ((confirmed_at is null) = (external_reference is null))
);
alter table refunds enable row level security;
create policy tenant on refunds using (creditor_id = current_creditor());
create policy holder on refunds for select using (exists (select from agreements a where a.creditor_id = refunds.creditor_id and a.id = refunds.agreement_id));
grant select, insert on refunds to repactua_app;
grant update (confirmed_at, external_reference) on refunds to repactua_app;

-- The books learn of money that goes back.
alter table ledger_entries drop constraint ledger_entries_event_check,
  add constraint ledger_entries_event_check check (event in ('opened', 'agreed', 'amended', 'discounted', 'paid', 'settled', 'reopened', 'novated', 'withdrawn', 'refunded'));
alter table ledger_lines drop constraint ledger_lines_account_check,
  add constraint ledger_lines_account_check check (account in (
    'debts', 'receivable', 'bank', 'conditional_discount', 'realised_discount', 'interest_to_come', 'interest_income', 'late_charges', 'refunds_owed'));
