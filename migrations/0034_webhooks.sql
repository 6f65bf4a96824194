-- Where a creditor's systems hear of its news (decision 31). Secrets are sealed; after a rotation the one before stays good for a day.
create table webhook_endpoints (
  creditor_id uuid not null references creditors,
  id uuid not null,
  url text not null,
  description text,
  event_types text[] not null check (cardinality(event_types) > 0),
  secret_sealed bytea not null,
  old_secret_sealed bytea,
  old_secret_until timestamptz,
  enabled boolean not null,
  gone_at timestamptz,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  check ((old_secret_sealed is null) = (old_secret_until is null))
);

-- One event for one endpoint. `next_try_at` is moved ahead while somebody tries, so that no second worker does.
create table webhook_deliveries (
  creditor_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  status text not null check (status in ('pending', 'delivered', 'failed')),
  tries integer not null check (tries >= 0),
  next_try_at timestamptz,
  last_status integer,
  last_error text,
  delivered_at timestamptz,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, endpoint_id, event_id),
  foreign key (creditor_id, endpoint_id) references webhook_endpoints,
  foreign key (creditor_id, event_id) references outbox_events,
  check ((status = 'pending') = (next_try_at is not null)),
  check ((status = 'delivered') = (delivered_at is not null))
);
create index webhook_deliveries_due on webhook_deliveries (next_try_at) where status = 'pending';

-- `position` keeps the order in which changes of one object came, whatever the clocks of two processes say. `sequence` is given
-- when an event is relayed: who reads in its order never misses one that was committed late.
alter table outbox_events add column position bigint generated always as identity, add column sequence bigint;
create unique index outbox_events_in_order on outbox_events (creditor_id, sequence) where sequence is not null;

alter table webhook_endpoints enable row level security;
alter table webhook_deliveries enable row level security;
create policy tenant on webhook_endpoints using (creditor_id = current_creditor());
create policy tenant on webhook_deliveries using (creditor_id = current_creditor());
grant select, insert on webhook_endpoints, webhook_deliveries to repactua_app;
grant update (url, description, event_types, secret_sealed, old_secret_sealed, old_secret_until, enabled, gone_at) on webhook_endpoints to repactua_app;
grant update (status, tries, next_try_at, last_status, last_error, delivered_at) on webhook_deliveries to repactua_app;
grant update (sequence) on outbox_events to repactua_app;

-- The two questions that go across creditors; they tell ids and nothing else.
create function creditors_with_news(p_limit integer) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct creditor_id from outbox_events where relayed_at is null limit p_limit
$$;

-- Takes deliveries that are due, a few of each endpoint, so that a slow one does not hold up the others.
create function claim_deliveries(p_now timestamptz, p_until timestamptz, p_limit integer, p_each integer) returns table (creditor_id uuid, id uuid)
language sql security definer set search_path = public, pg_temp as $$
  update webhook_deliveries d set next_try_at = p_until
  from (
    select due.creditor_id, due.id from (
      select w.creditor_id, w.id, w.next_try_at, row_number() over (partition by w.creditor_id, w.endpoint_id order by w.next_try_at, w.id) as place
      from webhook_deliveries w join webhook_endpoints e on e.creditor_id = w.creditor_id and e.id = w.endpoint_id
      where w.status = 'pending' and w.next_try_at <= p_now and e.enabled
    ) due where place <= p_each order by next_try_at limit p_limit
  ) claimed
  where d.creditor_id = claimed.creditor_id and d.id = claimed.id and d.status = 'pending' and d.next_try_at <= p_now
  returning d.creditor_id, d.id
$$;
revoke execute on function creditors_with_news, claim_deliveries from public;
grant execute on function creditors_with_news, claim_deliveries to repactua_app;

-- Clients made before this could not have asked for it.
update oauth_clients set scopes = scopes || array['webhooks:read', 'webhooks:write']
  where creditor_id is not null and 'settings:write' = any (scopes) and not 'webhooks:write' = any (scopes);
