-- What a debtor was told that a change of a running plan would do. `document` is the JSON that was answered, with the exact
-- words that are signed; it names no person. Immutable, and good for its day only.
create table amendment_quotes (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  document text not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (creditor_id, id),
  foreign key (creditor_id, agreement_id) references agreements
);

-- A quote that was signed; it keeps the quote's id. One with `pay_cents` changes the schedule when that is paid by `pay_by`;
-- unpaid, it lapses by itself. The application writes none of this: two functions below do, under the agreement's lock.
create table amendments (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  sequence integer not null check (sequence > 0),
  kind text not null check (kind in ('move_due_date', 'skip', 'split', 'reage', 'pay_ahead', 'pay_off')),
  pay_cents bigint check (pay_cents > 0),
  pay_by date,
  challenge_id uuid not null,
  evidence_sealed bytea not null,
  signed_at timestamptz not null,
  applied_at timestamptz,
  primary key (creditor_id, id),
  unique (creditor_id, agreement_id, sequence),
  foreign key (creditor_id, id) references amendment_quotes,
  foreign key (creditor_id, agreement_id) references agreements,
  check ((pay_cents is null) = (pay_by is null) and (pay_cents is not null or applied_at is not null))
);

alter table amendment_quotes enable row level security;
alter table amendments enable row level security;
create policy tenant on amendment_quotes using (creditor_id = current_creditor());
create policy holder on amendment_quotes for select using (exists (select from agreements a where a.creditor_id = amendment_quotes.creditor_id and a.id = amendment_quotes.agreement_id));
create policy tenant on amendments using (creditor_id = current_creditor());
create policy holder on amendments for select using (exists (select from agreements a where a.creditor_id = amendments.creditor_id and a.id = amendments.agreement_id));

grant select, insert on amendment_quotes to repactua_app;
grant select on amendments to repactua_app;

-- The columns of a schedule inside a quote's document.
create type scheduled_installment as (number integer, "dueOn" date, "amountCents" bigint, "paidCents" bigint, status text);

