-- By which carriers a creditor sends: one account a channel. What signs calls, opens doors and checks what comes back is sealed.
create table channel_accounts (
  creditor_id uuid not null references creditors,
  channel text not null check (channel in ('email', 'sms', 'whatsapp', 'voice')),
  id uuid not null,
  provider text not null check (provider in ('smtp', 'twilio', 'zenvia', 'meta')),
  base_url text,
  account text,
  sender text,
  settings jsonb not null,
  secrets_sealed bytea not null,
  rate_per_second integer not null check (rate_per_second between 1 and 1000),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (creditor_id, channel),
  unique (creditor_id, id),
  check ((provider = 'smtp') = (channel = 'email')),
  check ((provider = 'smtp') = (base_url is null))
);

-- What providers told, as it came and sealed: evidence of what was sent, delivered, read and answered. Told twice it is kept once.
create table carrier_news (
  creditor_id uuid not null references creditors,
  id uuid not null,
  channel text not null check (channel in ('email', 'sms', 'whatsapp', 'voice')),
  provider text not null check (provider in ('smtp', 'twilio', 'zenvia', 'meta')),
  event_key bytea not null,
  raw_sealed bytea not null,
  received_at timestamptz not null,
  read_at timestamptz,
  primary key (creditor_id, id),
  unique (creditor_id, event_key)
);

-- Texts that WhatsApp lets a creditor begin a conversation with. `provider_id` is what the provider calls one; `fields` name
-- its places in order, where the provider wants names. What was told of it last, by the provider's own clock, is `told_at`.
create table whatsapp_templates (
  creditor_id uuid not null references creditors,
  name text not null,
  language text not null,
  status text not null check (status in ('waiting', 'pending', 'approved', 'rejected', 'paused', 'disabled')),
  category text not null check (category in ('utility', 'marketing')),
  body text not null,
  examples text[] not null,
  fields text[] not null,
  provider_id text,
  reason text,
  told_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (creditor_id, name, language)
);

do $$
declare name text;
begin
  foreach name in array array['channel_accounts', 'carrier_news', 'whatsapp_templates'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I using (creditor_id = current_creditor())', name);
  end loop;
end $$;
grant select, insert, delete on channel_accounts to repactua_app;
grant update (provider, base_url, account, sender, settings, secrets_sealed, rate_per_second, changed_at) on channel_accounts to repactua_app;
grant select, insert on carrier_news to repactua_app;
grant update (read_at) on carrier_news to repactua_app;
grant select, insert on whatsapp_templates to repactua_app;
grant update (status, category, body, examples, fields, provider_id, reason, told_at, changed_at) on whatsapp_templates to repactua_app;
