-- Messages to people, of every channel and purpose, and what came of them (decision 35). A step is one message, however often it
-- is queued. `due_at` is when somebody looks at it next; while a worker has it, it lies ahead. What a template is filled with is sealed.
create table messages (
  creditor_id uuid not null references creditors,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  purpose text not null check (purpose in ('collection', 'service')),
  step_key text not null check (length(step_key) between 1 and 200),
  template_key text not null,
  values_sealed bytea not null,
  channels text[] not null check (cardinality(channels) between 1 and 5),
  debt_ids uuid[] not null,
  ruler_id uuid,
  step text,
  arm text,
  not_before timestamptz not null,
  not_after timestamptz not null,
  status text not null check (status in ('planned', 'sending', 'sent', 'delivered', 'read', 'failed', 'held', 'cancelled', 'expired')),
  due_at timestamptz,
  tries integer not null default 0 check (tries >= 0),
  channel text,
  -- Channels that are known not to have reached the person.
  failed_channels text[] not null default '{}',
  reason text,
  code text,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, step_key),
  foreign key (creditor_id, debtor_id) references debtors,
  check (not_before <= not_after),
  check ((status in ('planned', 'sending', 'held')) = (due_at is not null)),
  check ((status in ('failed', 'cancelled', 'expired')) = (ended_at is not null))
);
create index messages_due on messages (due_at) where due_at is not null;
create index messages_of_person on messages (cpf_index);
create index messages_of_debtor on messages (creditor_id, debtor_id, id);
create index messages_of_ruler on messages (creditor_id, ruler_id, id) where ruler_id is not null;

-- One call of a carrier, written down before it is made. What was sent stands here word for word, sealed, with its hash.
create table message_attempts (
  creditor_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  cpf_index bytea not null,
  channel text not null check (channel in ('email', 'sms', 'whatsapp', 'push', 'voice')),
  line text not null,
  address_index bytea not null,
  address_sealed bytea not null,
  content_sealed bytea not null,
  content_sha256 bytea not null,
  status text not null check (status in ('sending', 'in_doubt', 'accepted', 'not_sent', 'refused', 'bounced')),
  counts boolean not null,
  provider_message_id text,
  reason text,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (creditor_id, id),
  foreign key (creditor_id, message_id) references messages,
  check ((status in ('sending', 'in_doubt')) = (ended_at is null))
);
create index message_attempts_of_message on message_attempts (creditor_id, message_id, started_at);
create index message_attempts_of_person on message_attempts (cpf_index, started_at) where counts;
create index message_attempts_to_address on message_attempts (address_index, started_at) where counts;
create index message_attempts_by_provider on message_attempts (creditor_id, provider_message_id) where provider_message_id is not null;

-- What carriers told of an attempt. Their own words lie in the news that `news_id` names.
create table message_receipts (
  creditor_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  attempt_id uuid not null,
  kind text not null check (kind in ('sent', 'delivered', 'read', 'bounced', 'failed', 'complained')),
  reason text,
  news_id uuid,
  at timestamptz not null,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, attempt_id, kind),
  foreign key (creditor_id, message_id) references messages,
  foreign key (creditor_id, attempt_id) references message_attempts
);
create index message_receipts_of_message on message_receipts (creditor_id, message_id);

-- What a person wished of a creditor, or of all: then under the installation's own id, all zeros. History: a wish that is over
-- has an end, and a pause ends by itself.
create table contact_choices (
  creditor_id uuid not null,
  id uuid not null,
  cpf_index bytea not null,
  wish text not null check (wish in ('stop', 'allow')),
  channel text check (channel in ('email', 'sms', 'whatsapp', 'push', 'voice')),
  purpose text check (purpose in ('collection', 'service')),
  source text not null check (source in ('person', 'unsubscribe', 'complaint', 'creditor', 'reply', 'paid_claim')),
  until timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (creditor_id, id),
  check (until is null or wish = 'stop')
);
create unique index one_standing_choice on contact_choices (cpf_index, creditor_id, wish, coalesce(channel, ''), coalesce(purpose, '')) where ended_at is null and until is null;
create index contact_choices_of_person on contact_choices (cpf_index) where ended_at is null;

