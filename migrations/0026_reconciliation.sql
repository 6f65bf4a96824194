-- Money is told by its own reference: an end-to-end id, a slip and its day, the line of a statement. Each has one effect, a
-- payment or an exception; whoever puts the reference in first makes it (decision 24).
create table payment_references (
  creditor_id uuid not null references creditors,
  external_reference text not null,
  created_at timestamptz not null,
  primary key (creditor_id, external_reference)
);
insert into payment_references select creditor_id, external_reference, created_at from payments;
alter table payments add foreign key (creditor_id, external_reference) references payment_references;
alter table payment_references enable row level security;
create policy tenant on payment_references using (creditor_id = current_creditor());
grant select, insert on payment_references to repactua_app;

-- What is above all that is open of an agreement is owed back; a share may close an installment for a few cents less.
-- `paid_by` says whether it was the debtor, where the bank told: anyone may pay another's debt (CC 304).
alter table payments add column excess_cents bigint not null default 0 check (excess_cents >= 0 and excess_cents < amount_cents),
  add column paid_by text check (paid_by in ('debtor', 'other'));
alter table payment_allocations add column forgiven_cents bigint not null default 0 check (forgiven_cents >= 0);

-- Money that came and needs a person. It is never turned away: until it is resolved it is held in the books, but for a
-- reference that was told again with another amount, which is no more money. `payer_index` is a keyed hash.
create table payment_exceptions (
  creditor_id uuid not null references creditors,
  id uuid not null,
  reason text not null check (reason in (
    'unknown_charge', 'paid_twice', 'reference_reused', 'agreement_unsigned', 'agreement_expired', 'agreement_settled', 'agreement_broken', 'agreement_cancelled', 'agreement_withdrawn')),
  amount_cents bigint not null check (amount_cents > 0),
  paid_at timestamptz not null,
  method text not null,
  external_reference text not null,
  agreement_id uuid,
  installment_number integer,
  txid text,
  payer_index bytea,
  created_at timestamptz not null,
  resolution text check (resolution in ('apply', 'count_on_debts', 'refund', 'same_payment', 'dismiss')),
  note text,
  resolved_at timestamptz,
  payment_id uuid,
  refund_id uuid,
  primary key (creditor_id, id),
  unique (creditor_id, external_reference),
  foreign key (creditor_id, external_reference) references payment_references,
  foreign key (creditor_id, agreement_id) references agreements,
  foreign key (creditor_id, payment_id) references payments,
  foreign key (creditor_id, refund_id) references refunds,
  check ((resolution is null) = (resolved_at is null)),
  check ((payment_id is not null) = coalesce(resolution in ('apply', 'same_payment'), false)),
  check ((refund_id is not null) = coalesce(resolution = 'refund', false))
);
create index payment_exceptions_by_agreement on payment_exceptions (creditor_id, agreement_id);
create index payment_exceptions_open on payment_exceptions (creditor_id, id) where resolved_at is null;
alter table payment_exceptions enable row level security;
create policy tenant on payment_exceptions using (creditor_id = current_creditor());
create policy holder on payment_exceptions for select using (exists (select from agreements a where a.creditor_id = payment_exceptions.creditor_id and a.id = payment_exceptions.agreement_id));
grant select, insert on payment_exceptions to repactua_app;
grant update (resolution, note, resolved_at, payment_id, refund_id) on payment_exceptions to repactua_app;

-- Money goes back for more reasons than one, also where nobody knows what it was for. `payment_reference` names the payment
-- that it came by, where it is one.
alter table refunds drop constraint refunds_reason_check,
  add constraint refunds_reason_check check (reason in ('withdrawal', 'overpayment', 'not_due')),
  drop constraint refunds_creditor_id_agreement_id_reason_key,
  alter column agreement_id drop not null,
  add column payment_reference text;
create unique index one_refund_of_a_withdrawal on refunds (creditor_id, agreement_id) where reason = 'withdrawal';
create index refunds_by_agreement on refunds (creditor_id, agreement_id);

alter table ledger_entries alter column agreement_id drop not null;
-- Whatever other events the books know by now stay.
do $$
declare known text;
begin
  select pg_get_constraintdef(oid) into strict known from pg_constraint where conname = 'ledger_entries_event_check';
  alter table ledger_entries drop constraint ledger_entries_event_check;
  execute 'alter table ledger_entries add constraint ledger_entries_event_check ' || replace(known, 'ARRAY[', 'ARRAY[''forgiven''::text, ''held''::text, ''released''::text, ');
end $$;
alter table ledger_lines drop constraint ledger_lines_account_check,
  add constraint ledger_lines_account_check check (account in (
    'debts', 'receivable', 'bank', 'held', 'conditional_discount', 'realised_discount', 'interest_to_come', 'interest_income', 'late_charges', 'refunds_owed'));

-- What a creditor does with a few cents less, and with more than was asked for.
alter table creditors add column short_tolerance_cents bigint not null default 0 check (short_tolerance_cents between 0 and 10000),
  add column overpayment text not null default 'next_installments' check (overpayment in ('next_installments', 'refund'));
grant update (short_tolerance_cents, overpayment) on creditors to repactua_app;

-- Lowers an installment by the few cents that a payment lacks, within what its creditor lets go. The caller holds the
-- agreement's lock and puts the payment on it next.
create function forgive_rest(p_creditor_id uuid, p_agreement_id uuid, p_number integer, p_cents bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s agreement'; end if;
  update installments i set amount_cents = i.amount_cents - p_cents from creditors c
    where i.creditor_id = p_creditor_id and i.agreement_id = p_agreement_id and i.number = p_number and c.id = p_creditor_id
      and p_cents between 1 and c.short_tolerance_cents and i.status in ('open', 'partly_paid') and i.amount_cents - i.paid_cents > p_cents;
  if not found then raise exception 'nobody lets go % cents of installment % of %', p_cents, p_number, p_agreement_id; end if;
end $$;
revoke execute on function forgive_rest from public;
grant execute on function forgive_rest to repactua_app;
