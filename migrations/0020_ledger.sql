-- The books: what an agreement is worth to its creditor, by double entry (decision 20). An entry is what one event moved;
-- `source_id` is what made it: the agreement, the amendment or the payment. Immutable: the application may read them and call
-- `post_entry`, which refuses what does not balance, and nothing else.
create table ledger_entries (
  creditor_id uuid not null,
  id uuid not null,
  event text not null check (event in ('opened', 'agreed', 'amended', 'discounted', 'paid', 'settled', 'reopened', 'novated')),
  agreement_id uuid not null,
  source_id uuid not null,
  posted_at timestamptz not null,
  primary key (creditor_id, id),
  unique (creditor_id, event, source_id),
  foreign key (creditor_id, agreement_id) references agreements
);
create index ledger_entries_by_agreement on ledger_entries (creditor_id, agreement_id);

create table ledger_lines (
  creditor_id uuid not null,
  entry_id uuid not null,
  line integer not null,
  account text not null check (account in (
    'debts', 'receivable', 'bank', 'conditional_discount', 'realised_discount', 'interest_to_come', 'interest_income', 'late_charges')),
  side text not null check (side in ('debit', 'credit')),
  cents bigint not null check (cents > 0),
  installment_number integer check (installment_number > 0),
  debt_id uuid,
  primary key (creditor_id, entry_id, line),
  foreign key (creditor_id, entry_id) references ledger_entries,
  foreign key (creditor_id, debt_id) references debts
);

alter table ledger_entries enable row level security;
alter table ledger_lines enable row level security;
create policy tenant on ledger_entries using (creditor_id = current_creditor());
create policy tenant on ledger_lines using (creditor_id = current_creditor());
grant select on ledger_entries, ledger_lines to repactua_app;

-- A line as it is sent: a debit is positive, a credit negative.
create type posted_line as (account text, cents bigint, "installmentNumber" integer, "debtId" uuid);

