-- The night reads terms that wait for their signature alone.
create index agreements_to_expire on agreements (creditor_id, expires_at) where status = 'awaiting_signature';

-- What a person was told of an installment before it is due, on its day and after it: a row is one message, whoever writes it
-- first. An installment that was moved to another day is told of again.
create table installment_notices (
  creditor_id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  kind text not null check (kind in ('due_soon', 'due_today', 'overdue')),
  due_on date not null,
  created_at timestamptz not null,
  primary key (creditor_id, agreement_id, installment_number, kind, due_on),
  foreign key (creditor_id, agreement_id, installment_number) references installments
);
alter table installment_notices enable row level security;
create policy tenant on installment_notices using (creditor_id = current_creditor());
create policy holder on installment_notices for select using (exists (select from agreements a where a.creditor_id = installment_notices.creditor_id and a.id = installment_notices.agreement_id));
grant select, insert on installment_notices to repactua_app;
-- The morning reads open installments by their day.
create index installments_open on installments (creditor_id, due_on) where status in ('open', 'partly_paid');
alter table creditors add column remind_days_before integer not null default 3 check (remind_days_before between 0 and 10);
grant update (remind_days_before) on creditors to repactua_app;

-- A debt that was protested at a registry: its creditor gives a letter of consent once it is paid (Lei 9.492/97, art. 26).
create table debt_protests (
  creditor_id uuid not null,
  debt_id uuid not null,
  registry_office text not null,
  protested_on date not null,
  reference text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (creditor_id, debt_id),
  foreign key (creditor_id, debt_id) references debts
);
alter table debt_protests enable row level security;
create policy tenant on debt_protests using (creditor_id = current_creditor());
create policy holder on debt_protests for select using (exists (select from debts d where d.creditor_id = debt_protests.creditor_id and d.id = debt_protests.debt_id));
grant select, insert on debt_protests to repactua_app;
grant update (registry_office, protested_on, reference, updated_at) on debt_protests to repactua_app;

-- The yearly statement of discharge (Lei 12.007/2009), as it stood on the day when it was given: months and amounts, no name.
create table yearly_statements (
  creditor_id uuid not null references creditors,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  year integer not null check (year between 2000 and 9999),
  verification_code text not null unique,
  document jsonb not null,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, debtor_id, year),
  foreign key (creditor_id, debtor_id) references debtors
);
create index yearly_statements_by_person on yearly_statements (cpf_index);
alter table yearly_statements enable row level security;
create policy tenant on yearly_statements using (creditor_id = current_creditor());
create policy person on yearly_statements for select using (cpf_index = current_cpf_index());
create policy paper on yearly_statements for select using (verification_code = current_verification_code());
grant select, insert on yearly_statements to repactua_app;

-- A delisting begins with the first installment where the signed term promises it; it lapses with an agreement that is undone.
alter table delistings add column cause text not null default 'settlement' check (cause in ('settlement', 'first_installment')),
  add column lapsed_at timestamptz;
grant update (lapsed_at) on delistings to repactua_app;
drop index delistings_before_alarm;
create index delistings_before_alarm on delistings (creditor_id, alarm_on) where alarmed_at is null and confirmed_at is null and lapsed_at is null;

-- What was settled before there were delistings has its task too, with the clock of its own payment. Banks close on weekends
-- and on the days named here, of the years in which such a settlement can be (Resolução CMN 4.880/2020).
with open_days as (
  select day::date as day from generate_series('2020-01-01'::date, '2030-12-31'::date, interval '1 day') day
  where extract(isodow from day) < 6 and day::date not in (
    '2025-01-01', '2025-03-03', '2025-03-04', '2025-04-18', '2025-04-21', '2025-05-01', '2025-06-19', '2025-11-20', '2025-12-25',
    '2026-01-01', '2026-02-16', '2026-02-17', '2026-04-03', '2026-04-21', '2026-05-01', '2026-06-04', '2026-09-07', '2026-10-12', '2026-11-02', '2026-11-20', '2026-12-25',
    '2027-01-01', '2027-02-08', '2027-02-09', '2027-03-26', '2027-04-21', '2027-05-27', '2027-09-07', '2027-10-12', '2027-11-02', '2027-11-15')
), settled as (
  select a.creditor_id, a.id, a.settled_at, (max(p.paid_at) at time zone 'America/Sao_Paulo')::date as paid_on
  from agreements a join payments p on p.creditor_id = a.creditor_id and p.agreement_id = a.id
  where a.status = 'settled' and not a.voluntary
    and not exists (select from delistings d where d.creditor_id = a.creditor_id and d.agreement_id = a.id)
  group by a.creditor_id, a.id
)
insert into delistings (creditor_id, agreement_id, paid_on, alarm_on, due_on, created_at)
select creditor_id, id, paid_on,
  (select day from open_days where day > paid_on order by day offset 2 limit 1),
  (select day from open_days where day > paid_on order by day offset 4 limit 1), settled_at
from settled;
