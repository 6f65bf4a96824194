-- When a policy holds, for whom, with which campaigns; who asked for its publication and who approved it.
alter table policies
  add column valid_from date,
  add column valid_to date,
  add column audience jsonb,
  add column campaigns jsonb not null default '[]',
  add column project_indices boolean not null default false,
  add column asked_by uuid,
  add column asked_at timestamptz,
  add column approved_by uuid,
  add constraint policies_validity_check check (valid_from <= valid_to),
  drop constraint policies_status_check,
  add constraint policies_status_check check (status in ('draft', 'awaiting_approval', 'published', 'superseded')),
  drop constraint policies_check,
  add constraint policies_version_check check (
    (status in ('draft', 'awaiting_approval')) = (version is null) and (status in ('draft', 'awaiting_approval')) = (published_at is null)),
  add constraint policies_approval_check check (
    (asked_by is null) = (asked_at is null) and (status <> 'awaiting_approval' or asked_by is not null) and approved_by <> asked_by);
grant update (asked_by, asked_at, approved_by) on policies to repactua_app;
-- A version that is valid from a later day waits beside the one in force; of those that have begun the last one holds.
drop index one_policy_in_force;
create index policies_published on policies (creditor_id, version) where status = 'published';

-- A budget of discount belongs to a code, whatever version of the policy names it. The row lock makes parallel signatures
-- spend one after another; what is spent can pass the budget neither by a bug nor by hand.
create table campaigns (
  creditor_id uuid not null references creditors,
  code text not null,
  name text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  budget_cents bigint not null check (budget_cents > 0),
  spent_cents bigint not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (creditor_id, code),
  constraint campaigns_within_budget check (spent_cents between 0 and budget_cents)
);

-- What each signature spent, and what came back before anything was paid: once each. The rows of a code sum to what is spent.
create table campaign_spendings (
  creditor_id uuid not null,
  agreement_id uuid not null,
  code text not null,
  kind text not null check (kind in ('signed', 'returned')),
  cents bigint not null check (case kind when 'signed' then cents > 0 else cents < 0 end),
  created_at timestamptz not null,
  primary key (creditor_id, agreement_id, code, kind),
  foreign key (creditor_id, agreement_id) references agreements,
  foreign key (creditor_id, code) references campaigns
);

alter table campaigns enable row level security;
alter table campaign_spendings enable row level security;
create policy tenant on campaigns using (creditor_id = current_creditor());
-- A person's own page is priced by the campaigns that run.
create policy person on campaigns for select
  using (creditor_id in (select d.creditor_id from debts d where d.cpf_index = current_cpf_index()));
create policy tenant on campaign_spendings using (creditor_id = current_creditor());
grant select, insert on campaigns, campaign_spendings to repactua_app;
grant update (name, starts_on, ends_on, budget_cents, spent_cents, updated_at) on campaigns to repactua_app;

-- What a creditor decides about its own house. Everybody reads the card; only its creditor changes its settings.
alter table creditors
  add column four_eyes_publishing boolean not null default false,
  add column four_eyes_end_asked_by uuid,
  add column four_eyes_end_asked_at timestamptz,
  add column shows_barred_debts boolean not null default false,
  add constraint creditors_four_eyes_check check (
    (four_eyes_end_asked_by is null) = (four_eyes_end_asked_at is null) and (four_eyes_publishing or four_eyes_end_asked_by is null));
alter table creditors enable row level security;
create policy card on creditors for select using (true);
create policy birth on creditors for insert with check (true);
create policy own_settings on creditors for update using (id = current_creditor());
grant update (four_eyes_publishing, four_eyes_end_asked_by, four_eyes_end_asked_at, shows_barred_debts) on creditors to repactua_app;
grant update (revoked_at) on oauth_clients to repactua_app;
create index oauth_clients_by_creditor on oauth_clients (creditor_id);

-- Clients of creditors made before this could not have asked for these.
update oauth_clients set scopes = scopes || array(
    select new from unnest(array['clients:read', 'clients:write', 'settings:read', 'settings:write']) as new where not new = any (scopes))
  where creditor_id is not null;

-- Signs as migration 0007 does, and spends the budgets of the campaigns whose discounts the term holds. Locks are taken in
-- one order: challenge, agreement, debts, campaigns by code, audit chain.
drop function sign_agreement(uuid, uuid, bytea, uuid, bytea, bytea, timestamptz, integer[], date[], bigint[], text, bytea, uuid, jsonb, text, bytea);
create function sign_agreement(
  p_creditor_id uuid, p_agreement_id uuid, p_cpf_index bytea, p_challenge_id uuid, p_code_mac bytea, p_term_sha256 bytea,
  p_now timestamptz, p_numbers integer[], p_due_ons date[], p_amounts bigint[], p_verification_code text,
  p_evidence_sealed bytea, p_event_id uuid, p_event jsonb, p_audit_payload text, p_audit_mac bytea,
  p_campaign_codes text[] default '{}', p_campaign_cents bigint[] default '{}'
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
  perform 1 from campaigns where creditor_id = p_creditor_id and code = any (p_campaign_codes) order by code for update;
  if exists (
    select from unnest(p_campaign_codes, p_campaign_cents) as asked(code, cents)
      left join campaigns c on c.creditor_id = p_creditor_id and c.code = asked.code
      where c.code is null or c.budget_cents - c.spent_cents < asked.cents
  ) then return 'campaign_budget_spent'; end if;

  update challenges set used_at = p_now where id = p_challenge_id;
  update debts d set status = 'in_agreement', updated_at = p_now from agreement_debts ad
    where ad.creditor_id = p_creditor_id and ad.agreement_id = p_agreement_id and d.creditor_id = p_creditor_id and d.id = ad.debt_id;
  update agreement_debts set live = true where creditor_id = p_creditor_id and agreement_id = p_agreement_id;
  update agreements set status = 'awaiting_first_payment', signed_at = p_now, verification_code = p_verification_code
    where creditor_id = p_creditor_id and id = p_agreement_id;
  insert into installments (creditor_id, agreement_id, number, due_on, amount_cents)
    select p_creditor_id, p_agreement_id, n, due_on, amount from unnest(p_numbers, p_due_ons, p_amounts) as t(n, due_on, amount);
  update campaigns c set spent_cents = c.spent_cents + asked.cents, updated_at = p_now
    from unnest(p_campaign_codes, p_campaign_cents) as asked(code, cents) where c.creditor_id = p_creditor_id and c.code = asked.code;
  insert into campaign_spendings (creditor_id, agreement_id, code, kind, cents, created_at)
    select p_creditor_id, p_agreement_id, code, 'signed', cents, p_now from unnest(p_campaign_codes, p_campaign_cents) as asked(code, cents);
  insert into signatures values (p_creditor_id, p_agreement_id, p_challenge_id, p_term_sha256, p_evidence_sealed, p_now);
  insert into outbox_events (creditor_id, id, type, subject, data, created_at)
    values (p_creditor_id, p_event_id, 'agreement.signed', 'agreement_' || p_agreement_id, p_event, p_now);
  perform append_audit(p_creditor_id, p_now, 'debtor', 'agreement.signed', 'agreement_' || p_agreement_id, p_audit_payload, p_audit_mac);
  return 'signed';
end $$;