-- Writes one entry with its lines, or raises. The only writer of the books: it runs as their owner.
create function post_entry(p_creditor_id uuid, p_entry jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare total bigint; lines integer;
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s books'; end if;
  select sum(cents), count(*) into total, lines from jsonb_populate_recordset(null::posted_line, p_entry -> 'lines');
  if lines < 2 or total <> 0 then raise exception 'entry % does not balance', p_entry ->> 'id'; end if;
  insert into ledger_entries (creditor_id, id, event, agreement_id, source_id, posted_at)
    values (p_creditor_id, (p_entry ->> 'id')::uuid, p_entry ->> 'event', (p_entry ->> 'agreementId')::uuid, (p_entry ->> 'sourceId')::uuid, (p_entry ->> 'postedAt')::timestamptz);
  insert into ledger_lines (creditor_id, entry_id, line, account, side, cents, installment_number, debt_id)
    select p_creditor_id, (p_entry ->> 'id')::uuid, l.line, l.account, case when l.cents > 0 then 'debit' else 'credit' end, abs(l.cents), l."installmentNumber", l."debtId"
    from rows from (jsonb_populate_recordset(null::posted_line, p_entry -> 'lines')) with ordinality as l(account, cents, "installmentNumber", "debtId", line);
end $$;

-- A signature and its entry are one call, as a signature is (decision 6): all or nothing.
create function sign_agreement_into_books(
  p_entry jsonb, p_creditor_id uuid, p_agreement_id uuid, p_cpf_index bytea, p_challenge_id uuid, p_code_mac bytea, p_term_sha256 bytea,
  p_now timestamptz, p_numbers integer[], p_due_ons date[], p_amounts bigint[], p_verification_code text,
  p_evidence_sealed bytea, p_event_id uuid, p_event jsonb, p_audit_payload text, p_audit_mac bytea,
  p_campaign_codes text[], p_campaign_cents bigint[]
) returns text language plpgsql as $$
declare outcome text;
begin
  outcome := sign_agreement(p_creditor_id, p_agreement_id, p_cpf_index, p_challenge_id, p_code_mac, p_term_sha256, p_now, p_numbers, p_due_ons,
    p_amounts, p_verification_code, p_evidence_sealed, p_event_id, p_event, p_audit_payload, p_audit_mac, p_campaign_codes, p_campaign_cents);
  if outcome = 'signed' then perform post_entry(p_creditor_id, p_entry); end if;
  return outcome;
end $$;

-- The same for an amendment. Without an entry where it moves no money, or waits for its payment.
create function sign_amendment_into_books(
  p_entry jsonb, p_creditor_id uuid, p_agreement_id uuid, p_amendment_id uuid, p_cpf_index bytea, p_challenge_id uuid, p_code_mac bytea,
  p_now timestamptz, p_most_times integer, p_evidence_sealed bytea, p_event_id uuid, p_event jsonb, p_audit_payload text, p_audit_mac bytea
) returns text language plpgsql as $$
declare outcome text;
begin
  outcome := sign_amendment(p_creditor_id, p_agreement_id, p_amendment_id, p_cpf_index, p_challenge_id, p_code_mac, p_now, p_most_times,
    p_evidence_sealed, p_event_id, p_event, p_audit_payload, p_audit_mac);
  if outcome = 'signed' and p_entry is not null then
    perform set_config('app.creditor_id', p_creditor_id::text, true);
    perform post_entry(p_creditor_id, p_entry);
  end if;
  return outcome;
end $$;

revoke execute on function post_entry, sign_agreement_into_books, sign_amendment_into_books from public;
grant execute on function post_entry, sign_agreement_into_books, sign_amendment_into_books to repactua_app;

-- Clients of creditors made before this could not have asked for it.
update oauth_clients set scopes = scopes || array['payments:read']
  where creditor_id is not null and 'payments:write' = any (scopes) and not 'payments:read' = any (scopes);

-- What was signed before there were books is carried over as it stands today, one entry an agreement, with the agreement's own
-- id. Interest is what balances: all amendments until now are in it.
with stands as (
  select a.creditor_id, a.id as agreement_id, a.total_cents,
    case when a.status in ('cancelled', 'broken') and coalesce(a.option_document::jsonb #>> '{breakRule,effect}' = 'novation' and a.status = 'broken', false) then 'novated'
      when a.status in ('cancelled', 'broken') then 'reopened'
      when a.status = 'settled' then 'settled' else 'running' end as kind,
    greatest(a.balance_cents + (a.option_document::jsonb ->> 'interestCents')::bigint - a.total_cents, 0) + (
      select coalesce(sum((s.signed ->> 'amountCents')::bigint - i.amount_cents), 0) from installments i
        join jsonb_array_elements(a.option_document::jsonb -> 'installments') as s(signed) on (s.signed ->> 'number')::integer = i.number
        join jsonb_array_elements(a.option_document::jsonb #> '{earlyPayment,installments}') as e(early) on (e.early ->> 'number')::integer = i.number
      where i.creditor_id = a.creditor_id and i.agreement_id = a.id and i.status = 'paid' and i.amount_cents = (e.early ->> 'amountCents')::bigint) as discount,
    (select coalesce(sum(i.amount_cents), 0) from installments i where i.creditor_id = a.creditor_id and i.agreement_id = a.id and i.status <> 'cancelled') as living,
    (select coalesce(sum(i.paid_cents), 0) from installments i where i.creditor_id = a.creditor_id and i.agreement_id = a.id) as paid
  from agreements a where a.signed_at is not null
), moved as (
  select creditor_id, agreement_id, 1 as place, 'receivable' as account, case kind when 'running' then living else paid end as cents, null::integer as number, null::uuid as debt_id from stands
  union all select creditor_id, agreement_id, 2, 'bank', paid, null, null from stands
  union all select s.creditor_id, s.agreement_id, 3, 'receivable', -i.paid_cents, i.number, null
    from stands s join installments i using (creditor_id, agreement_id)
  union all select creditor_id, agreement_id, 4, case kind when 'running' then 'conditional_discount' else 'realised_discount' end, discount, null, null
    from stands where kind <> 'reopened'
  union all select s.creditor_id, s.agreement_id, 5, 'debts', -ad.balance_cents, null, ad.debt_id
    from stands s join agreement_debts ad using (creditor_id, agreement_id) where s.kind <> 'reopened'
  union all select s.creditor_id, s.agreement_id, 5, 'debts', -p.cents, null, p.debt_id
    from stands s join debt_payments p using (creditor_id, agreement_id) where s.kind = 'reopened'
  union all select s.creditor_id, s.agreement_id, 6, 'debts', d.principal_cents, null, d.id
    from stands s join debts d on d.creditor_id = s.creditor_id and d.external_id like 'novation:' || s.agreement_id || ':%' where s.kind = 'novated'
), balanced as (
  select * from moved
  union all select m.creditor_id, m.agreement_id, 7, case s.kind when 'running' then 'interest_to_come' else 'interest_income' end, -sum(m.cents)::bigint, null, null
    from moved m join stands s using (creditor_id, agreement_id) group by m.creditor_id, m.agreement_id, s.kind
), numbered as (
  select *, row_number() over (partition by creditor_id, agreement_id order by place, number, debt_id) as line from balanced where cents <> 0
), opened as (
  insert into ledger_entries (creditor_id, id, event, agreement_id, source_id, posted_at)
    select distinct creditor_id, agreement_id, 'opened', agreement_id, agreement_id, now() from numbered
)
insert into ledger_lines (creditor_id, entry_id, line, account, side, cents, installment_number, debt_id)
  select creditor_id, agreement_id, line, account, case when cents > 0 then 'debit' else 'credit' end, abs(cents), number, debt_id from numbered;
