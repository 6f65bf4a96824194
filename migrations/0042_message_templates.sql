-- A creditor's own texts for messages (decision 37). What was published is never changed: a new version takes its place.
create table message_templates (
  creditor_id uuid not null references creditors,
  id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9-]{2,39}$'),
  language text not null check (language in ('pt-BR', 'en')),
  purpose text not null check (purpose in ('collection', 'service')),
  variables jsonb not null,
  allows_amounts boolean not null,
  content jsonb not null,
  status text not null check (status in ('draft', 'published', 'superseded')),
  version integer,
  created_at timestamptz not null,
  published_at timestamptz,
  primary key (creditor_id, id),
  unique (creditor_id, key, language, version),
  check ((status = 'draft') = (version is null)),
  check ((version is null) = (published_at is null))
);
create unique index message_templates_in_use on message_templates (creditor_id, key, language) where status = 'published';

-- Tests that a creditor sends to an address of its own people: so many a day. The address is forgotten once it was written to.
create table template_tests (
  creditor_id uuid not null references creditors,
  id uuid not null,
  template text not null,
  channel text not null check (channel in ('email', 'sms', 'whatsapp', 'voice')),
  address_sealed bytea,
  outcome text check (outcome in ('accepted', 'refused', 'in_doubt', 'no_account')),
  asked_at timestamptz not null,
  primary key (creditor_id, id),
  check ((outcome is null) = (address_sealed is not null))
);
create index template_tests_by_day on template_tests (creditor_id, asked_at);

alter table message_templates enable row level security;
alter table template_tests enable row level security;
create policy tenant on message_templates using (creditor_id = current_creditor());
create policy tenant on template_tests using (creditor_id = current_creditor());
grant select, insert on message_templates, template_tests to repactua_app;
grant update (status, version, published_at) on message_templates to repactua_app;
grant update (address_sealed, outcome) on template_tests to repactua_app;

-- Clients made before this could not have asked for it.
update oauth_clients set scopes = scopes || array['templates:read', 'templates:write']
  where creditor_id is not null and 'settings:write' = any (scopes) and not 'templates:write' = any (scopes);
