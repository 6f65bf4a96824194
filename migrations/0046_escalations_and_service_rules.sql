-- Whether and how a creditor has debts listed at a bureau or protested (decision 41). No row, and an empty list of kinds, are off.
create table escalation_settings (
  creditor_id uuid primary key references creditors,
  kinds text[] not null check (kinds <@ array['listing', 'protest']),
  after_days integer not null check (after_days between 15 and 1800),
  answer_days integer not null check (answer_days between 10 and 90),
  least_cents bigint not null check (least_cents >= 0),
  automatic text not null check (automatic in ('nothing', 'proposing', 'requesting')),
  updated_at timestamptz not null
);

-- One way of a debt to a bureau or a registry, step by step. Nothing is requested without the proof that the notice reached the
-- person (CDC 43 §2; STJ, Tema 1.315); what was requested and may not stay has a day by which it is taken back.
create table escalations (
  creditor_id uuid not null,
  id uuid not null,
  debt_id uuid not null,
  cpf_index bytea not null,
  kind text not null check (kind in ('listing', 'protest')),
  state text not null check (state in ('proposed', 'noticed', 'proven', 'due', 'requested', 'confirmed', 'blocked', 'withdrawn', 'ended')),
  since timestamptz not null,
  contract_ended_on date,
  proof_provider text,
  proof_reference text,
  proof_delivered_at timestamptz,
  proof_sha256 text check (proof_sha256 ~ '^[0-9a-f]{64}$'),
  deadline_on date,
  asked_by uuid,
  asked_at timestamptz,
  institution text,
  reference text,
  confirmed_on date,
  block text,
  take_off_alarm_on date,
  take_off_on date,
  alarmed_at timestamptz,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, debt_id) references debts,
  check (num_nulls(proof_provider, proof_reference, proof_delivered_at, proof_sha256) in (0, 4)),
  check (state not in ('proven', 'due', 'requested', 'confirmed') or proof_sha256 is not null),
  check (state not in ('noticed', 'proven', 'due', 'requested', 'confirmed') or deadline_on is not null),
  check (take_off_on is null or proof_sha256 is not null),
  check ((asked_by is null) = (asked_at is null)),
  check (num_nulls(institution, reference, confirmed_on) in (0, 3)),
  check (state <> 'confirmed' or confirmed_on is not null),
  check (state <> 'blocked' or block is not null),
  check (num_nulls(take_off_alarm_on, take_off_on) in (0, 2))
);
-- One that was stopped before anything was requested is over: a new one begins with a new notice.
create unique index one_escalation_of_a_kind on escalations (creditor_id, debt_id, kind)
  where state not in ('withdrawn', 'ended') and (state <> 'blocked' or take_off_on is not null);
create index escalations_by_person on escalations (cpf_index);

-- What a creditor limits or takes back of its service when a debt is late (decision 41): the last set is in force, the others are history.
create table service_rules (
  creditor_id uuid not null references creditors,
  id uuid not null,
  rules jsonb not null,
  created_at timestamptz not null,
  primary key (creditor_id, id)
);

-- A service that will be limited for a debt, or is, in the words of the rule as they were.
create table service_restrictions (
  creditor_id uuid not null,
  id uuid not null,
  debt_id uuid not null,
  cpf_index bytea not null,
  rule_name text not null,
  limits text not null,
  comes_back text not null,
  state text not null check (state in ('noticed', 'limited', 'restored', 'called_off')),
  noticed_on date not null,
  limits_on date not null,
  limited_at timestamptz,
  ended_at timestamptz,
  cause text,
  restore_by date,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, debt_id) references debts,
  check (noticed_on < limits_on),
  check ((limited_at is not null) = (state in ('limited', 'restored'))),
  check ((state in ('restored', 'called_off')) = (ended_at is not null and cause is not null)),
  check ((state = 'restored') = (restore_by is not null))
);
create unique index one_restriction_of_a_rule on service_restrictions (creditor_id, debt_id, rule_name) where ended_at is null;
create index service_restrictions_by_person on service_restrictions (cpf_index);

alter table escalation_settings enable row level security;
alter table escalations enable row level security;
alter table service_rules enable row level security;
alter table service_restrictions enable row level security;
create policy tenant on escalation_settings using (creditor_id = current_creditor());
create policy tenant on escalations using (creditor_id = current_creditor());
create policy person on escalations for select using (cpf_index = current_cpf_index());
create policy tenant on service_rules using (creditor_id = current_creditor());
create policy tenant on service_restrictions using (creditor_id = current_creditor());
create policy person on service_restrictions for select using (cpf_index = current_cpf_index());
grant select, insert on escalation_settings, escalations, service_rules, service_restrictions to repactua_app;
grant update (kinds, after_days, answer_days, least_cents, automatic, updated_at) on escalation_settings to repactua_app;
grant update (state, since, proof_provider, proof_reference, proof_delivered_at, proof_sha256, deadline_on, asked_by, asked_at, institution, reference, confirmed_on, block, take_off_alarm_on, take_off_on, alarmed_at) on escalations to repactua_app;
grant update (state, limits_on, limited_at, ended_at, cause, restore_by) on service_restrictions to repactua_app;

-- Clients made before this could not have asked for it.
update oauth_clients set scopes = scopes || array['escalations:read', 'escalations:write']
  where creditor_id is not null and 'settings:write' = any (scopes) and not 'escalations:write' = any (scopes);
