-- Immutable once published: the application may change nothing but the state of publication.
create table policies (
  creditor_id uuid not null references creditors,
  id uuid not null,
  name text not null,
  rules jsonb not null,
  status text not null check (status in ('draft', 'published', 'superseded')),
  version integer,
  created_at timestamptz not null,
  published_at timestamptz,
  primary key (creditor_id, id),
  unique (creditor_id, version),
  check ((status = 'draft') = (version is null) and (status = 'draft') = (published_at is null))
);
create unique index one_policy_in_force on policies (creditor_id) where status = 'published';

-- What was offered, word for word. `document` is the JSON that was answered; it names no person.
create table offer_sheets (
  creditor_id uuid not null,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  policy_id uuid not null,
  document text not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, debtor_id) references debtors,
  foreign key (creditor_id, policy_id) references policies
);
create index offer_sheets_by_person on offer_sheets (cpf_index);

alter table policies enable row level security;
alter table offer_sheets enable row level security;
create policy tenant on policies using (creditor_id = current_creditor());
-- A person reads the policy in force of a creditor to whom they owe: the offers on their own page come from it.
create policy person on policies for select
  using (status = 'published' and creditor_id in (select d.creditor_id from debts d where d.cpf_index = current_cpf_index()));
create policy tenant on offer_sheets using (creditor_id = current_creditor());
create policy person on offer_sheets for select using (cpf_index = current_cpf_index());

grant select, insert on policies, offer_sheets to repactua_app;
grant update (status, version, published_at) on policies to repactua_app;
