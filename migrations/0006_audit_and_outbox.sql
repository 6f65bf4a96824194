-- One chain of entries per creditor, and one of the installation itself (the nil creditor). An entry's `hash`
-- covers the entry before it; its `mac` is made outside the database over its payload, which names the hash of the
-- entry before it: who holds only the database can neither write an entry nor take one out from between. Only a
-- signature's payload, made before its place is known, does not name it; the entry after it does. Append-only by grants.
create table audit_entries (
  creditor_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  payload text not null,
  mac bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (creditor_id, sequence)
);
create table audit_heads (
  creditor_id uuid primary key,
  sequence bigint not null,
  hash bytea not null
);

-- The row lock on the head makes one chain of parallel writers. Gives back the hash of the last entry.
create function lock_audit_head(p_creditor_id uuid) returns bytea language plpgsql as $$
declare last_hash bytea;
begin
  insert into audit_heads values (p_creditor_id, 0, sha256('')) on conflict do nothing;
  select hash into last_hash from audit_heads where creditor_id = p_creditor_id for update;
  return last_hash;
end $$;

create function append_audit(p_creditor_id uuid, p_at timestamptz, p_actor text, p_action text, p_subject text, p_payload text, p_mac bytea)
returns bigint language plpgsql as $$
declare head audit_heads; next_hash bytea;
begin
  perform lock_audit_head(p_creditor_id);
  select * into head from audit_heads where creditor_id = p_creditor_id;
  next_hash := sha256(head.hash || p_mac || convert_to(p_payload, 'UTF8'));
  insert into audit_entries values (p_creditor_id, head.sequence + 1, p_at, p_actor, p_action, p_subject, p_payload, p_mac, head.hash, next_hash);
  update audit_heads set sequence = head.sequence + 1, hash = next_hash where creditor_id = p_creditor_id;
  return head.sequence + 1;
end $$;

-- News for other parts and other systems, written in the transaction that made it.
create table outbox_events (
  creditor_id uuid not null references creditors,
  id uuid not null,
  type text not null,
  subject text not null,
  data jsonb not null,
  created_at timestamptz not null,
  relayed_at timestamptz,
  primary key (creditor_id, id)
);
create index outbox_to_relay on outbox_events (created_at) where relayed_at is null;

-- Written in the same transaction as the effect, so that a key and its effect are both there or neither.
create table idempotency_keys (
  credential text not null,
  method text not null,
  path text not null,
  key text not null,
  fingerprint bytea not null,
  status integer not null,
  body_sealed bytea not null,
  created_at timestamptz not null,
  primary key (credential, method, path, key)
);

alter table audit_entries enable row level security;
alter table audit_heads enable row level security;
alter table outbox_events enable row level security;
create policy tenant on audit_entries using (creditor_id in (current_creditor(), '00000000-0000-0000-0000-000000000000'));
create policy tenant on audit_heads using (creditor_id in (current_creditor(), '00000000-0000-0000-0000-000000000000'));
create policy tenant on outbox_events using (creditor_id = current_creditor());

grant select, insert on audit_entries, audit_heads, outbox_events to repactua_app;
grant update (sequence, hash) on audit_heads to repactua_app;
grant update (relayed_at) on outbox_events to repactua_app;
grant select, insert, delete on idempotency_keys to repactua_app;
