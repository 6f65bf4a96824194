-- A person contests a debt, and nobody collects it until the creditor has answered (decision 32). What the person says is sealed.
create table disputes (
  creditor_id uuid not null,
  id uuid not null,
  debt_id uuid not null,
  cpf_index bytea not null,
  reason text not null check (reason in ('not_mine', 'already_paid', 'wrong_amount', 'fraud', 'deceased')),
  statement_sealed bytea not null,
  status text not null check (status in ('open', 'upheld', 'corrected', 'rejected', 'taken_back')),
  answer_by date not null,
  answer_sealed bytea,
  alarmed_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, debt_id) references debts,
  check ((status = 'open') = (ended_at is null)),
  check ((status in ('upheld', 'corrected', 'rejected')) = (answer_sealed is not null))
);
create unique index one_open_dispute_per_debt on disputes (creditor_id, debt_id) where ended_at is null;
create index disputes_by_person on disputes (cpf_index);

-- The creditor pauses a debt: a court, hardship, a death, a wrong person, a payment that is being looked for.
create table debt_holds (
  creditor_id uuid not null,
  id uuid not null,
  debt_id uuid not null,
  reason text not null check (reason in ('court', 'hardship', 'death', 'wrong_person', 'payment_search', 'other')),
  until_on date,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (creditor_id, id),
  foreign key (creditor_id, debt_id) references debts
);
create unique index one_hold_per_debt on debt_holds (creditor_id, debt_id) where ended_at is null;
create index debt_holds_to_end on debt_holds (creditor_id, until_on) where ended_at is null;

alter table debts drop constraint debts_status_check,
  add constraint debts_status_check check (status in ('open', 'disputed', 'on_hold', 'in_agreement', 'settled', 'withdrawn', 'novated'));

alter table disputes enable row level security;
alter table debt_holds enable row level security;
create policy tenant on disputes using (creditor_id = current_creditor());
create policy person on disputes for select using (cpf_index = current_cpf_index());
create policy tenant on debt_holds using (creditor_id = current_creditor());
grant select, insert on disputes, debt_holds to repactua_app;
grant update (status, answer_sealed, alarmed_at, ended_at) on disputes to repactua_app;
grant update (reason, until_on, ended_at) on debt_holds to repactua_app;

-- How a debt stands that is in no agreement and not over.
create function standing_status(p_creditor_id uuid, p_debt_id uuid) returns text language sql stable as $$
  select case
    when exists (select from disputes where creditor_id = p_creditor_id and debt_id = p_debt_id and ended_at is null) then 'disputed'
    when exists (select from debt_holds where creditor_id = p_creditor_id and debt_id = p_debt_id and ended_at is null) then 'on_hold'
    else 'open' end
$$;
grant execute on function standing_status to repactua_app;
