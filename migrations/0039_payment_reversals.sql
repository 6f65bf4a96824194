-- Money that was paid and was taken back: by the Pix MED, a bank's error, a card that was charged back (decision 25). A payment
-- stays as it came; what went back of it is rows of its own, and so is what each installment lost by it.
create table payment_reversals (
  creditor_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  agreement_id uuid not null,
  amount_cents bigint not null check (amount_cents > 0),
  reason text not null check (reason in ('med', 'chargeback', 'bank_error')),
  reversed_at timestamptz not null,
  external_reference text not null,
  reopened boolean not null,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, external_reference),
  foreign key (creditor_id, payment_id) references payments,
  foreign key (creditor_id, agreement_id) references agreements
);
create index payment_reversals_by_payment on payment_reversals (creditor_id, payment_id);

-- `late_cents` of a share were for delay and are not owed any more; `lowered_cents` were let go for paying early and are owed
-- again, `forgiven_cents` of them within the creditor's tolerance.
create table payment_reversal_shares (
  creditor_id uuid not null,
  reversal_id uuid not null,
  payment_id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  cents bigint not null check (cents > 0),
  late_cents bigint not null check (late_cents between 0 and cents),
  lowered_cents bigint not null check (lowered_cents >= 0),
  forgiven_cents bigint not null check (forgiven_cents between 0 and lowered_cents),
  primary key (creditor_id, reversal_id, installment_number),
  foreign key (creditor_id, reversal_id) references payment_reversals,
  foreign key (creditor_id, payment_id, installment_number) references payment_allocations
);
create index payment_reversal_shares_by_agreement on payment_reversal_shares (creditor_id, agreement_id);

do $$
declare name text;
begin
  foreach name in array array['payment_reversals', 'payment_reversal_shares'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I using (creditor_id = current_creditor())', name);
    execute format('create policy holder on %1$I for select using (exists (select from agreements a where a.creditor_id = %1$I.creditor_id and a.id = %1$I.agreement_id))', name);
  end loop;
end $$;
grant select, insert on payment_reversals, payment_reversal_shares to repactua_app;

-- Puts installments as they are without what a reversal takes back. It runs as its owner, since the application may change no
-- amount: they lose together exactly the shares that the reversal wrote down, and none comes to less than is paid of it.
create function take_back(p_creditor_id uuid, p_agreement_id uuid, p_reversal_id uuid, p_numbers integer[], p_amounts bigint[], p_paids bigint[], p_statuses text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare changed integer; lost bigint;
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s agreement'; end if;
  select sum(i.paid_cents - t.paid) into lost
    from installments i join unnest(p_numbers, p_paids) as t(number, paid) on t.number = i.number
    where i.creditor_id = p_creditor_id and i.agreement_id = p_agreement_id and t.paid <= i.paid_cents;
  if lost is distinct from (select sum(cents) from payment_reversal_shares where creditor_id = p_creditor_id and reversal_id = p_reversal_id and agreement_id = p_agreement_id) then
    raise exception 'reversal % takes back something else', p_reversal_id;
  end if;
  update installments i set amount_cents = t.amount, paid_cents = t.paid, status = t.status
    from unnest(p_numbers, p_amounts, p_paids, p_statuses) as t(number, amount, paid, status)
    where i.creditor_id = p_creditor_id and i.agreement_id = p_agreement_id and i.number = t.number;
  get diagnostics changed = row_count;
  if changed <> cardinality(p_numbers) then raise exception 'reversal % does not fit its installments', p_reversal_id; end if;
end $$;

-- Which payment made an amendment true, and when that was undone because the payment was taken back.
alter table amendments add column paid_by uuid, add column undone_at timestamptz,
  add constraint amendments_undone_check check (undone_at is null or applied_at is null);
drop function fulfil_amendment(uuid, uuid, uuid, timestamptz, date, integer[], bigint[]);
-- As in migration 0013, and it remembers the payment.
create function fulfil_amendment(
  p_creditor_id uuid, p_agreement_id uuid, p_amendment_id uuid, p_now timestamptz, p_paid_on date, p_numbers integer[], p_amounts bigint[], p_payment_id uuid
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare changed integer;
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s amendment'; end if;
  update amendments set applied_at = p_now, paid_by = p_payment_id
    where creditor_id = p_creditor_id and agreement_id = p_agreement_id and id = p_amendment_id
      and pay_cents is not null and applied_at is null and undone_at is null and p_paid_on <= pay_by
      and sequence = (select max(sequence) from amendments where creditor_id = p_creditor_id and agreement_id = p_agreement_id);
  if not found then raise exception 'amendment % waits for no payment', p_amendment_id; end if;
  update installments i
    set amount_cents = case when t.amount = 0 then i.amount_cents else t.amount end,
      status = case when t.amount = 0 then 'cancelled' else i.status end
    from unnest(p_numbers, p_amounts) as t(number, amount)
    where i.creditor_id = p_creditor_id and i.agreement_id = p_agreement_id and i.number = t.number
      and i.status in ('open', 'partly_paid') and t.amount >= i.paid_cents;
  get diagnostics changed = row_count;
  if changed <> cardinality(p_numbers) then raise exception 'amendment % does not fit its installments', p_amendment_id; end if;
end $$;

-- Undoes an amendment whose payment is taken back; it never waits again. The caller puts the installments as they were.
create function undo_fulfilment(p_creditor_id uuid, p_agreement_id uuid, p_amendment_id uuid, p_now timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s amendment'; end if;
  update amendments set applied_at = null, undone_at = p_now
    where creditor_id = p_creditor_id and agreement_id = p_agreement_id and id = p_amendment_id and applied_at is not null and paid_by is not null;
  if not found then raise exception 'no payment made amendment % true', p_amendment_id; end if;
end $$;
revoke execute on function take_back, fulfil_amendment, undo_fulfilment from public;
grant execute on function take_back, fulfil_amendment, undo_fulfilment to repactua_app;

-- What was paid on a debt and is taken back is a row of its own on the same day.
alter table debt_payments drop constraint debt_payments_cents_check, add constraint debt_payments_cents_check check (cents <> 0);

-- A delisting lapses with a settlement that is undone, and begins anew with the next one.
grant update (paid_on, alarm_on, due_on, created_at, cause, alarmed_at, confirmed_at, lapsed_at) on delistings to repactua_app;

-- The books learn of what is taken back; whatever other events they know by now stay.
do $$
declare known text; word text;
begin
  foreach word in array array['charged', 'reversed', 'restored'] loop
    select pg_get_constraintdef(oid) into strict known from pg_constraint where conname = 'ledger_entries_event_check';
    continue when known like '%''' || word || '''::text%';
    alter table ledger_entries drop constraint ledger_entries_event_check;
    execute 'alter table ledger_entries add constraint ledger_entries_event_check ' || replace(known, 'ARRAY[', 'ARRAY[''' || word || '''::text, ');
  end loop;
end $$;