-- Signs a quote and, where nothing has to be paid for it, changes the schedule: all or nothing, in one round trip, or says why
-- not. What is written comes from the quote itself, which must fit the schedule as it stands under the lock. Locks are taken
-- as a signature takes them: challenge, agreement, audit chain. It runs as its owner, since the application may change no
-- sum and no date of an installment.
create function sign_amendment(
  p_creditor_id uuid, p_agreement_id uuid, p_amendment_id uuid, p_cpf_index bytea, p_challenge_id uuid, p_code_mac bytea,
  p_now timestamptz, p_most_times integer, p_evidence_sealed bytea, p_event_id uuid, p_event jsonb, p_audit_payload text, p_audit_mac bytea
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  challenge challenges;
  agreement agreements;
  quote amendment_quotes;
  doc jsonb;
  is_signed boolean;
begin
  select * into challenge from challenges
    where id = p_challenge_id and purpose = 'signature' and cpf_index = p_cpf_index and agreement_id = p_agreement_id for update;
  if not found then return 'code_invalid'; end if;
  select * into agreement from agreements
    where creditor_id = p_creditor_id and id = p_agreement_id and cpf_index = p_cpf_index for update;
  if not found then return 'not_found'; end if;
  select * into quote from amendment_quotes where creditor_id = p_creditor_id and id = p_amendment_id and agreement_id = p_agreement_id;
  if not found then return 'not_found'; end if;
  if challenge.term_sha256 <> quote.sha256 then return 'term_changed'; end if;

  is_signed := exists (select from amendments where creditor_id = p_creditor_id and id = p_amendment_id);
  if challenge.used_at is not null then
    -- A double click: the same code for the same quote has signed already.
    return case when is_signed and challenge.code_mac = p_code_mac then 'signed_before' else 'code_used' end;
  end if;
  if is_signed then return 'amendment_signed'; end if;
  if agreement.status not in ('awaiting_first_payment', 'active') then return 'agreement_not_active'; end if;
  if quote.expires_at <= p_now then return 'amendment_quote_expired'; end if;
  if challenge.replaced_at is not null or challenge.expires_at <= p_now then return 'code_expired'; end if;
  if challenge.attempts >= 3 then return 'code_attempts_exceeded'; end if;
  if challenge.code_mac is null or challenge.code_mac <> p_code_mac then
    update challenges set attempts = attempts + 1 where id = p_challenge_id;
    return 'code_invalid';
  end if;

  doc := quote.document::jsonb;
  if p_most_times <= (select count(*) from amendments where creditor_id = p_creditor_id and agreement_id = p_agreement_id and kind = doc ->> 'kind') then
    return 'repair_times_used';
  end if;
  if exists (
    select from (select number, due_on, amount_cents, paid_cents, status from installments where creditor_id = p_creditor_id and agreement_id = p_agreement_id) i
      full join jsonb_populate_recordset(null::scheduled_installment, doc -> 'before') b
        on (i.number, i.due_on, i.amount_cents, i.paid_cents, i.status) = (b.number, b."dueOn", b."amountCents", b."paidCents", b.status)
    where i.number is null or b.number is null
  ) then return 'amendment_quote_outdated'; end if;

  update challenges set used_at = p_now where id = p_challenge_id;
  insert into amendments (creditor_id, id, agreement_id, sequence, kind, pay_cents, pay_by, challenge_id, evidence_sealed, signed_at, applied_at)
    select p_creditor_id, p_amendment_id, p_agreement_id, count(*) + 1, doc ->> 'kind', (doc #>> '{payNow,amountCents}')::bigint,
      (doc #>> '{payNow,payBy}')::date, p_challenge_id, p_evidence_sealed, p_now, case when doc -> 'payNow' = 'null' then p_now end
    from amendments where creditor_id = p_creditor_id and agreement_id = p_agreement_id;
  if doc -> 'payNow' = 'null' then
    insert into installments (creditor_id, agreement_id, number, due_on, amount_cents, status)
      select p_creditor_id, p_agreement_id, a.number, a."dueOn", a."amountCents", a.status
      from jsonb_populate_recordset(null::scheduled_installment, doc -> 'after') a
      where a.number in (select jsonb_array_elements_text(doc -> 'changed')::integer)
    on conflict (creditor_id, agreement_id, number) do update
      set due_on = excluded.due_on, amount_cents = excluded.amount_cents, status = excluded.status;
  end if;
  insert into outbox_events (creditor_id, id, type, subject, data, created_at)
    values (p_creditor_id, p_event_id, 'agreement.amended', 'agreement_' || p_agreement_id, p_event, p_now);
  perform append_audit(p_creditor_id, p_now, 'debtor', 'agreement.amended', 'agreement_' || p_agreement_id, p_audit_payload, p_audit_mac);
  return 'signed';
end $$;

-- Makes the latest amendment true that waited for a payment: sets what its installments come to, so that the payment closes
-- them. An amount of nought cancels an installment. The caller holds the agreement's lock and puts the payment on them next.
-- It changes amounts alone, and none below what was paid of it.
create function fulfil_amendment(
  p_creditor_id uuid, p_agreement_id uuid, p_amendment_id uuid, p_now timestamptz, p_paid_on date, p_numbers integer[], p_amounts bigint[]
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare changed integer;
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s amendment'; end if;
  update amendments set applied_at = p_now
    where creditor_id = p_creditor_id and agreement_id = p_agreement_id and id = p_amendment_id
      and pay_cents is not null and applied_at is null and p_paid_on <= pay_by
      and sequence = (select max(sequence) from amendments where creditor_id = p_creditor_id and agreement_id = p_agreement_id);
  if not found then raise exception 'amendment % waits for no payment', p_amendment_id; end if;
  update installments i
    set amount_cents = case when t.amount = 0 then i.amount_cents else t.amount end,
      status = case when t.amount = 0 then 'cancelled' else i.status end
    from unnest(p_numbers, p_amounts) as t(number, amount)
    where i.creditor_id = p_creditor_id and i.agreement_id = p_agreement_id and i.number = t.number
      and i.status in ('open', 'partly_paid') and t.amount >= i.paid_cents;
  get diagnostics changed = row_count;
  if changed <> cardinality(p_numbers) then raise exception 'amendment % does not fit its installments', p_amendment_id; end if;
end $$;

revoke execute on function sign_amendment, fulfil_amendment from public;
grant execute on function sign_amendment, fulfil_amendment to repactua_app;
