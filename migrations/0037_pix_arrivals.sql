-- Whether the account's key is used for this installation alone, and up to which instant its Pix have been looked through.
alter table pix_accounts add column holds_unknown boolean not null default false, add column swept_until timestamptz;
grant update (holds_unknown, swept_until) on pix_accounts to repactua_app;

-- Refunds that go back by Pix: so much of which Pix, under an id that is the refund's own and says the attempt. What a bank
-- refused stays, with its reason; another attempt is another row.
create table pix_refund_parts (
  creditor_id uuid not null,
  refund_id uuid not null,
  end_to_end_id text not null,
  attempt integer not null check (attempt between 1 and 99),
  amount_cents bigint not null check (amount_cents > 0),
  status text not null check (status in ('asked', 'processing', 'done', 'refused')),
  reason text,
  return_id text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (creditor_id, refund_id, end_to_end_id, attempt),
  foreign key (creditor_id, refund_id) references refunds,
  check (status <> 'done' or return_id is not null)
);
create index pix_refund_parts_open on pix_refund_parts (creditor_id, changed_at) where status in ('asked', 'processing');
alter table pix_refund_parts enable row level security;
create policy tenant on pix_refund_parts using (creditor_id = current_creditor());
grant select, insert on pix_refund_parts to repactua_app;
grant update (status, reason, return_id, changed_at) on pix_refund_parts to repactua_app;
