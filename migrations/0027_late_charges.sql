-- Of a payment's share in an installment, so much was the fine and the interest for its delay (decision 25).
alter table payment_allocations
  add column late_fine_cents bigint not null default 0 check (late_fine_cents >= 0),
  add column default_interest_cents bigint not null default 0 check (default_interest_cents >= 0),
  add constraint late_charges_within_share check (late_fine_cents + default_interest_cents <= cents);

-- Puts what delay added into installments that the same payment closes. It runs as its owner, since the application may change
-- no amount: only of an installment that was late on the day of the payment, and never more than what is open of it.
create function charge_late(p_creditor_id uuid, p_agreement_id uuid, p_numbers integer[], p_cents bigint[], p_paid_on date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare changed integer;
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s agreement'; end if;
  update installments i set amount_cents = i.amount_cents + c.cents
    from unnest(p_numbers, p_cents) as c(number, cents)
    where i.creditor_id = p_creditor_id and i.agreement_id = p_agreement_id and i.number = c.number
      and i.status in ('open', 'partly_paid') and i.due_on < p_paid_on and c.cents between 1 and i.amount_cents - i.paid_cents;
  get diagnostics changed = row_count;
  if changed <> cardinality(p_numbers) then raise exception 'charges for delay do not fit the installments of %', p_agreement_id; end if;
end $$;

revoke execute on function charge_late from public;
grant execute on function charge_late to repactua_app;

-- The books learn of charges for delay; whatever other events they know by now stay.
do $$
declare known text;
begin
  select pg_get_constraintdef(oid) into strict known from pg_constraint where conname = 'ledger_entries_event_check';
  alter table ledger_entries drop constraint ledger_entries_event_check;
  execute 'alter table ledger_entries add constraint ledger_entries_event_check ' || replace(known, 'ARRAY[', 'ARRAY[''charged''::text, ');
end $$;

-- What the bank is told to add to a slip that is paid late, and how much of its amount is charges of before.
alter table boletos
  add column late_cents bigint not null default 0 check (late_cents >= 0 and late_cents < amount_cents),
  add column fine_bps integer not null default 0 check (fine_bps >= 0),
  add column daily_interest_cents bigint not null default 0 check (daily_interest_cents >= 0);
