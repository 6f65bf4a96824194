-- Charges at a creditor's bank (cobv), each with a txid of its own: the id without its dashes. What they ask for never changes;
-- another amount, day or discount is another one, and the former is taken back at the bank. `open_cents` and `scheduled_on`
-- are what stood open of the installment, and its day, when it was made: one that no longer says so is taken back.
create table pix_charges (
  creditor_id uuid not null,
  id uuid not null,
  charge_id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  open_cents bigint not null check (open_cents > 0),
  scheduled_on date not null,
  due_on date not null,
  original_cents bigint not null check (original_cents > 0),
  fine_bps integer not null check (fine_bps >= 0),
  interest_monthly_bps integer not null check (interest_monthly_bps >= 0),
  interest_daily_cents bigint not null check (interest_daily_cents >= 0),
  discount_cents bigint not null check (discount_cents >= 0 and discount_cents < original_cents),
  discount_until date,
  status text not null check (status in ('prepared', 'active', 'paid', 'superseded', 'removed')),
  copy_paste text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, charge_id) references charges,
  foreign key (creditor_id, agreement_id, installment_number) references installments,
  check ((discount_cents > 0) = (discount_until is not null)),
  check (interest_monthly_bps = 0 or interest_daily_cents = 0),
  check (status <> 'active' or copy_paste is not null)
);
create unique index one_standing_pix_charge on pix_charges (creditor_id, agreement_id, installment_number) where status in ('prepared', 'active');
create index pix_charges_to_remove on pix_charges (creditor_id, changed_at) where status = 'superseded';
create index pix_charges_of_charge on pix_charges (creditor_id, charge_id);
alter table pix_charges enable row level security;
create policy tenant on pix_charges using (creditor_id = current_creditor());
create policy holder on pix_charges for select using (exists (select from agreements a where a.creditor_id = pix_charges.creditor_id and a.id = pix_charges.agreement_id));
grant select, insert on pix_charges to repactua_app;
grant update (status, copy_paste, changed_at) on pix_charges to repactua_app;

-- Whose banks the rounds of the day ask: the ids alone, across tenants.
create function creditors_with_pix() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select creditor_id from pix_accounts order by creditor_id
$$;
revoke execute on function creditors_with_pix from public;
grant execute on function creditors_with_pix to repactua_app;
