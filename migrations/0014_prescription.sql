-- What had the term of a debt's claim begin again: once in its life (CC 202), so that no update takes it back.
alter table debts
  add column interrupted_on date,
  add column interrupted_by text,
  add constraint debts_interrupted_check check ((interrupted_on is null) = (interrupted_by is null)),
  add constraint debts_interrupted_by_check
    check (interrupted_by in ('judicial_order', 'judicial_protest', 'protest', 'claim_in_estate', 'judicial_notice', 'recognition')),
  add constraint debts_interrupted_in_time_check check (interrupted_on >= due_on);
alter table debt_import_rows
  add column interrupted_on date,
  add column interrupted_by text;

-- An agreement on debts whose term is over: the person pays because they want to, and said so in its term.
alter table agreements add column voluntary boolean not null default false;
