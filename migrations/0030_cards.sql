-- Cards are off unless a creditor has an account at a provider of checkout pages. Key and signing secret are sealed. No number
-- of a card ever comes here: the page is the provider's.
alter table creditors add column accepts_card boolean not null default false;
grant update (accepts_card) on creditors to repactua_app;

create table card_accounts (
  creditor_id uuid primary key references creditors,
  provider text not null check (provider in ('stripe')),
  base_url text not null,
  secrets_sealed bytea not null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);

-- A page of the provider on which one installment can be paid. It is written down before the provider is asked, so that an
-- answer that gets lost is asked for again and not made twice. `payment_intent` is the provider's id of the payment.
create table card_checkouts (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  amount_cents bigint not null check (amount_cents > 0),
  status text not null check (status in ('asked', 'open', 'paid', 'expired', 'refused')),
  session_id text,
  url text,
  payment_intent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, session_id),
  unique (creditor_id, payment_intent),
  foreign key (creditor_id, agreement_id, installment_number) references installments,
  check (status in ('asked', 'refused') or (session_id is not null and url is not null)),
  check ((status = 'paid') = (payment_intent is not null))
);
create unique index one_standing_card_checkout on card_checkouts (creditor_id, agreement_id, installment_number, amount_cents) where status in ('asked', 'open');
create index card_checkouts_open on card_checkouts (creditor_id, expires_at) where status in ('asked', 'open');

alter table card_accounts enable row level security;
alter table card_checkouts enable row level security;
create policy tenant on card_accounts using (creditor_id = current_creditor());
create policy tenant on card_checkouts using (creditor_id = current_creditor());
grant select, insert, delete on card_accounts to repactua_app;
grant update (base_url, secrets_sealed, changed_at) on card_accounts to repactua_app;
grant select, insert on card_checkouts to repactua_app;
grant update (status, session_id, url, payment_intent) on card_checkouts to repactua_app;
