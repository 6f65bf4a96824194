-- Where debits of Pix Automático are paid to: the account behind the key, which the Pix API wants named in each of them.
alter table pix_accounts add column receiver jsonb;
grant update (receiver) on pix_accounts to repactua_app;

-- A person's leave to debit the installments of an agreement (decision 34). `asked` until the bank has made it, `offered` until the
-- person has answered at their own bank.
create table automatic_pix (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  status text not null check (status in ('asked', 'offered', 'approved', 'refused', 'ended')),
  recurrence_id text,
  copy_paste text,
  ended_by text check (ended_by in ('person', 'bank', 'plan')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  looked_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, recurrence_id),
  foreign key (creditor_id, agreement_id) references agreements,
  check ((status in ('offered', 'approved')) <= (recurrence_id is not null)),
  check ((status = 'ended') = (ended_by is not null))
);
create unique index one_leave_per_agreement on automatic_pix (creditor_id, agreement_id) where status in ('asked', 'offered', 'approved');

-- One debit of one installment; its id without dashes is its txid.
create table automatic_debits (
  creditor_id uuid not null,
  id uuid not null,
  leave_id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  amount_cents bigint not null check (amount_cents > 0),
  due_on date not null,
  status text not null check (status in ('prepared', 'scheduled', 'paid', 'failed', 'withdrawn', 'cancelled')),
  tries integer not null check (tries >= 0),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, leave_id) references automatic_pix,
  foreign key (creditor_id, agreement_id, installment_number) references installments
);
-- Once an installment's debit has failed, the rest is for the person: no second one is asked for it.
create unique index one_debit_per_installment on automatic_debits (creditor_id, agreement_id, installment_number) where status in ('prepared', 'scheduled', 'failed');

alter table automatic_pix enable row level security;
alter table automatic_debits enable row level security;
do $$
declare name text;
begin
  foreach name in array array['automatic_pix', 'automatic_debits'] loop
    execute format('create policy tenant on %I using (creditor_id = current_creditor())', name);
    execute format('create policy holder on %1$I for select using (exists (select from agreements a where a.creditor_id = %1$I.creditor_id and a.id = %1$I.agreement_id))', name);
  end loop;
end $$;
grant select, insert on automatic_pix, automatic_debits to repactua_app;
grant update (status, recurrence_id, copy_paste, ended_by, changed_at, looked_at) on automatic_pix to repactua_app;
grant update (status, tries, changed_at) on automatic_debits to repactua_app;
