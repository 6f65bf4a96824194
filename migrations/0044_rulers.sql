-- A ruler (régua de cobrança) says which message goes out when (decision 39). Published, it never changes: a later version
-- takes its place under the same code.
create table rulers (
  creditor_id uuid not null references creditors,
  id uuid not null,
  code text not null,
  name text not null,
  steps jsonb not null,
  status text not null check (status in ('draft', 'published', 'superseded')),
  version integer,
  paused_at timestamptz,
  created_at timestamptz not null,
  published_at timestamptz,
  primary key (creditor_id, id),
  unique (creditor_id, code, version),
  check ((status = 'draft') = (version is null)),
  check ((status = 'draft') = (published_at is null)),
  check (paused_at is null or status <> 'draft')
);
create unique index one_ruler_in_force_per_code on rulers (creditor_id, code) where status = 'published';

-- A step is taken once for each debt, installment or event, whichever version of the ruler says it and however many workers
-- plan. Forgotten when no window can reach back to it any more.
create table ruler_steps_taken (
  creditor_id uuid not null references creditors,
  code text not null,
  step text not null,
  anchor text not null,
  taken_on date not null,
  primary key (creditor_id, code, step, anchor)
);
create index ruler_steps_by_age on ruler_steps_taken (creditor_id, taken_on);

-- Where the planning of a day stands: killed, it goes on after the last person.
create table ruler_rounds (
  creditor_id uuid not null references creditors,
  on_day date not null,
  last_debtor_id uuid,
  people integer not null default 0,
  messages integer not null default 0,
  done_at timestamptz,
  started_at timestamptz not null,
  primary key (creditor_id, on_day)
);

-- The load of a ruler over months, as it was asked for and what came of it; `totals` is where a killed run goes on.
create table ruler_simulations (
  creditor_id uuid not null,
  id uuid not null,
  ruler_id uuid not null,
  from_on date not null,
  days integer not null check (days between 1 and 366),
  paid_bps integer not null check (paid_bps between 0 and 10000),
  paid_after_days integer not null check (paid_after_days between 1 and 60),
  status text not null check (status in ('queued', 'running', 'completed', 'failed')),
  people integer not null default 0,
  last_debtor_id uuid,
  totals jsonb,
  result jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  completed_at timestamptz,
  primary key (creditor_id, id),
  foreign key (creditor_id, ruler_id) references rulers,
  check ((status = 'completed') = (completed_at is not null)),
  check ((status = 'completed') = (result is not null))
);
create unique index one_ruler_simulation_at_a_time on ruler_simulations (creditor_id) where status in ('queued', 'running');
create index ruler_simulations_by_age on ruler_simulations (creditor_id, created_at);

-- Which people a creditor treats otherwise to learn what works. An arm is a keyed hash of experiment and person; who has come
-- into it, and when, is kept: outcomes count from that day.
create table experiments (
  creditor_id uuid not null references creditors,
  id uuid not null,
  ruler_code text not null,
  name text not null,
  -- Null: all steps that collect.
  steps text[],
  arms jsonb not null,
  outcome_days integer not null check (outcome_days between 1 and 180),
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (creditor_id, id)
);
create unique index one_running_experiment_per_ruler on experiments (creditor_id, ruler_code) where ended_at is null;

create table experiment_people (
  creditor_id uuid not null,
  experiment_id uuid not null,
  debtor_id uuid not null,
  arm text not null,
  entered_at timestamptz not null,
  primary key (creditor_id, experiment_id, debtor_id),
  foreign key (creditor_id, experiment_id) references experiments,
  foreign key (creditor_id, debtor_id) references debtors
);

alter table rulers enable row level security;
alter table ruler_steps_taken enable row level security;
alter table ruler_rounds enable row level security;
alter table ruler_simulations enable row level security;
alter table experiments enable row level security;
alter table experiment_people enable row level security;
create policy tenant on rulers using (creditor_id = current_creditor());
create policy tenant on ruler_steps_taken using (creditor_id = current_creditor());
create policy tenant on ruler_rounds using (creditor_id = current_creditor());
create policy tenant on ruler_simulations using (creditor_id = current_creditor());
create policy tenant on experiments using (creditor_id = current_creditor());
create policy tenant on experiment_people using (creditor_id = current_creditor());

grant select, insert on rulers, ruler_rounds, experiments, experiment_people to repactua_app;
grant select, insert, delete on ruler_steps_taken, ruler_simulations to repactua_app;
grant update (status, version, paused_at, published_at) on rulers to repactua_app;
grant update (last_debtor_id, people, messages, done_at) on ruler_rounds to repactua_app;
grant update (status, people, last_debtor_id, totals, result, updated_at, completed_at) on ruler_simulations to repactua_app;
grant update (ended_at) on experiments to repactua_app;

-- People are planned for by what they owe and have signed.
create index agreements_of_person_at_creditor on agreements (creditor_id, cpf_index);
create index offer_sheets_of_person_at_creditor on offer_sheets (creditor_id, cpf_index, created_at);
create index proposals_of_person_at_creditor on proposals (creditor_id, cpf_index);
create index disputes_of_person_at_creditor on disputes (creditor_id, cpf_index);

-- Clients made before this could not have asked for it.
update oauth_clients set scopes = scopes || array['rulers:read', 'rulers:write']
  where creditor_id is not null and 'settings:write' = any (scopes) and not 'rulers:write' = any (scopes);
