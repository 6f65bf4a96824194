-- Signs an agreement in one transaction and one round trip, or says why not. The arithmetic is done outside;
-- here the code, the states and the sums are checked under locks, taken in one order: challenge, agreement, debts
-- (by external id, as an import does it), audit chain.
-- A wrong code is counted, so refusals are answered, never raised.
create function sign_agreement(
  p_creditor_id uuid, p_agreement_id uuid, p_cpf_index bytea, p_challenge_id uuid, p_code_mac bytea, p_term_sha256 bytea,
  p_now timestamptz, p_numbers integer[], p_due_ons date[], p_amounts bigint[], p_verification_code text,
  p_evidence_sealed bytea, p_event_id uuid, p_event jsonb, p_audit_payload text, p_audit_mac bytea
) returns text language plpgsql as $$
declare
  challenge challenges;
  agreement agreements;
  debt_count integer;
begin
  perform set_config('app.creditor_id', p_creditor_id::text, true);

  select * into challenge from challenges
    where id = p_challenge_id and purpose = 'signature' and cpf_index = p_cpf_index and agreement_id = p_agreement_id for update;
  if not found then return 'code_invalid'; end if;
  select * into agreement from agreements
    where creditor_id = p_creditor_id and id = p_agreement_id and cpf_index = p_cpf_index for update;
  if not found then return 'not_found'; end if;

  if challenge.used_at is not null then
    -- A double click: the same code for the same term has signed already.
    return case when agreement.signed_at is not null and challenge.code_mac = p_code_mac then 'signed_before' else 'code_used' end;
  end if;
  if agreement.status <> 'awaiting_signature' then return 'agreement_not_awaiting_signature'; end if;
  if agreement.expires_at <= p_now then return 'agreement_expired'; end if;
  if agreement.term_sha256 <> p_term_sha256 or challenge.term_sha256 <> p_term_sha256 then return 'term_changed'; end if;
  if challenge.replaced_at is not null or challenge.expires_at <= p_now then return 'code_expired'; end if;
  if challenge.attempts >= 3 then return 'code_attempts_exceeded'; end if;
  if challenge.code_mac is null or challenge.code_mac <> p_code_mac then
    update challenges set attempts = attempts + 1 where id = p_challenge_id;
    return 'code_invalid';
  end if;
  if agreement.total_cents <> (select sum(amount) from unnest(p_amounts) amount) then
    raise exception 'installments do not sum to the total of agreement %', p_agreement_id;
  end if;

  perform 1 from debts d join agreement_debts ad on ad.creditor_id = d.creditor_id and ad.debt_id = d.id
    where ad.creditor_id = p_creditor_id and ad.agreement_id = p_agreement_id order by d.external_id for update of d;
  select count(*) into debt_count from debts d join agreement_debts ad on ad.creditor_id = d.creditor_id and ad.debt_id = d.id
    where ad.creditor_id = p_creditor_id and ad.agreement_id = p_agreement_id and d.status <> 'open';
  if debt_count > 0 then return 'debt_not_open'; end if;

  update challenges set used_at = p_now where id = p_challenge_id;
  update debts d set status = 'in_agreement', updated_at = p_now from agreement_debts ad
    where ad.creditor_id = p_creditor_id and ad.agreement_id = p_agreement_id and d.creditor_id = p_creditor_id and d.id = ad.debt_id;
  update agreement_debts set live = true where creditor_id = p_creditor_id and agreement_id = p_agreement_id;
  update agreements set status = 'awaiting_first_payment', signed_at = p_now, verification_code = p_verification_code
    where creditor_id = p_creditor_id and id = p_agreement_id;
  insert into installments (creditor_id, agreement_id, number, due_on, amount_cents)
    select p_creditor_id, p_agreement_id, n, due_on, amount from unnest(p_numbers, p_due_ons, p_amounts) as t(n, due_on, amount);
  insert into signatures values (p_creditor_id, p_agreement_id, p_challenge_id, p_term_sha256, p_evidence_sealed, p_now);
  insert into outbox_events (creditor_id, id, type, subject, data, created_at)
    values (p_creditor_id, p_event_id, 'agreement.signed', 'agreement_' || p_agreement_id, p_event, p_now);
  perform append_audit(p_creditor_id, p_now, 'debtor', 'agreement.signed', 'agreement_' || p_agreement_id, p_audit_payload, p_audit_mac);
  return 'signed';
end $$;
