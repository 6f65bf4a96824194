-- Answering by message (decision 40). A thread is one address at one account of a creditor; it may be of several people, or of
-- nobody on file. `identified_*` is who proved to be writing, and until when; `pending` what they wanted before they were asked.
create table conversations (
  creditor_id uuid not null references creditors,
  id uuid not null,
  channel text not null check (channel in ('sms', 'whatsapp')),
  account_id uuid not null,
  address_index bytea not null,
  address_sealed bytea not null,
  language text not null check (language in ('pt', 'en')),
  state text not null check (state in ('idle', 'asked_identity', 'asked_day', 'asked_option', 'asked_reference', 'waiting', 'with_person', 'stopped')),
  unknowns integer not null default 0,
  mistakes integer not null default 0,
  identified_debtor_id uuid,
  identified_until timestamptz,
  pending jsonb,
  last_position integer not null default 0,
  heard_at timestamptz not null,
  waiting_since timestamptz,
  waiting_for text,
  alarmed_at timestamptz,
  claimed_by text,
  claimed_until timestamptz,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, account_id, address_index),
  check ((identified_debtor_id is null) = (identified_until is null)),
  check (state <> 'waiting' or waiting_since is not null)
);
create index conversations_waiting on conversations (creditor_id, waiting_since) where waiting_since is not null;

-- Both ways, word for word, sealed. What goes out is handed to the carrier in its order; `id` is the attempt that the carrier knows.
create table conversation_messages (
  creditor_id uuid not null,
  conversation_id uuid not null,
  position integer not null,
  id uuid not null,
  author text not null check (author in ('person', 'machine', 'agent')),
  agent text,
  channel text not null,
  account_id uuid not null,
  provider_message_id text,
  heard text,
  text_sealed bytea not null,
  status text not null check (status in ('received', 'planned', 'sending', 'sent', 'in_doubt', 'failed')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (creditor_id, conversation_id, position),
  foreign key (creditor_id, conversation_id) references conversations,
  check ((author = 'person') = (status = 'received')),
  check ((author = 'agent') = (agent is not null))
);
create unique index one_message_of_a_provider on conversation_messages (creditor_id, account_id, provider_message_id) where author = 'person';

-- A day on which a person said they would pay. Rulers are silent until it is over; what came of it is written down by the night.
create table promises (
  creditor_id uuid not null,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  conversation_id uuid not null,
  promised_on date not null,
  status text not null check (status in ('pending', 'kept', 'missed', 'replaced', 'void')),
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (creditor_id, id),
  foreign key (creditor_id, debtor_id) references debtors,
  foreign key (creditor_id, conversation_id) references conversations,
  check ((status = 'pending') = (ended_at is null))
);
create unique index one_pending_promise on promises (creditor_id, debtor_id) where status = 'pending';
create index promises_of_debtor on promises (creditor_id, debtor_id, created_at);

alter table conversations enable row level security;
alter table conversation_messages enable row level security;
alter table promises enable row level security;
create policy tenant on conversations using (creditor_id = current_creditor());
create policy tenant on conversation_messages using (creditor_id = current_creditor());
create policy tenant on promises using (creditor_id = current_creditor());
grant select, insert on conversations, conversation_messages, promises to repactua_app;
grant update (language, state, unknowns, mistakes, identified_debtor_id, identified_until, pending, last_position, heard_at, waiting_since, waiting_for, alarmed_at, claimed_by, claimed_until) on conversations to repactua_app;
grant update (provider_message_id, status, changed_at) on conversation_messages to repactua_app;
grant update (status, ended_at) on promises to repactua_app;

-- Whose number wrote. The night fills it for people who were there before.
alter table debtors add column phone_index bytea;
alter table debt_import_rows add column phone_index bytea;
create index debtors_by_phone on debtors (creditor_id, phone_index) where phone_index is not null;
create index debtors_without_phone_index on debtors (creditor_id) where phone_sealed is not null and phone_index is null;

-- Amounts are told by WhatsApp, after identity, where the creditor wants it.
alter table creditors add column tells_balances boolean not null default false,
  add column answer_hours integer not null default 4 check (answer_hours between 1 and 45);
grant update (tells_balances, answer_hours) on creditors to repactua_app;

-- Clients made before this could not have asked for it.
update oauth_clients set scopes = scopes || array['conversations:read', 'conversations:write']
  where creditor_id is not null and 'settings:write' = any (scopes) and not 'conversations:write' = any (scopes);
