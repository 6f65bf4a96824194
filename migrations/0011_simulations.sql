-- A policy held against the creditor's open debts. What it is counted by is pinned when it is asked for: the day, both
-- policies, the campaigns that run. A job counts page by page; `totals` and `last_debt_id` are where it goes on after a kill.
create table simulations (
  creditor_id uuid not null references creditors,
  id uuid not null,
  policy_id uuid not null,
  in_force_policy_id uuid,
  running_campaigns text[] not null,
  in_force_campaigns text[] not null,
  as_of date not null,
  acceptance jsonb not null,
  status text not null check (status in ('queued', 'running', 'completed', 'failed')),
  done integer not null default 0,
  total integer,
  last_debt_id uuid,
  until_debt_id uuid,
  totals text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  completed_at timestamptz,
  primary key (creditor_id, id),
  foreign key (creditor_id, policy_id) references policies,
  foreign key (creditor_id, in_force_policy_id) references policies,
  check ((status = 'completed') = (completed_at is not null))
);
create unique index one_simulation_at_a_time on simulations (creditor_id) where status in ('queued', 'running');
create index simulations_of_policy on simulations (creditor_id, policy_id, id);
create index simulations_by_age on simulations (creditor_id, created_at);

-- What came of it, word for word as it is answered; never changed, forgotten with its simulation.
create table simulation_results (
  creditor_id uuid not null,
  simulation_id uuid not null,
  document text not null,
  created_at timestamptz not null,
  primary key (creditor_id, simulation_id),
  foreign key (creditor_id, simulation_id) references simulations on delete cascade
);

alter table simulations enable row level security;
alter table simulation_results enable row level security;
create policy tenant on simulations using (creditor_id = current_creditor());
create policy tenant on simulation_results using (creditor_id = current_creditor());

grant select, insert, delete on simulations, simulation_results to repactua_app;
grant update (status, done, total, last_debt_id, until_debt_id, totals, updated_at, completed_at) on simulations to repactua_app;
