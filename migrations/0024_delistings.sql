-- A settled agreement leaves its creditor a task: to take the person's name off every list of debtors, within five business
-- days of the payment (STJ, Súmula 548). The days are written down as the calendar was when the task was made.
create table delistings (
  creditor_id uuid not null,
  agreement_id uuid not null,
  paid_on date not null,
  alarm_on date not null,
  due_on date not null,
  created_at timestamptz not null,
  alarmed_at timestamptz,
  confirmed_at timestamptz,
  primary key (creditor_id, agreement_id),
  foreign key (creditor_id, agreement_id) references agreements,
  check (paid_on < alarm_on and alarm_on < due_on)
);
-- The nightly round reads what waits for its alarm alone.
create index delistings_before_alarm on delistings (creditor_id, alarm_on) where alarmed_at is null and confirmed_at is null;
alter table delistings enable row level security;
create policy tenant on delistings using (creditor_id = current_creditor());
create policy holder on delistings for select using (exists (select from agreements a where a.creditor_id = delistings.creditor_id and a.id = delistings.agreement_id));
grant select, insert on delistings to repactua_app;
grant update (alarmed_at, confirmed_at) on delistings to repactua_app;
