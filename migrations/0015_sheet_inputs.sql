-- What a sheet was made of, in full: rules with their floors, terms, index months, law. It is the creditor's alone to read,
-- and the document can be written again from it. Null for sheets that are older than this column.
alter table offer_sheets add column inputs text;

-- Takes the discount for paying early off installments, to the amounts that were signed and until the days that were signed.
-- One that was paid in part or changed since is as it is. It runs as its owner, since the application may change no amount.
create function pay_early(p_creditor_id uuid, p_agreement_id uuid, p_numbers integer[], p_paid_on date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare changed integer;
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s agreement'; end if;
  update installments i set amount_cents = (e.early ->> 'amountCents')::bigint
    from agreements a,
      jsonb_array_elements(a.option_document::jsonb #> '{earlyPayment,installments}') as e(early),
      jsonb_array_elements(a.option_document::jsonb -> 'installments') as s(signed)
    where a.creditor_id = p_creditor_id and a.id = p_agreement_id and i.creditor_id = p_creditor_id and i.agreement_id = p_agreement_id
      and i.number = any(p_numbers) and i.number = (e.early ->> 'number')::integer and i.number = (s.signed ->> 'number')::integer
      and i.status = 'open' and i.paid_cents = 0 and i.amount_cents = (s.signed ->> 'amountCents')::bigint
      and i.due_on = (s.signed ->> 'dueOn')::date and p_paid_on <= (e.early ->> 'payBy')::date and (e.early ->> 'amountCents')::bigint > 0;
  get diagnostics changed = row_count;
  if changed <> cardinality(p_numbers) then raise exception 'nothing was signed for paying these installments of % early', p_agreement_id; end if;
end $$;

revoke execute on function pay_early from public;
grant execute on function pay_early to repactua_app;

-- Clients made before this could not have asked to read sheets.
update oauth_clients set scopes = scopes || '{offers:read}' where creditor_id is not null and 'offers:write' = any (scopes) and not 'offers:read' = any (scopes);