-- Where a person's browsers take push messages: the person's own, no creditor's.
create table push_subscriptions (
  id uuid primary key,
  cpf_index bytea not null,
  endpoint_index bytea not null unique,
  subscription_sealed bytea not null,
  created_at timestamptz not null
);
create index push_subscriptions_of_person on push_subscriptions (cpf_index, created_at);

-- Of the installation, by keyed index: addresses that take nothing, and numbers that a state's list blocks.
create table unreachable_addresses (
  channel text not null,
  address_index bytea not null,
  reason text not null,
  since timestamptz not null,
  primary key (channel, address_index)
);
create table blocked_phones (
  state text not null check (state ~ '^[A-Z]{2}$'),
  address_index bytea not null,
  list_id uuid not null,
  created_at timestamptz not null,
  primary key (address_index, state)
);
create index blocked_phones_of_state on blocked_phones (state);

-- A carrier's line, shared by all workers. `next_slot` is when its rate lets the next message go (GCRA); after failures in a row
-- it is closed until `open_until`, and then one message tries it. `down_since` is the first of those failures.
create table sending_lines (
  line text primary key,
  next_slot timestamptz not null,
  failures integer not null default 0,
  down_since timestamptz,
  closed_until timestamptz
);

alter table messages enable row level security;
alter table message_attempts enable row level security;
alter table message_receipts enable row level security;
alter table contact_choices enable row level security;
alter table push_subscriptions enable row level security;
create policy tenant on messages using (creditor_id = current_creditor());
create policy tenant on message_attempts using (creditor_id = current_creditor());
create policy tenant on message_receipts using (creditor_id = current_creditor());
create policy tenant on contact_choices using (creditor_id = current_creditor());
create policy person on contact_choices using (cpf_index = current_cpf_index());
create policy person on push_subscriptions using (cpf_index = current_cpf_index());
grant select, insert on messages, message_attempts, message_receipts, contact_choices to repactua_app;
grant update (status, due_at, tries, channel, failed_channels, reason, code, sent_at, delivered_at, read_at, ended_at) on messages to repactua_app;
grant update (status, counts, provider_message_id, reason, ended_at) on message_attempts to repactua_app;
grant update (ended_at) on contact_choices to repactua_app;
grant select, insert, delete on push_subscriptions to repactua_app;
grant select, insert on unreachable_addresses to repactua_app;
grant select, insert, update, delete on blocked_phones to repactua_app;
grant select, insert, update on sending_lines to repactua_app;

-- Codes are looked up by people who are nobody here: the code alone tells when, by what and for whom a message went.
create table message_codes (
  code text primary key check (code ~ '^[2-9A-HJKMNP-Z]{8}$'),
  creditor_id uuid not null,
  message_id uuid not null,
  next text not null,
  link_until timestamptz not null,
  created_at timestamptz not null,
  unique (creditor_id, message_id),
  foreign key (creditor_id, message_id) references messages
);
alter table message_codes enable row level security;
create policy tenant on message_codes using (creditor_id = current_creditor());
create policy bearer on message_codes for select using (code = current_verification_code());
create policy bearer on messages for select using (exists (select from message_codes c where c.creditor_id = messages.creditor_id and c.message_id = messages.id and c.code = current_verification_code()));
grant select, insert on message_codes to repactua_app;

