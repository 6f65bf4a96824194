-- What creditors make of people's histories (decision 38). Each change is a new row: the version that decided can always be read.
create table profile_rules (
  creditor_id uuid not null references creditors,
  version integer not null check (version > 1),
  rules jsonb not null,
  created_at timestamptz not null,
  primary key (creditor_id, version)
);

-- Bands that a creditor brings from elsewhere; the newest one holds until its last day.
create table debtor_scores (
  creditor_id uuid not null,
  debtor_id uuid not null,
  version integer not null check (version > 0),
  band text not null check (band in ('low', 'medium', 'high')),
  score integer,
  reasons text[] not null,
  source text not null,
  valid_until date not null,
  created_at timestamptz not null,
  primary key (creditor_id, debtor_id, version),
  foreign key (creditor_id, debtor_id) references debtors
);

create table segments (
  creditor_id uuid not null references creditors,
  id uuid not null,
  version integer not null check (version > 0),
  name text not null,
  condition jsonb not null,
  created_at timestamptz not null,
  primary key (creditor_id, id, version)
);

-- A person asks that somebody looks at their profile (LGPD 20). What is said on both sides is sealed.
create table profile_reviews (
  creditor_id uuid not null,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  statement_sealed bytea,
  profile jsonb not null,
  status text not null check (status in ('open', 'kept', 'changed')),
  answer_by date not null,
  answer_sealed bytea,
  alarmed_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, debtor_id) references debtors,
  check ((status = 'open') = (ended_at is null)),
  check ((status = 'open') = (answer_sealed is null))
);
create unique index one_open_review_per_person on profile_reviews (creditor_id, debtor_id) where ended_at is null;
create index profile_reviews_by_person on profile_reviews (cpf_index);

alter table profile_rules enable row level security;
alter table debtor_scores enable row level security;
alter table segments enable row level security;
alter table profile_reviews enable row level security;
create policy tenant on profile_rules using (creditor_id = current_creditor());
create policy tenant on debtor_scores using (creditor_id = current_creditor());
create policy tenant on segments using (creditor_id = current_creditor());
create policy tenant on profile_reviews using (creditor_id = current_creditor());
create policy person on profile_reviews for select using (cpf_index = current_cpf_index());
grant select, insert on profile_rules, debtor_scores, segments, profile_reviews to repactua_app;
grant update (status, answer_sealed, alarmed_at, ended_at) on profile_reviews to repactua_app;

-- Clients made before this could not have asked for it.
update oauth_clients set scopes = scopes || array['segments:read', 'segments:write']
  where creditor_id is not null and 'settings:write' = any (scopes) and not 'segments:write' = any (scopes);
