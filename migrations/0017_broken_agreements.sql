-- An agreement ends for want of payment by its own rule only, and after a notice that gave time to put it in order.
alter table agreements add column break_notice_on date, add column broken_at timestamptz;
grant update (break_notice_on, broken_at) on agreements to repactua_app;

-- The nightly round reads agreements in course alone.
create index agreements_in_course on agreements (creditor_id, id) where status in ('awaiting_first_payment', 'active');

-- A novation ends the old debt; what is left of the agreed amount is a new one (CC 360).
alter table debts drop constraint debts_status_check,
  add constraint debts_status_check check (status in ('open', 'in_agreement', 'settled', 'withdrawn', 'novated'));