-- Takes messages that are due, a few of each creditor, so that a large one does not hold up the others; nobody else takes them before `p_until`.
create function claim_messages(p_now timestamptz, p_until timestamptz, p_limit integer, p_each integer) returns table (creditor_id uuid, id uuid)
language sql security definer set search_path = public, pg_temp as $$
  update messages m set due_at = p_until
  from (
    select free.creditor_id, free.id from (
      select d.creditor_id, d.id, d.due_at, row_number() over (partition by d.creditor_id order by d.due_at, d.id) as place
      from (
        select w.creditor_id, w.id, w.due_at from messages w
        where w.due_at <= p_now order by w.due_at limit p_limit * 4 for update skip locked
      ) d
    ) free where place <= p_each order by due_at limit p_limit
  ) claimed
  where m.creditor_id = claimed.creditor_id and m.id = claimed.id
  returning m.creditor_id, m.id
$$;

-- Holds a person and an address to the end of the transaction, in one order, so that caps over all creditors are counted by one at a time.
create function lock_contact(p_cpf_index bytea, p_address_indexes bytea[]) returns void
language plpgsql as $$
declare key bigint;
begin
  for key in select distinct k from (
    select hashtextextended('contact:' || encode(p_cpf_index, 'hex'), 0) as k
    union select hashtextextended('contact:' || encode(a, 'hex'), 0) from unnest(p_address_indexes) as a
  ) keys order by k loop
    perform pg_advisory_xact_lock(key);
  end loop;
end $$;

-- What went to people and to addresses of late, over all creditors: when and by what, and nothing of whom or of which debt.
-- Debts are named only where they are the asking creditor's.
create function contacts_before(p_cpf_indexes bytea[], p_address_indexes bytea[], p_since timestamptz)
returns table (cpf_index bytea, address_index bytea, at timestamptz, channel text, purpose text, debt_ids uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select case when a.cpf_index = any (p_cpf_indexes) then a.cpf_index end, case when a.address_index = any (p_address_indexes) then a.address_index end,
    a.started_at, a.channel, m.purpose, case when m.creditor_id = current_creditor() then m.debt_ids end
  from message_attempts a join messages m on m.creditor_id = a.creditor_id and m.id = a.message_id
  where a.counts and a.started_at > p_since and (a.cpf_index = any (p_cpf_indexes) or a.address_index = any (p_address_indexes))
$$;

-- The wishes of people that hold for the creditor who asks: those that are its own and those that are for all.
create function standing_choices(p_cpf_indexes bytea[], p_now timestamptz) returns setof contact_choices
language sql stable security definer set search_path = public, pg_temp as $$
  select * from contact_choices c
  where c.cpf_index = any (p_cpf_indexes) and c.ended_at is null and (c.until is null or c.until > p_now)
    and c.creditor_id in (current_creditor(), '00000000-0000-0000-0000-000000000000')
$$;

-- The next free place on a line, at most `p_ahead` from now; null where there is none so soon or the line is closed. After failures
-- in a row one message at a time tries it.
create function reserve_line(p_line text, p_interval interval, p_burst interval, p_ahead interval, p_retry interval, p_failures integer, p_now timestamptz) returns timestamptz
language plpgsql as $$
declare found sending_lines; place timestamptz;
begin
  insert into sending_lines (line, next_slot) values (p_line, p_now - p_burst) on conflict do nothing;
  select * into found from sending_lines where line = p_line for update;
  if found.closed_until > p_now then return null; end if;
  place := greatest(found.next_slot, p_now - p_burst);
  if place > p_now + p_ahead then return null; end if;
  update sending_lines set next_slot = place + p_interval, closed_until = case when failures >= p_failures then p_now + p_retry end where line = p_line;
  return greatest(place, p_now);
end $$;
revoke execute on function claim_messages, lock_contact, contacts_before, standing_choices, reserve_line from public;
grant execute on function claim_messages, lock_contact, contacts_before, standing_choices, reserve_line to repactua_app;

-- Clients made before this could not have asked for it.
update oauth_clients set scopes = scopes || array['messages:read', 'messages:write']
  where creditor_id is not null and 'settings:write' = any (scopes) and not 'messages:write' = any (scopes);
