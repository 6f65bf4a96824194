-- The debtor's own offer and its answer. What was offered never changes; the answer may come later, from a person. `plan` is
-- what is weighed: the payments in cents, the first being the down payment where there is one. `weighing` is what the
-- creditor sees of it; the debtor never does.
create table proposals (
  creditor_id uuid not null,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  policy_id uuid not null,
  asked_on date not null,
  monthly_cents bigint check (monthly_cents > 0),
  down_payment_cents bigint check (down_payment_cents > 0),
  due_day integer check (due_day between 1 and 31),
  first_due_on date,
  reason_sealed bytea,
  balance_cents bigint not null check (balance_cents > 0),
  plan jsonb,
  works jsonb,
  weighing jsonb,
  present_value_bps integer,
  second_approval_below_bps integer,
  decision text not null check (decision in ('accepted', 'countered', 'in_review', 'refused', 'lapsed')),
  reason_code text not null,
  decide_by timestamptz,
  decided_at timestamptz,
  offer_sheet_id uuid,
  option_id text,
  note text,
  internal_note text,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, debtor_id) references debtors,
  foreign key (creditor_id, policy_id) references policies,
  foreign key (creditor_id, offer_sheet_id) references offer_sheets,
  check (monthly_cents is not null or down_payment_cents is not null),
  check ((decision in ('accepted', 'countered')) = (offer_sheet_id is not null) and (offer_sheet_id is null) = (option_id is null)),
  check ((decision = 'in_review') = (decided_at is null) and (decision <> 'in_review' or (plan is not null and decide_by is not null)))
);
create index proposals_by_person on proposals (cpf_index);
create index proposals_in_review on proposals (creditor_id, decide_by) where decision = 'in_review';

create table proposal_debts (
  creditor_id uuid not null,
  proposal_id uuid not null,
  debt_id uuid not null,
  asked_on date not null,
  primary key (creditor_id, proposal_id, debt_id),
  foreign key (creditor_id, proposal_id) references proposals,
  foreign key (creditor_id, debt_id) references debts
);
create index proposal_debts_of_day on proposal_debts (creditor_id, debt_id, asked_on);

-- Who approved: under a share that the policy names it takes two different clients.
create table proposal_approvals (
  creditor_id uuid not null,
  proposal_id uuid not null,
  client_id uuid not null references oauth_clients,
  created_at timestamptz not null,
  primary key (creditor_id, proposal_id, client_id),
  foreign key (creditor_id, proposal_id) references proposals
);

alter table proposals enable row level security;
alter table proposal_debts enable row level security;
alter table proposal_approvals enable row level security;
create policy tenant on proposals using (creditor_id = current_creditor());
create policy person on proposals for select using (cpf_index = current_cpf_index());
create policy tenant on proposal_debts using (creditor_id = current_creditor());
create policy holder on proposal_debts for select using (exists (select from proposals p where p.creditor_id = proposal_debts.creditor_id and p.id = proposal_debts.proposal_id));
create policy tenant on proposal_approvals using (creditor_id = current_creditor());

grant select, insert on proposals, proposal_debts, proposal_approvals to repactua_app;
grant update (decision, reason_code, decided_at, offer_sheet_id, option_id, note, internal_note) on proposals to repactua_app;

-- Clients made before this could not have asked for it: who reads agreements reads offers, and who changes them decides.
update oauth_clients set scopes = scopes || '{proposals:read}' where creditor_id is not null and 'agreements:read' = any (scopes) and not 'proposals:read' = any (scopes);
update oauth_clients set scopes = scopes || '{proposals:write}' where creditor_id is not null and 'agreements:write' = any (scopes) and not 'proposals:write' = any (scopes);
