-- The schema after all migrations, read from the catalog. Written by `npm run schema:dump`, not by hand.

create table agreement_debts (
  creditor_id uuid not null,
  agreement_id uuid not null,
  debt_id uuid not null,
  external_id text not null,
  description text,
  balance_cents bigint not null,
  total_cents bigint not null,
  live boolean default false not null,
  constraint agreement_debts_pkey PRIMARY KEY (creditor_id, agreement_id, debt_id),
  constraint agreement_debts_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id),
  constraint agreement_debts_creditor_id_debt_id_fkey FOREIGN KEY (creditor_id, debt_id) REFERENCES debts(creditor_id, id),
  constraint agreement_debts_balance_cents_check CHECK ((balance_cents > 0)),
  constraint agreement_debts_total_cents_check CHECK ((total_cents >= 0))
);
CREATE UNIQUE INDEX one_live_agreement_per_debt ON agreement_debts USING btree (creditor_id, debt_id) WHERE live;
alter table agreement_debts enable row level security;
create policy holder on agreement_debts for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = agreement_debts.creditor_id) AND (a.id = agreement_debts.agreement_id))));
create policy tenant on agreement_debts for all to public using (creditor_id = current_creditor());
grant insert, select, update (live) on agreement_debts to repactua_app;

create table agreements (
  creditor_id uuid not null,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  offer_sheet_id uuid,
  option_id text not null,
  option_document text not null,
  due_day integer not null,
  status text not null,
  balance_cents bigint not null,
  total_cents bigint not null,
  term_sealed bytea not null,
  term_sha256 bytea not null,
  expires_at timestamp with time zone not null,
  verification_code text,
  signed_at timestamp with time zone,
  settled_at timestamp with time zone,
  cancellation_reason text,
  cancellation_note text,
  cancelled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  voluntary boolean default false not null,
  break_notice_on date,
  broken_at timestamp with time zone,
  court_order jsonb,
  withdrawn_at timestamp with time zone,
  constraint agreements_pkey PRIMARY KEY (creditor_id, id),
  constraint agreements_verification_code_key UNIQUE (verification_code),
  constraint agreements_creditor_id_debtor_id_fkey FOREIGN KEY (creditor_id, debtor_id) REFERENCES debtors(creditor_id, id),
  constraint agreements_creditor_id_offer_sheet_id_fkey FOREIGN KEY (creditor_id, offer_sheet_id) REFERENCES offer_sheets(creditor_id, id),
  constraint agreements_balance_cents_check CHECK ((balance_cents > 0)),
  constraint agreements_from_sheet_or_court CHECK (((offer_sheet_id IS NULL) = (court_order IS NOT NULL))),
  constraint agreements_status_check CHECK ((status = ANY (ARRAY['awaiting_signature'::text, 'awaiting_first_payment'::text, 'active'::text, 'settled'::text, 'broken'::text, 'cancelled'::text, 'withdrawn'::text, 'expired'::text]))),
  constraint agreements_total_cents_check CHECK ((total_cents > 0))
);
CREATE INDEX agreements_by_person ON agreements USING btree (cpf_index);
CREATE INDEX agreements_in_course ON agreements USING btree (creditor_id, id) WHERE (status = ANY (ARRAY['awaiting_first_payment'::text, 'active'::text]));
CREATE INDEX agreements_of_person_at_creditor ON agreements USING btree (creditor_id, cpf_index);
CREATE INDEX agreements_to_expire ON agreements USING btree (creditor_id, expires_at) WHERE (status = 'awaiting_signature'::text);
alter table agreements enable row level security;
create policy paper on agreements for select to public using (verification_code = current_verification_code());
create policy person on agreements for select to public using (cpf_index = current_cpf_index());
create policy tenant on agreements for all to public using (creditor_id = current_creditor());
grant insert, select, update (break_notice_on, broken_at, cancellation_note, cancellation_reason, cancelled_at, settled_at, signed_at, status, verification_code, withdrawn_at) on agreements to repactua_app;

create table amendment_quotes (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  document text not null,
  sha256 bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint amendment_quotes_pkey PRIMARY KEY (creditor_id, id),
  constraint amendment_quotes_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id)
);
alter table amendment_quotes enable row level security;
create policy holder on amendment_quotes for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = amendment_quotes.creditor_id) AND (a.id = amendment_quotes.agreement_id))));
create policy tenant on amendment_quotes for all to public using (creditor_id = current_creditor());
grant insert, select on amendment_quotes to repactua_app;

create table amendments (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  sequence integer not null,
  kind text not null,
  pay_cents bigint,
  pay_by date,
  challenge_id uuid not null,
  evidence_sealed bytea not null,
  signed_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  paid_by uuid,
  undone_at timestamp with time zone,
  constraint amendments_pkey PRIMARY KEY (creditor_id, id),
  constraint amendments_creditor_id_agreement_id_sequence_key UNIQUE (creditor_id, agreement_id, sequence),
  constraint amendments_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id),
  constraint amendments_creditor_id_id_fkey FOREIGN KEY (creditor_id, id) REFERENCES amendment_quotes(creditor_id, id),
  constraint amendments_check CHECK ((((pay_cents IS NULL) = (pay_by IS NULL)) AND ((pay_cents IS NOT NULL) OR (applied_at IS NOT NULL)))),
  constraint amendments_kind_check CHECK ((kind = ANY (ARRAY['move_due_date'::text, 'skip'::text, 'split'::text, 'reage'::text, 'pay_ahead'::text, 'pay_off'::text]))),
  constraint amendments_pay_cents_check CHECK ((pay_cents > 0)),
  constraint amendments_sequence_check CHECK ((sequence > 0)),
  constraint amendments_undone_check CHECK (((undone_at IS NULL) OR (applied_at IS NULL)))
);
alter table amendments enable row level security;
create policy holder on amendments for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = amendments.creditor_id) AND (a.id = amendments.agreement_id))));
create policy tenant on amendments for all to public using (creditor_id = current_creditor());
grant select on amendments to repactua_app;

create table audit_entries (
  creditor_id uuid not null,
  sequence bigint not null,
  at timestamp with time zone not null,
  actor text not null,
  action text not null,
  subject text not null,
  payload text not null,
  mac bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_entries_pkey PRIMARY KEY (creditor_id, sequence)
);
alter table audit_entries enable row level security;
create policy tenant on audit_entries for all to public using (creditor_id = ANY (ARRAY[current_creditor(), '00000000-0000-0000-0000-000000000000'::uuid]));
grant insert, select on audit_entries to repactua_app;

create table audit_heads (
  creditor_id uuid not null,
  sequence bigint not null,
  hash bytea not null,
  constraint audit_heads_pkey PRIMARY KEY (creditor_id)
);
alter table audit_heads enable row level security;
create policy tenant on audit_heads for all to public using (creditor_id = ANY (ARRAY[current_creditor(), '00000000-0000-0000-0000-000000000000'::uuid]));
grant insert, select, update (hash, sequence) on audit_heads to repactua_app;

create table automatic_debits (
  creditor_id uuid not null,
  id uuid not null,
  leave_id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  amount_cents bigint not null,
  due_on date not null,
  status text not null,
  tries integer not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint automatic_debits_pkey PRIMARY KEY (creditor_id, id),
  constraint automatic_debits_creditor_id_agreement_id_installment_numb_fkey FOREIGN KEY (creditor_id, agreement_id, installment_number) REFERENCES installments(creditor_id, agreement_id, number),
  constraint automatic_debits_creditor_id_leave_id_fkey FOREIGN KEY (creditor_id, leave_id) REFERENCES automatic_pix(creditor_id, id),
  constraint automatic_debits_amount_cents_check CHECK ((amount_cents > 0)),
  constraint automatic_debits_status_check CHECK ((status = ANY (ARRAY['prepared'::text, 'scheduled'::text, 'paid'::text, 'failed'::text, 'withdrawn'::text, 'cancelled'::text]))),
  constraint automatic_debits_tries_check CHECK ((tries >= 0))
);
CREATE UNIQUE INDEX one_debit_per_installment ON automatic_debits USING btree (creditor_id, agreement_id, installment_number) WHERE (status = ANY (ARRAY['prepared'::text, 'scheduled'::text, 'failed'::text]));
alter table automatic_debits enable row level security;
create policy holder on automatic_debits for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = automatic_debits.creditor_id) AND (a.id = automatic_debits.agreement_id))));
create policy tenant on automatic_debits for all to public using (creditor_id = current_creditor());
grant insert, select, update (changed_at, status, tries) on automatic_debits to repactua_app;

create table automatic_pix (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  status text not null,
  recurrence_id text,
  copy_paste text,
  ended_by text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  looked_at timestamp with time zone not null,
  constraint automatic_pix_pkey PRIMARY KEY (creditor_id, id),
  constraint automatic_pix_creditor_id_recurrence_id_key UNIQUE (creditor_id, recurrence_id),
  constraint automatic_pix_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id),
  constraint automatic_pix_check CHECK (((status = ANY (ARRAY['offered'::text, 'approved'::text])) <= (recurrence_id IS NOT NULL))),
  constraint automatic_pix_check1 CHECK (((status = 'ended'::text) = (ended_by IS NOT NULL))),
  constraint automatic_pix_ended_by_check CHECK ((ended_by = ANY (ARRAY['person'::text, 'bank'::text, 'plan'::text]))),
  constraint automatic_pix_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'offered'::text, 'approved'::text, 'refused'::text, 'ended'::text])))
);
CREATE UNIQUE INDEX one_leave_per_agreement ON automatic_pix USING btree (creditor_id, agreement_id) WHERE (status = ANY (ARRAY['asked'::text, 'offered'::text, 'approved'::text]));
alter table automatic_pix enable row level security;
create policy holder on automatic_pix for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = automatic_pix.creditor_id) AND (a.id = automatic_pix.agreement_id))));
create policy tenant on automatic_pix for all to public using (creditor_id = current_creditor());
grant insert, select, update (changed_at, copy_paste, ended_by, looked_at, recurrence_id, status) on automatic_pix to repactua_app;

create table bank_statement_lines (
  creditor_id uuid not null,
  statement_id uuid not null,
  line integer not null,
  external_reference text not null,
  content_mac bytea not null,
  posted_on date not null,
  amount_cents bigint not null,
  text_sealed bytea not null,
  outcome text not null,
  matched_by text,
  payment_id uuid,
  exception_id uuid,
  agreement_id uuid,
  candidates jsonb not null,
  created_at timestamp with time zone not null,
  constraint bank_statement_lines_pkey PRIMARY KEY (creditor_id, statement_id, line),
  constraint bank_statement_lines_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id),
  constraint bank_statement_lines_creditor_id_exception_id_fkey FOREIGN KEY (creditor_id, exception_id) REFERENCES payment_exceptions(creditor_id, id),
  constraint bank_statement_lines_creditor_id_payment_id_fkey FOREIGN KEY (creditor_id, payment_id) REFERENCES payments(creditor_id, id),
  constraint bank_statement_lines_creditor_id_statement_id_fkey FOREIGN KEY (creditor_id, statement_id) REFERENCES bank_statements(creditor_id, id),
  constraint bank_statement_lines_amount_cents_check CHECK ((amount_cents > 0)),
  constraint bank_statement_lines_check CHECK (((outcome = 'posted'::text) = (payment_id IS NOT NULL))),
  constraint bank_statement_lines_check1 CHECK (((outcome = 'held'::text) = (exception_id IS NOT NULL))),
  constraint bank_statement_lines_line_check CHECK ((line > 0)),
  constraint bank_statement_lines_matched_by_check CHECK ((matched_by = ANY (ARRAY['charge'::text, 'payer'::text]))),
  constraint bank_statement_lines_outcome_check CHECK ((outcome = ANY (ARRAY['posted'::text, 'known'::text, 'held'::text])))
);
CREATE INDEX bank_statement_lines_by_content ON bank_statement_lines USING btree (creditor_id, content_mac);
alter table bank_statement_lines enable row level security;
create policy tenant on bank_statement_lines for all to public using (creditor_id = current_creditor());
grant insert, select on bank_statement_lines to repactua_app;

create table bank_statements (
  creditor_id uuid not null,
  id uuid not null,
  format text not null,
  sha256 bytea not null,
  began_on date,
  ended_on date,
  credit_count integer not null,
  credit_cents bigint not null,
  debit_count integer not null,
  debit_cents bigint not null,
  created_at timestamp with time zone not null,
  constraint bank_statements_pkey PRIMARY KEY (creditor_id, id),
  constraint bank_statements_creditor_id_sha256_key UNIQUE (creditor_id, sha256),
  constraint bank_statements_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint bank_statements_credit_cents_check CHECK ((credit_cents >= 0)),
  constraint bank_statements_credit_count_check CHECK ((credit_count >= 0)),
  constraint bank_statements_debit_cents_check CHECK ((debit_cents >= 0)),
  constraint bank_statements_debit_count_check CHECK ((debit_count >= 0)),
  constraint bank_statements_format_check CHECK ((format = ANY (ARRAY['ofx'::text, 'csv'::text])))
);
alter table bank_statements enable row level security;
create policy tenant on bank_statements for all to public using (creditor_id = current_creditor());
grant insert, select on bank_statements to repactua_app;

create table blocked_phones (
  state text not null,
  address_index bytea not null,
  list_id uuid not null,
  created_at timestamp with time zone not null,
  constraint blocked_phones_pkey PRIMARY KEY (address_index, state),
  constraint blocked_phones_state_check CHECK ((state ~ '^[A-Z]{2}$'::text))
);
CREATE INDEX blocked_phones_of_state ON blocked_phones USING btree (state);
grant delete, insert, select, update on blocked_phones to repactua_app;

create table boleto_accounts (
  creditor_id uuid not null,
  id uuid not null,
  bank text not null,
  agency text not null,
  agency_digit text,
  account text not null,
  account_digit text not null,
  wallet text not null,
  wallet_variation text,
  convenio text,
  first_number bigint not null,
  last_number bigint not null,
  next_number bigint not null,
  next_sequence integer default 1 not null,
  in_use boolean not null,
  created_at timestamp with time zone not null,
  constraint boleto_accounts_pkey PRIMARY KEY (creditor_id, id),
  constraint boleto_accounts_creditor_id_bank_agency_account_wallet_conv_key UNIQUE NULLS NOT DISTINCT (creditor_id, bank, agency, account, wallet, convenio),
  constraint boleto_accounts_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint boleto_accounts_bank_check CHECK ((bank = ANY (ARRAY['001'::text, '341'::text]))),
  constraint boleto_accounts_check CHECK (((first_number <= last_number) AND ((next_number >= first_number) AND (next_number <= (last_number + 1))))),
  constraint boleto_accounts_first_number_check CHECK ((first_number > 0)),
  constraint boleto_accounts_next_sequence_check CHECK (((next_sequence >= 1) AND (next_sequence <= 1000000)))
);
CREATE UNIQUE INDEX one_boleto_account_in_use ON boleto_accounts USING btree (creditor_id) WHERE in_use;
alter table boleto_accounts enable row level security;
create policy tenant on boleto_accounts for all to public using (creditor_id = current_creditor());
grant insert, select, update (account_digit, agency_digit, first_number, in_use, last_number, next_number, next_sequence, wallet_variation) on boleto_accounts to repactua_app;

create table boleto_remittances (
  creditor_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  sequence integer not null,
  slip_count integer not null,
  total_cents bigint not null,
  file_sealed bytea not null,
  created_at timestamp with time zone not null,
  constraint boleto_remittances_pkey PRIMARY KEY (creditor_id, id),
  constraint boleto_remittances_creditor_id_account_id_sequence_key UNIQUE (creditor_id, account_id, sequence),
  constraint boleto_remittances_creditor_id_account_id_fkey FOREIGN KEY (creditor_id, account_id) REFERENCES boleto_accounts(creditor_id, id),
  constraint boleto_remittances_slip_count_check CHECK ((slip_count > 0)),
  constraint boleto_remittances_total_cents_check CHECK ((total_cents > 0))
);
alter table boleto_remittances enable row level security;
create policy tenant on boleto_remittances for all to public using (creditor_id = current_creditor());
grant insert, select on boleto_remittances to repactua_app;

create table boleto_returns (
  creditor_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  sequence integer not null,
  sha256 bytea not null,
  created_at timestamp with time zone not null,
  constraint boleto_returns_pkey PRIMARY KEY (creditor_id, id),
  constraint boleto_returns_creditor_id_sha256_key UNIQUE (creditor_id, sha256),
  constraint boleto_returns_creditor_id_account_id_fkey FOREIGN KEY (creditor_id, account_id) REFERENCES boleto_accounts(creditor_id, id)
);
alter table boleto_returns enable row level security;
create policy tenant on boleto_returns for all to public using (creditor_id = current_creditor());
grant insert, select on boleto_returns to repactua_app;

create table boletos (
  creditor_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  own_number bigint not null,
  agreement_id uuid not null,
  installment_number integer not null,
  debtor_id uuid not null,
  amount_cents bigint not null,
  due_on date not null,
  scheduled_on date not null,
  barcode text not null,
  txid text not null,
  copy_paste text not null,
  status text not null,
  remittance_id uuid,
  bank_reasons text[] default '{}'::text[] not null,
  created_at timestamp with time zone not null,
  late_cents bigint default 0 not null,
  fine_bps integer default 0 not null,
  daily_interest_cents bigint default 0 not null,
  constraint boletos_pkey PRIMARY KEY (creditor_id, id),
  constraint boletos_creditor_id_account_id_own_number_key UNIQUE (creditor_id, account_id, own_number),
  constraint boletos_creditor_id_account_id_fkey FOREIGN KEY (creditor_id, account_id) REFERENCES boleto_accounts(creditor_id, id),
  constraint boletos_creditor_id_agreement_id_installment_number_fkey FOREIGN KEY (creditor_id, agreement_id, installment_number) REFERENCES installments(creditor_id, agreement_id, number),
  constraint boletos_creditor_id_debtor_id_fkey FOREIGN KEY (creditor_id, debtor_id) REFERENCES debtors(creditor_id, id),
  constraint boletos_creditor_id_remittance_id_fkey FOREIGN KEY (creditor_id, remittance_id) REFERENCES boleto_remittances(creditor_id, id),
  constraint boletos_amount_cents_check CHECK ((amount_cents > 0)),
  constraint boletos_check CHECK (((late_cents >= 0) AND (late_cents < amount_cents))),
  constraint boletos_daily_interest_cents_check CHECK ((daily_interest_cents >= 0)),
  constraint boletos_fine_bps_check CHECK ((fine_bps >= 0)),
  constraint boletos_status_check CHECK ((status = ANY (ARRAY['issued'::text, 'replaced'::text, 'sent'::text, 'registered'::text, 'refused'::text, 'written_off'::text, 'paid'::text])))
);
CREATE INDEX boletos_to_send ON boletos USING btree (creditor_id, account_id, own_number) WHERE (status = 'issued'::text);
CREATE UNIQUE INDEX one_standing_boleto ON boletos USING btree (creditor_id, agreement_id, installment_number, amount_cents, scheduled_on) WHERE (status = ANY (ARRAY['issued'::text, 'sent'::text, 'registered'::text]));
alter table boletos enable row level security;
create policy tenant on boletos for all to public using (creditor_id = current_creditor());
grant insert, select, update (bank_reasons, remittance_id, status) on boletos to repactua_app;

create table campaign_spendings (
  creditor_id uuid not null,
  agreement_id uuid not null,
  code text not null,
  kind text not null,
  cents bigint not null,
  created_at timestamp with time zone not null,
  constraint campaign_spendings_pkey PRIMARY KEY (creditor_id, agreement_id, code, kind),
  constraint campaign_spendings_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id),
  constraint campaign_spendings_creditor_id_code_fkey FOREIGN KEY (creditor_id, code) REFERENCES campaigns(creditor_id, code),
  constraint campaign_spendings_check CHECK (
CASE kind
    WHEN 'signed'::text THEN (cents > 0)
    ELSE (cents < 0)
END),
  constraint campaign_spendings_kind_check CHECK ((kind = ANY (ARRAY['signed'::text, 'returned'::text])))
);
alter table campaign_spendings enable row level security;
create policy tenant on campaign_spendings for all to public using (creditor_id = current_creditor());
grant insert, select on campaign_spendings to repactua_app;

create table campaigns (
  creditor_id uuid not null,
  code text not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  budget_cents bigint not null,
  spent_cents bigint default 0 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint campaigns_pkey PRIMARY KEY (creditor_id, code),
  constraint campaigns_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint campaigns_budget_cents_check CHECK ((budget_cents > 0)),
  constraint campaigns_check CHECK ((ends_on >= starts_on)),
  constraint campaigns_within_budget CHECK (((spent_cents >= 0) AND (spent_cents <= budget_cents)))
);
alter table campaigns enable row level security;
create policy person on campaigns for select to public using (creditor_id IN ( SELECT d.creditor_id
   FROM debts d
  WHERE (d.cpf_index = current_cpf_index())));
create policy tenant on campaigns for all to public using (creditor_id = current_creditor());
grant insert, select, update (budget_cents, ends_on, name, spent_cents, starts_on, updated_at) on campaigns to repactua_app;

create table card_accounts (
  creditor_id uuid not null,
  provider text not null,
  base_url text not null,
  secrets_sealed bytea not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint card_accounts_pkey PRIMARY KEY (creditor_id),
  constraint card_accounts_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint card_accounts_provider_check CHECK ((provider = 'stripe'::text))
);
alter table card_accounts enable row level security;
create policy tenant on card_accounts for all to public using (creditor_id = current_creditor());
grant delete, insert, select, update (base_url, changed_at, secrets_sealed) on card_accounts to repactua_app;

create table card_checkouts (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  amount_cents bigint not null,
  status text not null,
  session_id text,
  url text,
  payment_intent text,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint card_checkouts_pkey PRIMARY KEY (creditor_id, id),
  constraint card_checkouts_creditor_id_payment_intent_key UNIQUE (creditor_id, payment_intent),
  constraint card_checkouts_creditor_id_session_id_key UNIQUE (creditor_id, session_id),
  constraint card_checkouts_creditor_id_agreement_id_installment_number_fkey FOREIGN KEY (creditor_id, agreement_id, installment_number) REFERENCES installments(creditor_id, agreement_id, number),
  constraint card_checkouts_amount_cents_check CHECK ((amount_cents > 0)),
  constraint card_checkouts_check CHECK (((status = ANY (ARRAY['asked'::text, 'refused'::text])) OR ((session_id IS NOT NULL) AND (url IS NOT NULL)))),
  constraint card_checkouts_check1 CHECK (((status = 'paid'::text) = (payment_intent IS NOT NULL))),
  constraint card_checkouts_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'open'::text, 'paid'::text, 'expired'::text, 'refused'::text])))
);
CREATE INDEX card_checkouts_open ON card_checkouts USING btree (creditor_id, expires_at) WHERE (status = ANY (ARRAY['asked'::text, 'open'::text]));
CREATE UNIQUE INDEX one_standing_card_checkout ON card_checkouts USING btree (creditor_id, agreement_id, installment_number, amount_cents) WHERE (status = ANY (ARRAY['asked'::text, 'open'::text]));
alter table card_checkouts enable row level security;
create policy tenant on card_checkouts for all to public using (creditor_id = current_creditor());
grant insert, select, update (payment_intent, session_id, status, url) on card_checkouts to repactua_app;

create table carrier_news (
  creditor_id uuid not null,
  id uuid not null,
  channel text not null,
  provider text not null,
  event_key bytea not null,
  raw_sealed bytea not null,
  received_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint carrier_news_pkey PRIMARY KEY (creditor_id, id),
  constraint carrier_news_creditor_id_event_key_key UNIQUE (creditor_id, event_key),
  constraint carrier_news_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint carrier_news_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'whatsapp'::text, 'voice'::text]))),
  constraint carrier_news_provider_check CHECK ((provider = ANY (ARRAY['smtp'::text, 'twilio'::text, 'zenvia'::text, 'meta'::text])))
);
alter table carrier_news enable row level security;
create policy tenant on carrier_news for all to public using (creditor_id = current_creditor());
grant insert, select, update (read_at) on carrier_news to repactua_app;

create table challenges (
  id uuid not null,
  purpose text not null,
  cpf_index bytea not null,
  creditor_id uuid,
  agreement_id uuid,
  term_sha256 bytea,
  code_mac bytea,
  channel text,
  attempts integer default 0 not null,
  address_prefix text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  replaced_at timestamp with time zone,
  constraint challenges_pkey PRIMARY KEY (id),
  constraint challenges_check CHECK (((purpose = 'signature'::text) = ((agreement_id IS NOT NULL) AND (term_sha256 IS NOT NULL) AND (creditor_id IS NOT NULL)))),
  constraint challenges_purpose_check CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'signature'::text])))
);
CREATE INDEX challenges_by_person ON challenges USING btree (cpf_index, created_at);
grant delete, insert, select, update on challenges to repactua_app;

create table channel_accounts (
  creditor_id uuid not null,
  channel text not null,
  id uuid not null,
  provider text not null,
  base_url text,
  account text,
  sender text,
  settings jsonb not null,
  secrets_sealed bytea not null,
  rate_per_second integer not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint channel_accounts_pkey PRIMARY KEY (creditor_id, channel),
  constraint channel_accounts_creditor_id_id_key UNIQUE (creditor_id, id),
  constraint channel_accounts_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint channel_accounts_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'whatsapp'::text, 'voice'::text]))),
  constraint channel_accounts_check CHECK (((provider = 'smtp'::text) = (channel = 'email'::text))),
  constraint channel_accounts_check1 CHECK (((provider = 'smtp'::text) = (base_url IS NULL))),
  constraint channel_accounts_provider_check CHECK ((provider = ANY (ARRAY['smtp'::text, 'twilio'::text, 'zenvia'::text, 'meta'::text]))),
  constraint channel_accounts_rate_per_second_check CHECK (((rate_per_second >= 1) AND (rate_per_second <= 1000)))
);
alter table channel_accounts enable row level security;
create policy tenant on channel_accounts for all to public using (creditor_id = current_creditor());
grant delete, insert, select, update (account, base_url, changed_at, provider, rate_per_second, secrets_sealed, sender, settings) on channel_accounts to repactua_app;

create table charges (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  method text not null,
  amount_cents bigint not null,
  txid text not null,
  copy_paste text not null,
  created_at timestamp with time zone not null,
  constraint charges_pkey PRIMARY KEY (creditor_id, id),
  constraint charges_creditor_id_agreement_id_installment_number_method__key UNIQUE (creditor_id, agreement_id, installment_number, method, amount_cents),
  constraint charges_creditor_id_txid_key UNIQUE (creditor_id, txid),
  constraint charges_creditor_id_agreement_id_installment_number_fkey FOREIGN KEY (creditor_id, agreement_id, installment_number) REFERENCES installments(creditor_id, agreement_id, number),
  constraint charges_amount_cents_check CHECK ((amount_cents > 0)),
  constraint charges_method_check CHECK ((method = 'pix'::text))
);
CREATE INDEX charges_by_amount ON charges USING btree (creditor_id, amount_cents, created_at);
alter table charges enable row level security;
create policy holder on charges for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = charges.creditor_id) AND (a.id = charges.agreement_id))));
create policy tenant on charges for all to public using (creditor_id = current_creditor());
grant insert, select on charges to repactua_app;

create table contact_choices (
  creditor_id uuid not null,
  id uuid not null,
  cpf_index bytea not null,
  wish text not null,
  channel text,
  purpose text,
  source text not null,
  until timestamp with time zone,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  message_id uuid,
  constraint contact_choices_pkey PRIMARY KEY (creditor_id, id),
  constraint contact_choices_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'whatsapp'::text, 'push'::text, 'voice'::text]))),
  constraint contact_choices_check CHECK (((until IS NULL) OR (wish = 'stop'::text))),
  constraint contact_choices_purpose_check CHECK ((purpose = ANY (ARRAY['collection'::text, 'service'::text]))),
  constraint contact_choices_source_check CHECK ((source = ANY (ARRAY['person'::text, 'unsubscribe'::text, 'complaint'::text, 'creditor'::text, 'reply'::text, 'paid_claim'::text]))),
  constraint contact_choices_wish_check CHECK ((wish = ANY (ARRAY['stop'::text, 'allow'::text])))
);
CREATE INDEX contact_choices_of_person ON contact_choices USING btree (cpf_index) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_standing_choice ON contact_choices USING btree (cpf_index, creditor_id, wish, COALESCE(channel, ''::text), COALESCE(purpose, ''::text)) WHERE ((ended_at IS NULL) AND (until IS NULL));
alter table contact_choices enable row level security;
create policy person on contact_choices for all to public using (cpf_index = current_cpf_index());
create policy tenant on contact_choices for all to public using (creditor_id = current_creditor());
grant insert, select, update (ended_at) on contact_choices to repactua_app;

create table conversation_messages (
  creditor_id uuid not null,
  conversation_id uuid not null,
  position integer not null,
  id uuid not null,
  author text not null,
  agent text,
  channel text not null,
  account_id uuid not null,
  provider_message_id text,
  heard text,
  text_sealed bytea not null,
  status text not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint conversation_messages_pkey PRIMARY KEY (creditor_id, conversation_id, "position"),
  constraint conversation_messages_creditor_id_conversation_id_fkey FOREIGN KEY (creditor_id, conversation_id) REFERENCES conversations(creditor_id, id),
  constraint conversation_messages_author_check CHECK ((author = ANY (ARRAY['person'::text, 'machine'::text, 'agent'::text]))),
  constraint conversation_messages_check CHECK (((author = 'person'::text) = (status = 'received'::text))),
  constraint conversation_messages_check1 CHECK (((author = 'agent'::text) = (agent IS NOT NULL))),
  constraint conversation_messages_status_check CHECK ((status = ANY (ARRAY['received'::text, 'planned'::text, 'sending'::text, 'sent'::text, 'in_doubt'::text, 'failed'::text])))
);
CREATE UNIQUE INDEX one_message_of_a_provider ON conversation_messages USING btree (creditor_id, account_id, provider_message_id) WHERE (author = 'person'::text);
alter table conversation_messages enable row level security;
create policy tenant on conversation_messages for all to public using (creditor_id = current_creditor());
grant insert, select, update (changed_at, provider_message_id, status) on conversation_messages to repactua_app;

create table conversations (
  creditor_id uuid not null,
  id uuid not null,
  channel text not null,
  account_id uuid not null,
  address_index bytea not null,
  address_sealed bytea not null,
  language text not null,
  state text not null,
  unknowns integer default 0 not null,
  mistakes integer default 0 not null,
  identified_debtor_id uuid,
  identified_until timestamp with time zone,
  pending jsonb,
  last_position integer default 0 not null,
  heard_at timestamp with time zone not null,
  waiting_since timestamp with time zone,
  waiting_for text,
  alarmed_at timestamp with time zone,
  claimed_by text,
  claimed_until timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint conversations_pkey PRIMARY KEY (creditor_id, id),
  constraint conversations_creditor_id_account_id_address_index_key UNIQUE (creditor_id, account_id, address_index),
  constraint conversations_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint conversations_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'whatsapp'::text]))),
  constraint conversations_check CHECK (((identified_debtor_id IS NULL) = (identified_until IS NULL))),
  constraint conversations_check1 CHECK (((state <> 'waiting'::text) OR (waiting_since IS NOT NULL))),
  constraint conversations_language_check CHECK ((language = ANY (ARRAY['pt'::text, 'en'::text]))),
  constraint conversations_state_check CHECK ((state = ANY (ARRAY['idle'::text, 'asked_identity'::text, 'asked_day'::text, 'asked_option'::text, 'asked_reference'::text, 'waiting'::text, 'with_person'::text, 'stopped'::text])))
);
CREATE INDEX conversations_waiting ON conversations USING btree (creditor_id, waiting_since) WHERE (waiting_since IS NOT NULL);
alter table conversations enable row level security;
create policy tenant on conversations for all to public using (creditor_id = current_creditor());
grant insert, select, update (alarmed_at, claimed_by, claimed_until, heard_at, identified_debtor_id, identified_until, language, last_position, mistakes, pending, state, unknowns, waiting_for, waiting_since) on conversations to repactua_app;

create table creditors (
  id uuid not null,
  legal_name text not null,
  trade_name text not null,
  cnpj text not null,
  address jsonb not null,
  email text not null,
  phone text not null,
  regime text not null,
  brand jsonb not null,
  pix_key text not null,
  created_at timestamp with time zone not null,
  four_eyes_publishing boolean default false not null,
  four_eyes_end_asked_by uuid,
  four_eyes_end_asked_at timestamp with time zone,
  shows_barred_debts boolean default false not null,
  accepts_boleto boolean default false not null,
  short_tolerance_cents bigint default 0 not null,
  overpayment text default 'next_installments'::text not null,
  accepts_card boolean default false not null,
  remind_days_before integer default 3 not null,
  tells_balances boolean default false not null,
  answer_hours integer default 4 not null,
  constraint creditors_pkey PRIMARY KEY (id),
  constraint creditors_cnpj_key UNIQUE (cnpj),
  constraint creditors_answer_hours_check CHECK (((answer_hours >= 1) AND (answer_hours <= 45))),
  constraint creditors_four_eyes_check CHECK ((((four_eyes_end_asked_by IS NULL) = (four_eyes_end_asked_at IS NULL)) AND (four_eyes_publishing OR (four_eyes_end_asked_by IS NULL)))),
  constraint creditors_overpayment_check CHECK ((overpayment = ANY (ARRAY['next_installments'::text, 'refund'::text]))),
  constraint creditors_regime_check CHECK ((regime = ANY (ARRAY['financial'::text, 'non_financial'::text]))),
  constraint creditors_remind_days_before_check CHECK (((remind_days_before >= 0) AND (remind_days_before <= 10))),
  constraint creditors_short_tolerance_cents_check CHECK (((short_tolerance_cents >= 0) AND (short_tolerance_cents <= 10000)))
);
alter table creditors enable row level security;
create policy birth on creditors for insert to public with check true;
create policy card on creditors for select to public using true;
create policy own_settings on creditors for update to public using (id = current_creditor());
grant insert, select, update (accepts_boleto, accepts_card, answer_hours, four_eyes_end_asked_at, four_eyes_end_asked_by, four_eyes_publishing, overpayment, remind_days_before, short_tolerance_cents, shows_barred_debts, tells_balances) on creditors to repactua_app;

create table debt_holds (
  creditor_id uuid not null,
  id uuid not null,
  debt_id uuid not null,
  reason text not null,
  until_on date,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint debt_holds_pkey PRIMARY KEY (creditor_id, id),
  constraint debt_holds_creditor_id_debt_id_fkey FOREIGN KEY (creditor_id, debt_id) REFERENCES debts(creditor_id, id),
  constraint debt_holds_reason_check CHECK ((reason = ANY (ARRAY['court'::text, 'hardship'::text, 'death'::text, 'wrong_person'::text, 'payment_search'::text, 'other'::text])))
);
CREATE INDEX debt_holds_to_end ON debt_holds USING btree (creditor_id, until_on) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_hold_per_debt ON debt_holds USING btree (creditor_id, debt_id) WHERE (ended_at IS NULL);
alter table debt_holds enable row level security;
create policy tenant on debt_holds for all to public using (creditor_id = current_creditor());
grant insert, select, update (ended_at, reason, until_on) on debt_holds to repactua_app;

create table debt_import_errors (
  creditor_id uuid not null,
  import_id uuid not null,
  line integer not null,
  position integer not null,
  external_id text,
  pointer text not null,
  code text not null,
  message text not null,
  constraint debt_import_errors_pkey PRIMARY KEY (creditor_id, import_id, line, "position"),
  constraint debt_import_errors_creditor_id_import_id_fkey FOREIGN KEY (creditor_id, import_id) REFERENCES debt_imports(creditor_id, id)
);
alter table debt_import_errors enable row level security;
create policy tenant on debt_import_errors for all to public using (creditor_id = current_creditor());
grant insert, select on debt_import_errors to repactua_app;

create table debt_import_rows (
  creditor_id uuid not null,
  import_id uuid not null,
  line integer not null,
  external_id text not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  cpf_sealed bytea not null,
  name_sealed bytea not null,
  birth_date_sealed bytea,
  email_sealed bytea,
  email_mac bytea,
  phone_sealed bytea,
  state text,
  city text,
  debtor_fingerprint bytea not null,
  debt_id uuid not null,
  product text not null,
  contract_number text,
  description text,
  original_creditor text,
  principal_cents bigint not null,
  due_on date not null,
  late_fee_bps integer not null,
  default_interest_monthly_bps integer not null,
  segment text,
  tags text[] not null,
  prescribes_on date not null,
  fingerprint bytea not null,
  interest_method text default 'simple'::text not null,
  day_count text default 'month_30'::text not null,
  correction_index text,
  contract_interest_monthly_bps integer,
  contract_interest_yearly_bps integer,
  contract_interest_from date,
  contract_interest_method text,
  contract_interest_after_due boolean,
  collection_fees_bps integer,
  collection_fees_clause text,
  collection_fees_work text,
  imputation_order text[],
  special_law text,
  legal_interest_history text,
  risk_band text,
  interrupted_on date,
  interrupted_by text,
  phone_index bytea,
  constraint debt_import_rows_pkey PRIMARY KEY (creditor_id, import_id, line)
);
grant delete, insert, select on debt_import_rows to repactua_app;

create table debt_imports (
  creditor_id uuid not null,
  id uuid not null,
  status text not null,
  received integer not null,
  processed integer default 0 not null,
  accepted integer default 0 not null,
  unchanged integer default 0 not null,
  rejected integer default 0 not null,
  created_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  constraint debt_imports_pkey PRIMARY KEY (creditor_id, id),
  constraint debt_imports_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint debt_imports_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'completed'::text, 'failed'::text])))
);
alter table debt_imports enable row level security;
create policy tenant on debt_imports for all to public using (creditor_id = current_creditor());
grant insert, select, update on debt_imports to repactua_app;

create table debt_payments (
  creditor_id uuid not null,
  id uuid not null,
  debt_id uuid not null,
  agreement_id uuid,
  paid_on date not null,
  cents bigint not null,
  created_at timestamp with time zone not null,
  constraint debt_payments_pkey PRIMARY KEY (creditor_id, id),
  constraint debt_payments_creditor_id_debt_id_fkey FOREIGN KEY (creditor_id, debt_id) REFERENCES debts(creditor_id, id),
  constraint debt_payments_cents_check CHECK ((cents <> 0))
);
CREATE INDEX debt_payments_by_debt ON debt_payments USING btree (creditor_id, debt_id);
alter table debt_payments enable row level security;
create policy person on debt_payments for select to public using (EXISTS ( SELECT
   FROM debts d
  WHERE ((d.creditor_id = debt_payments.creditor_id) AND (d.id = debt_payments.debt_id))));
create policy tenant on debt_payments for all to public using (creditor_id = current_creditor());
grant insert, select on debt_payments to repactua_app;

create table debt_protests (
  creditor_id uuid not null,
  debt_id uuid not null,
  registry_office text not null,
  protested_on date not null,
  reference text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint debt_protests_pkey PRIMARY KEY (creditor_id, debt_id),
  constraint debt_protests_creditor_id_debt_id_fkey FOREIGN KEY (creditor_id, debt_id) REFERENCES debts(creditor_id, id)
);
alter table debt_protests enable row level security;
create policy holder on debt_protests for select to public using (EXISTS ( SELECT
   FROM debts d
  WHERE ((d.creditor_id = debt_protests.creditor_id) AND (d.id = debt_protests.debt_id))));
create policy tenant on debt_protests for all to public using (creditor_id = current_creditor());
grant insert, select, update (protested_on, reference, registry_office, updated_at) on debt_protests to repactua_app;

create table debtor_scores (
  creditor_id uuid not null,
  debtor_id uuid not null,
  version integer not null,
  band text not null,
  score integer,
  reasons text[] not null,
  source text not null,
  valid_until date not null,
  created_at timestamp with time zone not null,
  constraint debtor_scores_pkey PRIMARY KEY (creditor_id, debtor_id, version),
  constraint debtor_scores_creditor_id_debtor_id_fkey FOREIGN KEY (creditor_id, debtor_id) REFERENCES debtors(creditor_id, id),
  constraint debtor_scores_band_check CHECK ((band = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text]))),
  constraint debtor_scores_version_check CHECK ((version > 0))
);
alter table debtor_scores enable row level security;
create policy tenant on debtor_scores for all to public using (creditor_id = current_creditor());
grant insert, select on debtor_scores to repactua_app;

create table debtors (
  creditor_id uuid not null,
  id uuid not null,
  cpf_index bytea not null,
  cpf_sealed bytea not null,
  name_sealed bytea not null,
  birth_date_sealed bytea,
  email_sealed bytea,
  email_mac bytea,
  email_since timestamp with time zone not null,
  phone_sealed bytea,
  state text,
  city text,
  fingerprint bytea not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  phone_index bytea,
  constraint debtors_pkey PRIMARY KEY (creditor_id, id),
  constraint debtors_creditor_id_cpf_index_key UNIQUE (creditor_id, cpf_index),
  constraint debtors_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id)
);
CREATE INDEX debtors_by_person ON debtors USING btree (cpf_index);
CREATE INDEX debtors_by_phone ON debtors USING btree (creditor_id, phone_index) WHERE (phone_index IS NOT NULL);
CREATE INDEX debtors_without_phone_index ON debtors USING btree (creditor_id) WHERE ((phone_sealed IS NOT NULL) AND (phone_index IS NULL));
alter table debtors enable row level security;
create policy person on debtors for select to public using (cpf_index = current_cpf_index());
create policy tenant on debtors for all to public using (creditor_id = current_creditor());
grant insert, select, update on debtors to repactua_app;

create table debts (
  creditor_id uuid not null,
  id uuid not null,
  external_id text not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  status text not null,
  product text not null,
  contract_number text,
  description text,
  original_creditor text,
  principal_cents bigint not null,
  due_on date not null,
  late_fee_bps integer not null,
  default_interest_monthly_bps integer not null,
  interest_method text default 'simple'::text not null,
  segment text,
  tags text[] default '{}'::text[] not null,
  prescribes_on date not null,
  fingerprint bytea not null,
  withdrawal_reason text,
  withdrawal_note text,
  withdrawn_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  day_count text default 'month_30'::text not null,
  correction_index text,
  contract_interest_monthly_bps integer,
  contract_interest_yearly_bps integer,
  contract_interest_from date,
  contract_interest_method text,
  contract_interest_after_due boolean,
  collection_fees_bps integer,
  collection_fees_clause text,
  collection_fees_work text,
  imputation_order text[],
  special_law text,
  legal_interest_history text,
  risk_band text,
  interrupted_on date,
  interrupted_by text,
  constraint debts_pkey PRIMARY KEY (creditor_id, id),
  constraint debts_creditor_id_external_id_key UNIQUE (creditor_id, external_id),
  constraint debts_creditor_id_debtor_id_fkey FOREIGN KEY (creditor_id, debtor_id) REFERENCES debtors(creditor_id, id),
  constraint debts_check CHECK (((status = 'withdrawn'::text) = (withdrawn_at IS NOT NULL))),
  constraint debts_collection_fees_check CHECK (((num_nulls(collection_fees_bps, collection_fees_clause, collection_fees_work) = ANY (ARRAY[0, 3])) AND ((collection_fees_bps >= 1) AND (collection_fees_bps <= 10000)))),
  constraint debts_contract_interest_check CHECK (((num_nulls(contract_interest_monthly_bps, contract_interest_from, contract_interest_method, contract_interest_after_due) = ANY (ARRAY[0, 4])) AND ((contract_interest_monthly_bps >= 1) AND (contract_interest_monthly_bps <= 10000)) AND (contract_interest_from < due_on) AND (contract_interest_method = ANY (ARRAY['simple'::text, 'compound'::text])) AND ((contract_interest_method <> 'compound'::text) OR (COALESCE(contract_interest_yearly_bps, 0) > (12 * contract_interest_monthly_bps))))),
  constraint debts_correction_index_check CHECK ((correction_index = ANY (ARRAY['ipca'::text, 'inpc'::text, 'igpm'::text, 'selic'::text]))),
  constraint debts_day_count_check CHECK ((day_count = ANY (ARRAY['month_30'::text, 'year_360'::text, 'year_365'::text]))),
  constraint debts_default_interest_monthly_bps_check CHECK (((default_interest_monthly_bps >= 0) AND (default_interest_monthly_bps <= 10000))),
  constraint debts_imputation_order_check CHECK (((cardinality(imputation_order) = 6) AND (imputation_order @> '{default_interest,contract_interest,late_fine,collection_fees,correction,principal}'::text[]))),
  constraint debts_interest_method_check CHECK ((interest_method = ANY (ARRAY['simple'::text, 'compound'::text, 'legal'::text]))),
  constraint debts_interrupted_by_check CHECK ((interrupted_by = ANY (ARRAY['judicial_order'::text, 'judicial_protest'::text, 'protest'::text, 'claim_in_estate'::text, 'judicial_notice'::text, 'recognition'::text]))),
  constraint debts_interrupted_check CHECK (((interrupted_on IS NULL) = (interrupted_by IS NULL))),
  constraint debts_interrupted_in_time_check CHECK ((interrupted_on >= due_on)),
  constraint debts_late_fee_bps_check CHECK (((late_fee_bps >= 0) AND (late_fee_bps <= 10000))),
  constraint debts_legal_interest_history_check CHECK (((legal_interest_history IS NULL) OR ((legal_interest_history = ANY (ARRAY['one_per_cent'::text, 'selic'::text])) AND (interest_method = 'legal'::text)))),
  constraint debts_principal_cents_check CHECK ((principal_cents > 0)),
  constraint debts_risk_band_check CHECK ((risk_band = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text]))),
  constraint debts_status_check CHECK ((status = ANY (ARRAY['open'::text, 'disputed'::text, 'on_hold'::text, 'in_agreement'::text, 'settled'::text, 'withdrawn'::text, 'novated'::text])))
);
CREATE INDEX debts_by_person ON debts USING btree (cpf_index);
CREATE INDEX debts_of_person_at_creditor ON debts USING btree (creditor_id, cpf_index);
alter table debts enable row level security;
create policy person on debts for select to public using (cpf_index = current_cpf_index());
create policy tenant on debts for all to public using (creditor_id = current_creditor());
grant insert, select, update on debts to repactua_app;

create table delistings (
  creditor_id uuid not null,
  agreement_id uuid not null,
  paid_on date not null,
  alarm_on date not null,
  due_on date not null,
  created_at timestamp with time zone not null,
  alarmed_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  cause text default 'settlement'::text not null,
  lapsed_at timestamp with time zone,
  constraint delistings_pkey PRIMARY KEY (creditor_id, agreement_id),
  constraint delistings_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id),
  constraint delistings_cause_check CHECK ((cause = ANY (ARRAY['settlement'::text, 'first_installment'::text]))),
  constraint delistings_check CHECK (((paid_on < alarm_on) AND (alarm_on < due_on)))
);
CREATE INDEX delistings_before_alarm ON delistings USING btree (creditor_id, alarm_on) WHERE ((alarmed_at IS NULL) AND (confirmed_at IS NULL) AND (lapsed_at IS NULL));
alter table delistings enable row level security;
create policy holder on delistings for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = delistings.creditor_id) AND (a.id = delistings.agreement_id))));
create policy tenant on delistings for all to public using (creditor_id = current_creditor());
grant insert, select, update (alarm_on, alarmed_at, cause, confirmed_at, created_at, due_on, lapsed_at, paid_on) on delistings to repactua_app;

create table disputes (
  creditor_id uuid not null,
  id uuid not null,
  debt_id uuid not null,
  cpf_index bytea not null,
  reason text not null,
  statement_sealed bytea not null,
  status text not null,
  answer_by date not null,
  answer_sealed bytea,
  alarmed_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint disputes_pkey PRIMARY KEY (creditor_id, id),
  constraint disputes_creditor_id_debt_id_fkey FOREIGN KEY (creditor_id, debt_id) REFERENCES debts(creditor_id, id),
  constraint disputes_check CHECK (((status = 'open'::text) = (ended_at IS NULL))),
  constraint disputes_check1 CHECK (((status = ANY (ARRAY['upheld'::text, 'corrected'::text, 'rejected'::text])) = (answer_sealed IS NOT NULL))),
  constraint disputes_reason_check CHECK ((reason = ANY (ARRAY['not_mine'::text, 'already_paid'::text, 'wrong_amount'::text, 'fraud'::text, 'deceased'::text]))),
  constraint disputes_status_check CHECK ((status = ANY (ARRAY['open'::text, 'upheld'::text, 'corrected'::text, 'rejected'::text, 'taken_back'::text])))
);
CREATE INDEX disputes_by_person ON disputes USING btree (cpf_index);
CREATE INDEX disputes_of_person_at_creditor ON disputes USING btree (creditor_id, cpf_index);
CREATE UNIQUE INDEX one_open_dispute_per_debt ON disputes USING btree (creditor_id, debt_id) WHERE (ended_at IS NULL);
alter table disputes enable row level security;
create policy person on disputes for select to public using (cpf_index = current_cpf_index());
create policy tenant on disputes for all to public using (creditor_id = current_creditor());
grant insert, select, update (alarmed_at, answer_sealed, ended_at, status) on disputes to repactua_app;

create table escalation_settings (
  creditor_id uuid not null,
  kinds text[] not null,
  after_days integer not null,
  answer_days integer not null,
  least_cents bigint not null,
  automatic text not null,
  updated_at timestamp with time zone not null,
  constraint escalation_settings_pkey PRIMARY KEY (creditor_id),
  constraint escalation_settings_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint escalation_settings_after_days_check CHECK (((after_days >= 15) AND (after_days <= 1800))),
  constraint escalation_settings_answer_days_check CHECK (((answer_days >= 10) AND (answer_days <= 90))),
  constraint escalation_settings_automatic_check CHECK ((automatic = ANY (ARRAY['nothing'::text, 'proposing'::text, 'requesting'::text]))),
  constraint escalation_settings_kinds_check CHECK ((kinds <@ ARRAY['listing'::text, 'protest'::text])),
  constraint escalation_settings_least_cents_check CHECK ((least_cents >= 0))
);
alter table escalation_settings enable row level security;
create policy tenant on escalation_settings for all to public using (creditor_id = current_creditor());
grant insert, select, update (after_days, answer_days, automatic, kinds, least_cents, updated_at) on escalation_settings to repactua_app;

create table escalations (
  creditor_id uuid not null,
  id uuid not null,
  debt_id uuid not null,
  cpf_index bytea not null,
  kind text not null,
  state text not null,
  since timestamp with time zone not null,
  contract_ended_on date,
  proof_provider text,
  proof_reference text,
  proof_delivered_at timestamp with time zone,
  proof_sha256 text,
  deadline_on date,
  asked_by uuid,
  asked_at timestamp with time zone,
  institution text,
  reference text,
  confirmed_on date,
  block text,
  take_off_alarm_on date,
  take_off_on date,
  alarmed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint escalations_pkey PRIMARY KEY (creditor_id, id),
  constraint escalations_creditor_id_debt_id_fkey FOREIGN KEY (creditor_id, debt_id) REFERENCES debts(creditor_id, id),
  constraint escalations_check CHECK ((num_nulls(proof_provider, proof_reference, proof_delivered_at, proof_sha256) = ANY (ARRAY[0, 4]))),
  constraint escalations_check1 CHECK (((state <> ALL (ARRAY['proven'::text, 'due'::text, 'requested'::text, 'confirmed'::text])) OR (proof_sha256 IS NOT NULL))),
  constraint escalations_check2 CHECK (((state <> ALL (ARRAY['noticed'::text, 'proven'::text, 'due'::text, 'requested'::text, 'confirmed'::text])) OR (deadline_on IS NOT NULL))),
  constraint escalations_check3 CHECK (((take_off_on IS NULL) OR (proof_sha256 IS NOT NULL))),
  constraint escalations_check4 CHECK (((asked_by IS NULL) = (asked_at IS NULL))),
  constraint escalations_check5 CHECK ((num_nulls(institution, reference, confirmed_on) = ANY (ARRAY[0, 3]))),
  constraint escalations_check6 CHECK (((state <> 'confirmed'::text) OR (confirmed_on IS NOT NULL))),
  constraint escalations_check7 CHECK (((state <> 'blocked'::text) OR (block IS NOT NULL))),
  constraint escalations_check8 CHECK ((num_nulls(take_off_alarm_on, take_off_on) = ANY (ARRAY[0, 2]))),
  constraint escalations_kind_check CHECK ((kind = ANY (ARRAY['listing'::text, 'protest'::text]))),
  constraint escalations_proof_sha256_check CHECK ((proof_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint escalations_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'noticed'::text, 'proven'::text, 'due'::text, 'requested'::text, 'confirmed'::text, 'blocked'::text, 'withdrawn'::text, 'ended'::text])))
);
CREATE INDEX escalations_by_person ON escalations USING btree (cpf_index);
CREATE UNIQUE INDEX one_escalation_of_a_kind ON escalations USING btree (creditor_id, debt_id, kind) WHERE ((state <> ALL (ARRAY['withdrawn'::text, 'ended'::text])) AND ((state <> 'blocked'::text) OR (take_off_on IS NOT NULL)));
alter table escalations enable row level security;
create policy person on escalations for select to public using (cpf_index = current_cpf_index());
create policy tenant on escalations for all to public using (creditor_id = current_creditor());
grant insert, select, update (alarmed_at, asked_at, asked_by, block, confirmed_on, deadline_on, institution, proof_delivered_at, proof_provider, proof_reference, proof_sha256, reference, since, state, take_off_alarm_on, take_off_on) on escalations to repactua_app;

create table experiment_people (
  creditor_id uuid not null,
  experiment_id uuid not null,
  debtor_id uuid not null,
  arm text not null,
  entered_at timestamp with time zone not null,
  constraint experiment_people_pkey PRIMARY KEY (creditor_id, experiment_id, debtor_id),
  constraint experiment_people_creditor_id_debtor_id_fkey FOREIGN KEY (creditor_id, debtor_id) REFERENCES debtors(creditor_id, id),
  constraint experiment_people_creditor_id_experiment_id_fkey FOREIGN KEY (creditor_id, experiment_id) REFERENCES experiments(creditor_id, id)
);
alter table experiment_people enable row level security;
create policy tenant on experiment_people for all to public using (creditor_id = current_creditor());
grant insert, select on experiment_people to repactua_app;

create table experiments (
  creditor_id uuid not null,
  id uuid not null,
  ruler_code text not null,
  name text not null,
  steps text[],
  arms jsonb not null,
  outcome_days integer not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint experiments_pkey PRIMARY KEY (creditor_id, id),
  constraint experiments_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint experiments_outcome_days_check CHECK (((outcome_days >= 1) AND (outcome_days <= 180)))
);
CREATE UNIQUE INDEX one_running_experiment_per_ruler ON experiments USING btree (creditor_id, ruler_code) WHERE (ended_at IS NULL);
alter table experiments enable row level security;
create policy tenant on experiments for all to public using (creditor_id = current_creditor());
grant insert, select, update (ended_at) on experiments to repactua_app;

create table failed_codes (
  id uuid not null,
  address_prefix text not null,
  failed_at timestamp with time zone not null,
  constraint failed_codes_pkey PRIMARY KEY (id)
);
CREATE INDEX failed_codes_by_address ON failed_codes USING btree (address_prefix, failed_at);
grant delete, insert, select on failed_codes to repactua_app;

create table idempotency_keys (
  credential text not null,
  method text not null,
  path text not null,
  key text not null,
  fingerprint bytea not null,
  status integer not null,
  body_sealed bytea not null,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (credential, method, path, key)
);
grant delete, insert, select on idempotency_keys to repactua_app;

create table index_months (
  code text not null,
  month text not null,
  rate bigint not null,
  updated_at timestamp with time zone not null,
  derived boolean default false not null,
  constraint index_months_pkey PRIMARY KEY (code, month),
  constraint index_months_check CHECK (((code <> 'legal_interest'::text) OR (rate >= 0))),
  constraint index_months_code_check CHECK ((code = ANY (ARRAY['ipca'::text, 'inpc'::text, 'igpm'::text, 'selic'::text, 'legal_interest'::text, 'selic_factor'::text, 'ipca15'::text]))),
  constraint index_months_derived_check CHECK (((NOT derived) OR (code = 'legal_interest'::text))),
  constraint index_months_month_check CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint index_months_rate_check CHECK (((rate > '-100000000'::integer) AND (rate < 100000000)))
);
grant insert, select, update on index_months to repactua_app;

create table installment_notices (
  creditor_id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  kind text not null,
  due_on date not null,
  created_at timestamp with time zone not null,
  constraint installment_notices_pkey PRIMARY KEY (creditor_id, agreement_id, installment_number, kind, due_on),
  constraint installment_notices_creditor_id_agreement_id_installment_n_fkey FOREIGN KEY (creditor_id, agreement_id, installment_number) REFERENCES installments(creditor_id, agreement_id, number),
  constraint installment_notices_kind_check CHECK ((kind = ANY (ARRAY['due_soon'::text, 'due_today'::text, 'overdue'::text])))
);
alter table installment_notices enable row level security;
create policy holder on installment_notices for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = installment_notices.creditor_id) AND (a.id = installment_notices.agreement_id))));
create policy tenant on installment_notices for all to public using (creditor_id = current_creditor());
grant insert, select on installment_notices to repactua_app;

create table installments (
  creditor_id uuid not null,
  agreement_id uuid not null,
  number integer not null,
  due_on date not null,
  amount_cents bigint not null,
  paid_cents bigint default 0 not null,
  status text default 'open'::text not null,
  constraint installments_pkey PRIMARY KEY (creditor_id, agreement_id, number),
  constraint installments_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id),
  constraint installments_amount_cents_check CHECK ((amount_cents > 0)),
  constraint installments_check CHECK (((paid_cents >= 0) AND (paid_cents <= amount_cents))),
  constraint installments_number_check CHECK ((number > 0)),
  constraint installments_status_check CHECK ((status = ANY (ARRAY['open'::text, 'partly_paid'::text, 'paid'::text, 'cancelled'::text])))
);
CREATE INDEX installments_open ON installments USING btree (creditor_id, due_on) WHERE (status = ANY (ARRAY['open'::text, 'partly_paid'::text]));
alter table installments enable row level security;
create policy holder on installments for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = installments.creditor_id) AND (a.id = installments.agreement_id))));
create policy tenant on installments for all to public using (creditor_id = current_creditor());
grant insert, select, update (paid_cents, status) on installments to repactua_app;

create table ledger_entries (
  creditor_id uuid not null,
  id uuid not null,
  event text not null,
  agreement_id uuid,
  source_id uuid not null,
  posted_at timestamp with time zone not null,
  constraint ledger_entries_pkey PRIMARY KEY (creditor_id, id),
  constraint ledger_entries_creditor_id_event_source_id_key UNIQUE (creditor_id, event, source_id),
  constraint ledger_entries_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id),
  constraint ledger_entries_event_check CHECK ((event = ANY (ARRAY['restored'::text, 'reversed'::text, 'charged'::text, 'forgiven'::text, 'held'::text, 'released'::text, 'opened'::text, 'agreed'::text, 'amended'::text, 'discounted'::text, 'paid'::text, 'settled'::text, 'reopened'::text, 'novated'::text, 'withdrawn'::text, 'refunded'::text])))
);
CREATE INDEX ledger_entries_by_agreement ON ledger_entries USING btree (creditor_id, agreement_id);
alter table ledger_entries enable row level security;
create policy tenant on ledger_entries for all to public using (creditor_id = current_creditor());
grant select on ledger_entries to repactua_app;

create table ledger_lines (
  creditor_id uuid not null,
  entry_id uuid not null,
  line integer not null,
  account text not null,
  side text not null,
  cents bigint not null,
  installment_number integer,
  debt_id uuid,
  constraint ledger_lines_pkey PRIMARY KEY (creditor_id, entry_id, line),
  constraint ledger_lines_creditor_id_debt_id_fkey FOREIGN KEY (creditor_id, debt_id) REFERENCES debts(creditor_id, id),
  constraint ledger_lines_creditor_id_entry_id_fkey FOREIGN KEY (creditor_id, entry_id) REFERENCES ledger_entries(creditor_id, id),
  constraint ledger_lines_account_check CHECK ((account = ANY (ARRAY['debts'::text, 'receivable'::text, 'bank'::text, 'held'::text, 'conditional_discount'::text, 'realised_discount'::text, 'interest_to_come'::text, 'interest_income'::text, 'late_charges'::text, 'refunds_owed'::text]))),
  constraint ledger_lines_cents_check CHECK ((cents > 0)),
  constraint ledger_lines_installment_number_check CHECK ((installment_number > 0)),
  constraint ledger_lines_side_check CHECK ((side = ANY (ARRAY['debit'::text, 'credit'::text])))
);
alter table ledger_lines enable row level security;
create policy tenant on ledger_lines for all to public using (creditor_id = current_creditor());
grant select on ledger_lines to repactua_app;

create table message_attempts (
  creditor_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  cpf_index bytea not null,
  channel text not null,
  line text not null,
  address_index bytea not null,
  address_sealed bytea not null,
  content_sealed bytea not null,
  content_sha256 bytea not null,
  status text not null,
  counts boolean not null,
  provider_message_id text,
  reason text,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint message_attempts_pkey PRIMARY KEY (creditor_id, id),
  constraint message_attempts_creditor_id_message_id_fkey FOREIGN KEY (creditor_id, message_id) REFERENCES messages(creditor_id, id),
  constraint message_attempts_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'whatsapp'::text, 'push'::text, 'voice'::text]))),
  constraint message_attempts_check CHECK (((status = ANY (ARRAY['sending'::text, 'in_doubt'::text])) = (ended_at IS NULL))),
  constraint message_attempts_status_check CHECK ((status = ANY (ARRAY['sending'::text, 'in_doubt'::text, 'accepted'::text, 'not_sent'::text, 'refused'::text, 'bounced'::text])))
);
CREATE INDEX message_attempts_by_provider ON message_attempts USING btree (creditor_id, provider_message_id) WHERE (provider_message_id IS NOT NULL);
CREATE INDEX message_attempts_of_message ON message_attempts USING btree (creditor_id, message_id, started_at);
CREATE INDEX message_attempts_of_person ON message_attempts USING btree (cpf_index, started_at) WHERE counts;
CREATE INDEX message_attempts_to_address ON message_attempts USING btree (address_index, started_at) WHERE counts;
alter table message_attempts enable row level security;
create policy tenant on message_attempts for all to public using (creditor_id = current_creditor());
grant insert, select, update (counts, ended_at, provider_message_id, reason, status) on message_attempts to repactua_app;

create table message_codes (
  code text not null,
  creditor_id uuid not null,
  message_id uuid not null,
  next text not null,
  link_until timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint message_codes_pkey PRIMARY KEY (code),
  constraint message_codes_creditor_id_message_id_key UNIQUE (creditor_id, message_id),
  constraint message_codes_creditor_id_message_id_fkey FOREIGN KEY (creditor_id, message_id) REFERENCES messages(creditor_id, id),
  constraint message_codes_code_check CHECK ((code ~ '^[2-9A-HJKMNP-Z]{8}$'::text))
);
alter table message_codes enable row level security;
create policy bearer on message_codes for select to public using (code = current_verification_code());
create policy tenant on message_codes for all to public using (creditor_id = current_creditor());
grant insert, select on message_codes to repactua_app;

create table message_receipts (
  creditor_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  attempt_id uuid not null,
  kind text not null,
  reason text,
  news_id uuid,
  at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint message_receipts_pkey PRIMARY KEY (creditor_id, id),
  constraint message_receipts_creditor_id_attempt_id_kind_key UNIQUE (creditor_id, attempt_id, kind),
  constraint message_receipts_creditor_id_attempt_id_fkey FOREIGN KEY (creditor_id, attempt_id) REFERENCES message_attempts(creditor_id, id),
  constraint message_receipts_creditor_id_message_id_fkey FOREIGN KEY (creditor_id, message_id) REFERENCES messages(creditor_id, id),
  constraint message_receipts_kind_check CHECK ((kind = ANY (ARRAY['sent'::text, 'delivered'::text, 'read'::text, 'bounced'::text, 'failed'::text, 'complained'::text])))
);
CREATE INDEX message_receipts_of_message ON message_receipts USING btree (creditor_id, message_id);
alter table message_receipts enable row level security;
create policy tenant on message_receipts for all to public using (creditor_id = current_creditor());
grant insert, select on message_receipts to repactua_app;

create table message_templates (
  creditor_id uuid not null,
  id uuid not null,
  key text not null,
  language text not null,
  purpose text not null,
  variables jsonb not null,
  allows_amounts boolean not null,
  content jsonb not null,
  status text not null,
  version integer,
  created_at timestamp with time zone not null,
  published_at timestamp with time zone,
  constraint message_templates_pkey PRIMARY KEY (creditor_id, id),
  constraint message_templates_creditor_id_key_language_version_key UNIQUE (creditor_id, key, language, version),
  constraint message_templates_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint message_templates_check CHECK (((status = 'draft'::text) = (version IS NULL))),
  constraint message_templates_check1 CHECK (((version IS NULL) = (published_at IS NULL))),
  constraint message_templates_key_check CHECK ((key ~ '^[a-z][a-z0-9-]{2,39}$'::text)),
  constraint message_templates_language_check CHECK ((language = ANY (ARRAY['pt-BR'::text, 'en'::text]))),
  constraint message_templates_purpose_check CHECK ((purpose = ANY (ARRAY['collection'::text, 'service'::text]))),
  constraint message_templates_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'superseded'::text])))
);
CREATE UNIQUE INDEX message_templates_in_use ON message_templates USING btree (creditor_id, key, language) WHERE (status = 'published'::text);
alter table message_templates enable row level security;
create policy tenant on message_templates for all to public using (creditor_id = current_creditor());
grant insert, select, update (published_at, status, version) on message_templates to repactua_app;

create table messages (
  creditor_id uuid not null,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  purpose text not null,
  step_key text not null,
  template_key text not null,
  values_sealed bytea not null,
  channels text[] not null,
  debt_ids uuid[] not null,
  ruler_id uuid,
  step text,
  arm text,
  not_before timestamp with time zone not null,
  not_after timestamp with time zone not null,
  status text not null,
  due_at timestamp with time zone,
  tries integer default 0 not null,
  channel text,
  failed_channels text[] default '{}'::text[] not null,
  reason text,
  code text,
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  read_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint messages_pkey PRIMARY KEY (creditor_id, id),
  constraint messages_creditor_id_step_key_key UNIQUE (creditor_id, step_key),
  constraint messages_creditor_id_debtor_id_fkey FOREIGN KEY (creditor_id, debtor_id) REFERENCES debtors(creditor_id, id),
  constraint messages_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint messages_channels_check CHECK (((cardinality(channels) >= 1) AND (cardinality(channels) <= 5))),
  constraint messages_check CHECK ((not_before <= not_after)),
  constraint messages_check1 CHECK (((status = ANY (ARRAY['planned'::text, 'sending'::text, 'held'::text])) = (due_at IS NOT NULL))),
  constraint messages_check2 CHECK (((status = ANY (ARRAY['failed'::text, 'cancelled'::text, 'expired'::text])) = (ended_at IS NOT NULL))),
  constraint messages_purpose_check CHECK ((purpose = ANY (ARRAY['collection'::text, 'service'::text]))),
  constraint messages_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'read'::text, 'failed'::text, 'held'::text, 'cancelled'::text, 'expired'::text]))),
  constraint messages_step_key_check CHECK (((length(step_key) >= 1) AND (length(step_key) <= 200))),
  constraint messages_tries_check CHECK ((tries >= 0))
);
CREATE INDEX messages_due ON messages USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX messages_of_debtor ON messages USING btree (creditor_id, debtor_id, id);
CREATE INDEX messages_of_person ON messages USING btree (cpf_index);
CREATE INDEX messages_of_ruler ON messages USING btree (creditor_id, ruler_id, id) WHERE (ruler_id IS NOT NULL);
alter table messages enable row level security;
create policy bearer on messages for select to public using (EXISTS ( SELECT
   FROM message_codes c
  WHERE ((c.creditor_id = messages.creditor_id) AND (c.message_id = messages.id) AND (c.code = current_verification_code()))));
create policy tenant on messages for all to public using (creditor_id = current_creditor());
grant insert, select, update (channel, code, delivered_at, due_at, ended_at, failed_channels, read_at, reason, sent_at, status, tries) on messages to repactua_app;

create table oauth_clients (
  id uuid not null,
  creditor_id uuid,
  name text not null,
  secret_mac bytea not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint oauth_clients_pkey PRIMARY KEY (id),
  constraint oauth_clients_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id)
);
CREATE INDEX oauth_clients_by_creditor ON oauth_clients USING btree (creditor_id);
grant insert, select, update (revoked_at) on oauth_clients to repactua_app;

create table offer_sheets (
  creditor_id uuid not null,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  policy_id uuid not null,
  document text not null,
  sha256 bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  inputs text,
  constraint offer_sheets_pkey PRIMARY KEY (creditor_id, id),
  constraint offer_sheets_creditor_id_debtor_id_fkey FOREIGN KEY (creditor_id, debtor_id) REFERENCES debtors(creditor_id, id),
  constraint offer_sheets_creditor_id_policy_id_fkey FOREIGN KEY (creditor_id, policy_id) REFERENCES policies(creditor_id, id)
);
CREATE INDEX offer_sheets_by_person ON offer_sheets USING btree (cpf_index);
CREATE INDEX offer_sheets_of_person_at_creditor ON offer_sheets USING btree (creditor_id, cpf_index, created_at);
alter table offer_sheets enable row level security;
create policy person on offer_sheets for select to public using (cpf_index = current_cpf_index());
create policy tenant on offer_sheets for all to public using (creditor_id = current_creditor());
grant insert, select on offer_sheets to repactua_app;

create table outbox_events (
  creditor_id uuid not null,
  id uuid not null,
  type text not null,
  subject text not null,
  data jsonb not null,
  created_at timestamp with time zone not null,
  relayed_at timestamp with time zone,
  position bigint generated always as identity not null,
  sequence bigint,
  constraint outbox_events_pkey PRIMARY KEY (creditor_id, id),
  constraint outbox_events_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id)
);
CREATE INDEX outbox_to_relay ON outbox_events USING btree (created_at) WHERE (relayed_at IS NULL);
CREATE UNIQUE INDEX outbox_events_in_order ON outbox_events USING btree (creditor_id, sequence) WHERE (sequence IS NOT NULL);
alter table outbox_events enable row level security;
create policy tenant on outbox_events for all to public using (creditor_id = current_creditor());
grant insert, select, update (relayed_at, sequence) on outbox_events to repactua_app;

create table payment_allocations (
  creditor_id uuid not null,
  payment_id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  cents bigint not null,
  forgiven_cents bigint default 0 not null,
  late_fine_cents bigint default 0 not null,
  default_interest_cents bigint default 0 not null,
  constraint payment_allocations_pkey PRIMARY KEY (creditor_id, payment_id, installment_number),
  constraint payment_allocations_creditor_id_agreement_id_installment_n_fkey FOREIGN KEY (creditor_id, agreement_id, installment_number) REFERENCES installments(creditor_id, agreement_id, number),
  constraint payment_allocations_creditor_id_payment_id_fkey FOREIGN KEY (creditor_id, payment_id) REFERENCES payments(creditor_id, id),
  constraint late_charges_within_share CHECK (((late_fine_cents + default_interest_cents) <= cents)),
  constraint payment_allocations_cents_check CHECK ((cents > 0)),
  constraint payment_allocations_default_interest_cents_check CHECK ((default_interest_cents >= 0)),
  constraint payment_allocations_forgiven_cents_check CHECK ((forgiven_cents >= 0)),
  constraint payment_allocations_late_fine_cents_check CHECK ((late_fine_cents >= 0))
);
alter table payment_allocations enable row level security;
create policy holder on payment_allocations for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = payment_allocations.creditor_id) AND (a.id = payment_allocations.agreement_id))));
create policy tenant on payment_allocations for all to public using (creditor_id = current_creditor());
grant insert, select on payment_allocations to repactua_app;

create table payment_exceptions (
  creditor_id uuid not null,
  id uuid not null,
  reason text not null,
  amount_cents bigint not null,
  paid_at timestamp with time zone not null,
  method text not null,
  external_reference text not null,
  agreement_id uuid,
  installment_number integer,
  txid text,
  payer_index bytea,
  created_at timestamp with time zone not null,
  resolution text,
  note text,
  resolved_at timestamp with time zone,
  payment_id uuid,
  refund_id uuid,
  constraint payment_exceptions_pkey PRIMARY KEY (creditor_id, id),
  constraint payment_exceptions_creditor_id_external_reference_key UNIQUE (creditor_id, external_reference),
  constraint payment_exceptions_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id),
  constraint payment_exceptions_creditor_id_external_reference_fkey FOREIGN KEY (creditor_id, external_reference) REFERENCES payment_references(creditor_id, external_reference),
  constraint payment_exceptions_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint payment_exceptions_creditor_id_payment_id_fkey FOREIGN KEY (creditor_id, payment_id) REFERENCES payments(creditor_id, id),
  constraint payment_exceptions_creditor_id_refund_id_fkey FOREIGN KEY (creditor_id, refund_id) REFERENCES refunds(creditor_id, id),
  constraint payment_exceptions_amount_cents_check CHECK ((amount_cents > 0)),
  constraint payment_exceptions_check CHECK (((resolution IS NULL) = (resolved_at IS NULL))),
  constraint payment_exceptions_check1 CHECK (((payment_id IS NOT NULL) = COALESCE((resolution = ANY (ARRAY['apply'::text, 'same_payment'::text])), false))),
  constraint payment_exceptions_check2 CHECK (((refund_id IS NOT NULL) = COALESCE((resolution = 'refund'::text), false))),
  constraint payment_exceptions_reason_check CHECK ((reason = ANY (ARRAY['unknown_charge'::text, 'paid_twice'::text, 'reference_reused'::text, 'agreement_unsigned'::text, 'agreement_expired'::text, 'agreement_settled'::text, 'agreement_broken'::text, 'agreement_cancelled'::text, 'agreement_withdrawn'::text]))),
  constraint payment_exceptions_resolution_check CHECK ((resolution = ANY (ARRAY['apply'::text, 'count_on_debts'::text, 'refund'::text, 'same_payment'::text, 'dismiss'::text])))
);
CREATE INDEX payment_exceptions_by_agreement ON payment_exceptions USING btree (creditor_id, agreement_id);
CREATE INDEX payment_exceptions_open ON payment_exceptions USING btree (creditor_id, id) WHERE (resolved_at IS NULL);
alter table payment_exceptions enable row level security;
create policy holder on payment_exceptions for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = payment_exceptions.creditor_id) AND (a.id = payment_exceptions.agreement_id))));
create policy tenant on payment_exceptions for all to public using (creditor_id = current_creditor());
grant insert, select, update (note, payment_id, refund_id, resolution, resolved_at) on payment_exceptions to repactua_app;

create table payment_references (
  creditor_id uuid not null,
  external_reference text not null,
  created_at timestamp with time zone not null,
  constraint payment_references_pkey PRIMARY KEY (creditor_id, external_reference),
  constraint payment_references_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id)
);
CREATE INDEX payment_references_in_any_case ON payment_references USING btree (creditor_id, lower(external_reference));
alter table payment_references enable row level security;
create policy tenant on payment_references for all to public using (creditor_id = current_creditor());
grant insert, select on payment_references to repactua_app;

create table payment_reversal_shares (
  creditor_id uuid not null,
  reversal_id uuid not null,
  payment_id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  cents bigint not null,
  late_cents bigint not null,
  lowered_cents bigint not null,
  forgiven_cents bigint not null,
  constraint payment_reversal_shares_pkey PRIMARY KEY (creditor_id, reversal_id, installment_number),
  constraint payment_reversal_shares_creditor_id_payment_id_installment_fkey FOREIGN KEY (creditor_id, payment_id, installment_number) REFERENCES payment_allocations(creditor_id, payment_id, installment_number),
  constraint payment_reversal_shares_creditor_id_reversal_id_fkey FOREIGN KEY (creditor_id, reversal_id) REFERENCES payment_reversals(creditor_id, id),
  constraint payment_reversal_shares_cents_check CHECK ((cents > 0)),
  constraint payment_reversal_shares_check CHECK (((late_cents >= 0) AND (late_cents <= cents))),
  constraint payment_reversal_shares_check1 CHECK (((forgiven_cents >= 0) AND (forgiven_cents <= lowered_cents))),
  constraint payment_reversal_shares_lowered_cents_check CHECK ((lowered_cents >= 0))
);
CREATE INDEX payment_reversal_shares_by_agreement ON payment_reversal_shares USING btree (creditor_id, agreement_id);
alter table payment_reversal_shares enable row level security;
create policy holder on payment_reversal_shares for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = payment_reversal_shares.creditor_id) AND (a.id = payment_reversal_shares.agreement_id))));
create policy tenant on payment_reversal_shares for all to public using (creditor_id = current_creditor());
grant insert, select on payment_reversal_shares to repactua_app;

create table payment_reversals (
  creditor_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  agreement_id uuid not null,
  amount_cents bigint not null,
  reason text not null,
  reversed_at timestamp with time zone not null,
  external_reference text not null,
  reopened boolean not null,
  created_at timestamp with time zone not null,
  constraint payment_reversals_pkey PRIMARY KEY (creditor_id, id),
  constraint payment_reversals_creditor_id_external_reference_key UNIQUE (creditor_id, external_reference),
  constraint payment_reversals_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id),
  constraint payment_reversals_creditor_id_payment_id_fkey FOREIGN KEY (creditor_id, payment_id) REFERENCES payments(creditor_id, id),
  constraint payment_reversals_amount_cents_check CHECK ((amount_cents > 0)),
  constraint payment_reversals_reason_check CHECK ((reason = ANY (ARRAY['med'::text, 'chargeback'::text, 'bank_error'::text])))
);
CREATE INDEX payment_reversals_by_payment ON payment_reversals USING btree (creditor_id, payment_id);
alter table payment_reversals enable row level security;
create policy holder on payment_reversals for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = payment_reversals.creditor_id) AND (a.id = payment_reversals.agreement_id))));
create policy tenant on payment_reversals for all to public using (creditor_id = current_creditor());
grant insert, select on payment_reversals to repactua_app;

create table payments (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  amount_cents bigint not null,
  paid_at timestamp with time zone not null,
  method text not null,
  external_reference text not null,
  created_at timestamp with time zone not null,
  excess_cents bigint default 0 not null,
  paid_by text,
  constraint payments_pkey PRIMARY KEY (creditor_id, id),
  constraint payments_creditor_id_external_reference_key UNIQUE (creditor_id, external_reference),
  constraint payments_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id),
  constraint payments_creditor_id_external_reference_fkey FOREIGN KEY (creditor_id, external_reference) REFERENCES payment_references(creditor_id, external_reference),
  constraint payments_amount_cents_check CHECK ((amount_cents > 0)),
  constraint payments_check CHECK (((excess_cents >= 0) AND (excess_cents < amount_cents))),
  constraint payments_paid_by_check CHECK ((paid_by = ANY (ARRAY['debtor'::text, 'other'::text])))
);
CREATE INDEX payments_by_agreement ON payments USING btree (creditor_id, agreement_id);
alter table payments enable row level security;
create policy holder on payments for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = payments.creditor_id) AND (a.id = payments.agreement_id))));
create policy tenant on payments for all to public using (creditor_id = current_creditor());
grant insert, select on payments to repactua_app;

create table pix_accounts (
  creditor_id uuid not null,
  base_url text not null,
  token_url text not null,
  client_id text not null,
  secrets_sealed bytea not null,
  certificate_ends_on date not null,
  status text not null,
  problem text,
  tells_payments boolean default false not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  receiver jsonb,
  holds_unknown boolean default false not null,
  swept_until timestamp with time zone,
  constraint pix_accounts_pkey PRIMARY KEY (creditor_id),
  constraint pix_accounts_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint pix_accounts_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'ready'::text, 'refused'::text])))
);
alter table pix_accounts enable row level security;
create policy tenant on pix_accounts for all to public using (creditor_id = current_creditor());
grant delete, insert, select, update (base_url, certificate_ends_on, changed_at, client_id, holds_unknown, problem, receiver, secrets_sealed, status, swept_until, tells_payments, token_url) on pix_accounts to repactua_app;

create table pix_charges (
  creditor_id uuid not null,
  id uuid not null,
  charge_id uuid not null,
  agreement_id uuid not null,
  installment_number integer not null,
  open_cents bigint not null,
  scheduled_on date not null,
  due_on date not null,
  original_cents bigint not null,
  fine_bps integer not null,
  interest_monthly_bps integer not null,
  interest_daily_cents bigint not null,
  discount_cents bigint not null,
  discount_until date,
  status text not null,
  copy_paste text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint pix_charges_pkey PRIMARY KEY (creditor_id, id),
  constraint pix_charges_creditor_id_agreement_id_installment_number_fkey FOREIGN KEY (creditor_id, agreement_id, installment_number) REFERENCES installments(creditor_id, agreement_id, number),
  constraint pix_charges_creditor_id_charge_id_fkey FOREIGN KEY (creditor_id, charge_id) REFERENCES charges(creditor_id, id),
  constraint pix_charges_check CHECK (((discount_cents >= 0) AND (discount_cents < original_cents))),
  constraint pix_charges_check1 CHECK (((discount_cents > 0) = (discount_until IS NOT NULL))),
  constraint pix_charges_check2 CHECK (((interest_monthly_bps = 0) OR (interest_daily_cents = 0))),
  constraint pix_charges_check3 CHECK (((status <> 'active'::text) OR (copy_paste IS NOT NULL))),
  constraint pix_charges_fine_bps_check CHECK ((fine_bps >= 0)),
  constraint pix_charges_interest_daily_cents_check CHECK ((interest_daily_cents >= 0)),
  constraint pix_charges_interest_monthly_bps_check CHECK ((interest_monthly_bps >= 0)),
  constraint pix_charges_open_cents_check CHECK ((open_cents > 0)),
  constraint pix_charges_original_cents_check CHECK ((original_cents > 0)),
  constraint pix_charges_status_check CHECK ((status = ANY (ARRAY['prepared'::text, 'active'::text, 'paid'::text, 'superseded'::text, 'removed'::text])))
);
CREATE INDEX pix_charges_of_charge ON pix_charges USING btree (creditor_id, charge_id);
CREATE INDEX pix_charges_to_remove ON pix_charges USING btree (creditor_id, changed_at) WHERE (status = 'superseded'::text);
CREATE UNIQUE INDEX one_standing_pix_charge ON pix_charges USING btree (creditor_id, agreement_id, installment_number) WHERE (status = ANY (ARRAY['prepared'::text, 'active'::text]));
alter table pix_charges enable row level security;
create policy holder on pix_charges for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = pix_charges.creditor_id) AND (a.id = pix_charges.agreement_id))));
create policy tenant on pix_charges for all to public using (creditor_id = current_creditor());
grant insert, select, update (changed_at, copy_paste, status) on pix_charges to repactua_app;

create table pix_refund_parts (
  creditor_id uuid not null,
  refund_id uuid not null,
  end_to_end_id text not null,
  attempt integer not null,
  amount_cents bigint not null,
  status text not null,
  reason text,
  return_id text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint pix_refund_parts_pkey PRIMARY KEY (creditor_id, refund_id, end_to_end_id, attempt),
  constraint pix_refund_parts_creditor_id_refund_id_fkey FOREIGN KEY (creditor_id, refund_id) REFERENCES refunds(creditor_id, id),
  constraint pix_refund_parts_amount_cents_check CHECK ((amount_cents > 0)),
  constraint pix_refund_parts_attempt_check CHECK (((attempt >= 1) AND (attempt <= 99))),
  constraint pix_refund_parts_check CHECK (((status <> 'done'::text) OR (return_id IS NOT NULL))),
  constraint pix_refund_parts_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'processing'::text, 'done'::text, 'refused'::text])))
);
CREATE INDEX pix_refund_parts_open ON pix_refund_parts USING btree (creditor_id, changed_at) WHERE (status = ANY (ARRAY['asked'::text, 'processing'::text]));
alter table pix_refund_parts enable row level security;
create policy tenant on pix_refund_parts for all to public using (creditor_id = current_creditor());
grant insert, select, update (changed_at, reason, return_id, status) on pix_refund_parts to repactua_app;

create table policies (
  creditor_id uuid not null,
  id uuid not null,
  name text not null,
  rules jsonb not null,
  status text not null,
  version integer,
  created_at timestamp with time zone not null,
  published_at timestamp with time zone,
  valid_from date,
  valid_to date,
  audience jsonb,
  campaigns jsonb default '[]'::jsonb not null,
  project_indices boolean default false not null,
  asked_by uuid,
  asked_at timestamp with time zone,
  approved_by uuid,
  constraint policies_pkey PRIMARY KEY (creditor_id, id),
  constraint policies_creditor_id_version_key UNIQUE (creditor_id, version),
  constraint policies_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint policies_approval_check CHECK ((((asked_by IS NULL) = (asked_at IS NULL)) AND ((status <> 'awaiting_approval'::text) OR (asked_by IS NOT NULL)) AND (approved_by <> asked_by))),
  constraint policies_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'awaiting_approval'::text, 'published'::text, 'superseded'::text]))),
  constraint policies_validity_check CHECK ((valid_from <= valid_to)),
  constraint policies_version_check CHECK ((((status = ANY (ARRAY['draft'::text, 'awaiting_approval'::text])) = (version IS NULL)) AND ((status = ANY (ARRAY['draft'::text, 'awaiting_approval'::text])) = (published_at IS NULL))))
);
CREATE INDEX policies_published ON policies USING btree (creditor_id, version) WHERE (status = 'published'::text);
alter table policies enable row level security;
create policy person on policies for select to public using ((status = 'published'::text) AND (creditor_id IN ( SELECT d.creditor_id
   FROM debts d
  WHERE (d.cpf_index = current_cpf_index()))));
create policy tenant on policies for all to public using (creditor_id = current_creditor());
grant insert, select, update (approved_by, asked_at, asked_by, published_at, status, version) on policies to repactua_app;

create table profile_reviews (
  creditor_id uuid not null,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  statement_sealed bytea,
  profile jsonb not null,
  status text not null,
  answer_by date not null,
  answer_sealed bytea,
  alarmed_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint profile_reviews_pkey PRIMARY KEY (creditor_id, id),
  constraint profile_reviews_creditor_id_debtor_id_fkey FOREIGN KEY (creditor_id, debtor_id) REFERENCES debtors(creditor_id, id),
  constraint profile_reviews_check CHECK (((status = 'open'::text) = (ended_at IS NULL))),
  constraint profile_reviews_check1 CHECK (((status = 'open'::text) = (answer_sealed IS NULL))),
  constraint profile_reviews_status_check CHECK ((status = ANY (ARRAY['open'::text, 'kept'::text, 'changed'::text])))
);
CREATE INDEX profile_reviews_by_person ON profile_reviews USING btree (cpf_index);
CREATE UNIQUE INDEX one_open_review_per_person ON profile_reviews USING btree (creditor_id, debtor_id) WHERE (ended_at IS NULL);
alter table profile_reviews enable row level security;
create policy person on profile_reviews for select to public using (cpf_index = current_cpf_index());
create policy tenant on profile_reviews for all to public using (creditor_id = current_creditor());
grant insert, select, update (alarmed_at, answer_sealed, ended_at, status) on profile_reviews to repactua_app;

create table profile_rules (
  creditor_id uuid not null,
  version integer not null,
  rules jsonb not null,
  created_at timestamp with time zone not null,
  constraint profile_rules_pkey PRIMARY KEY (creditor_id, version),
  constraint profile_rules_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint profile_rules_version_check CHECK ((version > 1))
);
alter table profile_rules enable row level security;
create policy tenant on profile_rules for all to public using (creditor_id = current_creditor());
grant insert, select on profile_rules to repactua_app;

create table promises (
  creditor_id uuid not null,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  conversation_id uuid not null,
  promised_on date not null,
  status text not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint promises_pkey PRIMARY KEY (creditor_id, id),
  constraint promises_creditor_id_conversation_id_fkey FOREIGN KEY (creditor_id, conversation_id) REFERENCES conversations(creditor_id, id),
  constraint promises_creditor_id_debtor_id_fkey FOREIGN KEY (creditor_id, debtor_id) REFERENCES debtors(creditor_id, id),
  constraint promises_check CHECK (((status = 'pending'::text) = (ended_at IS NULL))),
  constraint promises_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'kept'::text, 'missed'::text, 'replaced'::text, 'void'::text])))
);
CREATE INDEX promises_of_debtor ON promises USING btree (creditor_id, debtor_id, created_at);
CREATE UNIQUE INDEX one_pending_promise ON promises USING btree (creditor_id, debtor_id) WHERE (status = 'pending'::text);
alter table promises enable row level security;
create policy tenant on promises for all to public using (creditor_id = current_creditor());
grant insert, select, update (ended_at, status) on promises to repactua_app;

create table proposal_approvals (
  creditor_id uuid not null,
  proposal_id uuid not null,
  client_id uuid not null,
  created_at timestamp with time zone not null,
  constraint proposal_approvals_pkey PRIMARY KEY (creditor_id, proposal_id, client_id),
  constraint proposal_approvals_client_id_fkey FOREIGN KEY (client_id) REFERENCES oauth_clients(id),
  constraint proposal_approvals_creditor_id_proposal_id_fkey FOREIGN KEY (creditor_id, proposal_id) REFERENCES proposals(creditor_id, id)
);
alter table proposal_approvals enable row level security;
create policy tenant on proposal_approvals for all to public using (creditor_id = current_creditor());
grant insert, select on proposal_approvals to repactua_app;

create table proposal_debts (
  creditor_id uuid not null,
  proposal_id uuid not null,
  debt_id uuid not null,
  asked_on date not null,
  constraint proposal_debts_pkey PRIMARY KEY (creditor_id, proposal_id, debt_id),
  constraint proposal_debts_creditor_id_debt_id_fkey FOREIGN KEY (creditor_id, debt_id) REFERENCES debts(creditor_id, id),
  constraint proposal_debts_creditor_id_proposal_id_fkey FOREIGN KEY (creditor_id, proposal_id) REFERENCES proposals(creditor_id, id)
);
CREATE INDEX proposal_debts_of_day ON proposal_debts USING btree (creditor_id, debt_id, asked_on);
alter table proposal_debts enable row level security;
create policy holder on proposal_debts for select to public using (EXISTS ( SELECT
   FROM proposals p
  WHERE ((p.creditor_id = proposal_debts.creditor_id) AND (p.id = proposal_debts.proposal_id))));
create policy tenant on proposal_debts for all to public using (creditor_id = current_creditor());
grant insert, select on proposal_debts to repactua_app;

create table proposals (
  creditor_id uuid not null,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  policy_id uuid not null,
  asked_on date not null,
  monthly_cents bigint,
  down_payment_cents bigint,
  due_day integer,
  first_due_on date,
  reason_sealed bytea,
  balance_cents bigint not null,
  plan jsonb,
  works jsonb,
  weighing jsonb,
  present_value_bps integer,
  second_approval_below_bps integer,
  decision text not null,
  reason_code text not null,
  decide_by timestamp with time zone,
  decided_at timestamp with time zone,
  offer_sheet_id uuid,
  option_id text,
  note text,
  internal_note text,
  created_at timestamp with time zone not null,
  constraint proposals_pkey PRIMARY KEY (creditor_id, id),
  constraint proposals_creditor_id_debtor_id_fkey FOREIGN KEY (creditor_id, debtor_id) REFERENCES debtors(creditor_id, id),
  constraint proposals_creditor_id_offer_sheet_id_fkey FOREIGN KEY (creditor_id, offer_sheet_id) REFERENCES offer_sheets(creditor_id, id),
  constraint proposals_creditor_id_policy_id_fkey FOREIGN KEY (creditor_id, policy_id) REFERENCES policies(creditor_id, id),
  constraint proposals_balance_cents_check CHECK ((balance_cents > 0)),
  constraint proposals_check CHECK (((monthly_cents IS NOT NULL) OR (down_payment_cents IS NOT NULL))),
  constraint proposals_check1 CHECK ((((decision = ANY (ARRAY['accepted'::text, 'countered'::text])) = (offer_sheet_id IS NOT NULL)) AND ((offer_sheet_id IS NULL) = (option_id IS NULL)))),
  constraint proposals_check2 CHECK ((((decision = 'in_review'::text) = (decided_at IS NULL)) AND ((decision <> 'in_review'::text) OR ((plan IS NOT NULL) AND (decide_by IS NOT NULL))))),
  constraint proposals_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'countered'::text, 'in_review'::text, 'refused'::text, 'lapsed'::text]))),
  constraint proposals_down_payment_cents_check CHECK ((down_payment_cents > 0)),
  constraint proposals_due_day_check CHECK (((due_day >= 1) AND (due_day <= 31))),
  constraint proposals_monthly_cents_check CHECK ((monthly_cents > 0))
);
CREATE INDEX proposals_by_person ON proposals USING btree (cpf_index);
CREATE INDEX proposals_in_review ON proposals USING btree (creditor_id, decide_by) WHERE (decision = 'in_review'::text);
CREATE INDEX proposals_of_person_at_creditor ON proposals USING btree (creditor_id, cpf_index);
alter table proposals enable row level security;
create policy person on proposals for select to public using (cpf_index = current_cpf_index());
create policy tenant on proposals for all to public using (creditor_id = current_creditor());
grant insert, select, update (decided_at, decision, internal_note, note, offer_sheet_id, option_id, reason_code) on proposals to repactua_app;

create table push_subscriptions (
  id uuid not null,
  cpf_index bytea not null,
  endpoint_index bytea not null,
  subscription_sealed bytea not null,
  created_at timestamp with time zone not null,
  constraint push_subscriptions_pkey PRIMARY KEY (id),
  constraint push_subscriptions_endpoint_index_key UNIQUE (endpoint_index)
);
CREATE INDEX push_subscriptions_of_person ON push_subscriptions USING btree (cpf_index, created_at);
alter table push_subscriptions enable row level security;
create policy person on push_subscriptions for all to public using (cpf_index = current_cpf_index());
grant delete, insert, select on push_subscriptions to repactua_app;

create table refunds (
  creditor_id uuid not null,
  id uuid not null,
  agreement_id uuid,
  amount_cents bigint not null,
  reason text not null,
  created_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  external_reference text,
  payment_reference text,
  constraint refunds_pkey PRIMARY KEY (creditor_id, id),
  constraint refunds_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id),
  constraint refunds_amount_cents_check CHECK ((amount_cents > 0)),
  constraint refunds_check CHECK (((confirmed_at IS NULL) = (external_reference IS NULL))),
  constraint refunds_reason_check CHECK ((reason = ANY (ARRAY['withdrawal'::text, 'overpayment'::text, 'not_due'::text])))
);
CREATE INDEX refunds_by_agreement ON refunds USING btree (creditor_id, agreement_id);
CREATE UNIQUE INDEX one_refund_of_a_withdrawal ON refunds USING btree (creditor_id, agreement_id) WHERE (reason = 'withdrawal'::text);
alter table refunds enable row level security;
create policy holder on refunds for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = refunds.creditor_id) AND (a.id = refunds.agreement_id))));
create policy tenant on refunds for all to public using (creditor_id = current_creditor());
grant insert, select, update (confirmed_at, external_reference) on refunds to repactua_app;

create table ruler_rounds (
  creditor_id uuid not null,
  on_day date not null,
  last_debtor_id uuid,
  people integer default 0 not null,
  messages integer default 0 not null,
  done_at timestamp with time zone,
  started_at timestamp with time zone not null,
  constraint ruler_rounds_pkey PRIMARY KEY (creditor_id, on_day),
  constraint ruler_rounds_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id)
);
alter table ruler_rounds enable row level security;
create policy tenant on ruler_rounds for all to public using (creditor_id = current_creditor());
grant insert, select, update (done_at, last_debtor_id, messages, people) on ruler_rounds to repactua_app;

create table ruler_simulations (
  creditor_id uuid not null,
  id uuid not null,
  ruler_id uuid not null,
  from_on date not null,
  days integer not null,
  paid_bps integer not null,
  paid_after_days integer not null,
  status text not null,
  people integer default 0 not null,
  last_debtor_id uuid,
  totals jsonb,
  result jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  constraint ruler_simulations_pkey PRIMARY KEY (creditor_id, id),
  constraint ruler_simulations_creditor_id_ruler_id_fkey FOREIGN KEY (creditor_id, ruler_id) REFERENCES rulers(creditor_id, id),
  constraint ruler_simulations_check CHECK (((status = 'completed'::text) = (completed_at IS NOT NULL))),
  constraint ruler_simulations_check1 CHECK (((status = 'completed'::text) = (result IS NOT NULL))),
  constraint ruler_simulations_days_check CHECK (((days >= 1) AND (days <= 366))),
  constraint ruler_simulations_paid_after_days_check CHECK (((paid_after_days >= 1) AND (paid_after_days <= 60))),
  constraint ruler_simulations_paid_bps_check CHECK (((paid_bps >= 0) AND (paid_bps <= 10000))),
  constraint ruler_simulations_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'completed'::text, 'failed'::text])))
);
CREATE INDEX ruler_simulations_by_age ON ruler_simulations USING btree (creditor_id, created_at);
CREATE UNIQUE INDEX one_ruler_simulation_at_a_time ON ruler_simulations USING btree (creditor_id) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text]));
alter table ruler_simulations enable row level security;
create policy tenant on ruler_simulations for all to public using (creditor_id = current_creditor());
grant delete, insert, select, update (completed_at, last_debtor_id, people, result, status, totals, updated_at) on ruler_simulations to repactua_app;

create table ruler_steps_taken (
  creditor_id uuid not null,
  code text not null,
  step text not null,
  anchor text not null,
  taken_on date not null,
  constraint ruler_steps_taken_pkey PRIMARY KEY (creditor_id, code, step, anchor),
  constraint ruler_steps_taken_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id)
);
CREATE INDEX ruler_steps_by_age ON ruler_steps_taken USING btree (creditor_id, taken_on);
alter table ruler_steps_taken enable row level security;
create policy tenant on ruler_steps_taken for all to public using (creditor_id = current_creditor());
grant delete, insert, select on ruler_steps_taken to repactua_app;

create table rulers (
  creditor_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  steps jsonb not null,
  status text not null,
  version integer,
  paused_at timestamp with time zone,
  created_at timestamp with time zone not null,
  published_at timestamp with time zone,
  constraint rulers_pkey PRIMARY KEY (creditor_id, id),
  constraint rulers_creditor_id_code_version_key UNIQUE (creditor_id, code, version),
  constraint rulers_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint rulers_check CHECK (((status = 'draft'::text) = (version IS NULL))),
  constraint rulers_check1 CHECK (((status = 'draft'::text) = (published_at IS NULL))),
  constraint rulers_check2 CHECK (((paused_at IS NULL) OR (status <> 'draft'::text))),
  constraint rulers_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'superseded'::text])))
);
CREATE UNIQUE INDEX one_ruler_in_force_per_code ON rulers USING btree (creditor_id, code) WHERE (status = 'published'::text);
alter table rulers enable row level security;
create policy tenant on rulers for all to public using (creditor_id = current_creditor());
grant insert, select, update (paused_at, published_at, status, version) on rulers to repactua_app;

create table segments (
  creditor_id uuid not null,
  id uuid not null,
  version integer not null,
  name text not null,
  condition jsonb not null,
  created_at timestamp with time zone not null,
  constraint segments_pkey PRIMARY KEY (creditor_id, id, version),
  constraint segments_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint segments_version_check CHECK ((version > 0))
);
alter table segments enable row level security;
create policy tenant on segments for all to public using (creditor_id = current_creditor());
grant insert, select on segments to repactua_app;

create table sending_lines (
  line text not null,
  next_slot timestamp with time zone not null,
  failures integer default 0 not null,
  down_since timestamp with time zone,
  closed_until timestamp with time zone,
  constraint sending_lines_pkey PRIMARY KEY (line)
);
grant insert, select, update on sending_lines to repactua_app;

create table service_restrictions (
  creditor_id uuid not null,
  id uuid not null,
  debt_id uuid not null,
  cpf_index bytea not null,
  rule_name text not null,
  limits text not null,
  comes_back text not null,
  state text not null,
  noticed_on date not null,
  limits_on date not null,
  limited_at timestamp with time zone,
  ended_at timestamp with time zone,
  cause text,
  restore_by date,
  created_at timestamp with time zone not null,
  constraint service_restrictions_pkey PRIMARY KEY (creditor_id, id),
  constraint service_restrictions_creditor_id_debt_id_fkey FOREIGN KEY (creditor_id, debt_id) REFERENCES debts(creditor_id, id),
  constraint service_restrictions_check CHECK ((noticed_on < limits_on)),
  constraint service_restrictions_check1 CHECK (((limited_at IS NOT NULL) = (state = ANY (ARRAY['limited'::text, 'restored'::text])))),
  constraint service_restrictions_check2 CHECK (((state = ANY (ARRAY['restored'::text, 'called_off'::text])) = ((ended_at IS NOT NULL) AND (cause IS NOT NULL)))),
  constraint service_restrictions_check3 CHECK (((state = 'restored'::text) = (restore_by IS NOT NULL))),
  constraint service_restrictions_state_check CHECK ((state = ANY (ARRAY['noticed'::text, 'limited'::text, 'restored'::text, 'called_off'::text])))
);
CREATE INDEX service_restrictions_by_person ON service_restrictions USING btree (cpf_index);
CREATE UNIQUE INDEX one_restriction_of_a_rule ON service_restrictions USING btree (creditor_id, debt_id, rule_name) WHERE (ended_at IS NULL);
alter table service_restrictions enable row level security;
create policy person on service_restrictions for select to public using (cpf_index = current_cpf_index());
create policy tenant on service_restrictions for all to public using (creditor_id = current_creditor());
grant insert, select, update (cause, ended_at, limited_at, limits_on, restore_by, state) on service_restrictions to repactua_app;

create table service_rules (
  creditor_id uuid not null,
  id uuid not null,
  rules jsonb not null,
  created_at timestamp with time zone not null,
  constraint service_rules_pkey PRIMARY KEY (creditor_id, id),
  constraint service_rules_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id)
);
alter table service_rules enable row level security;
create policy tenant on service_rules for all to public using (creditor_id = current_creditor());
grant insert, select on service_rules to repactua_app;

create table sessions (
  token_hash bytea not null,
  cpf_index bytea not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint sessions_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX sessions_by_person ON sessions USING btree (cpf_index);
grant delete, insert, select, update on sessions to repactua_app;

create table signatures (
  creditor_id uuid not null,
  agreement_id uuid not null,
  challenge_id uuid not null,
  term_sha256 bytea not null,
  evidence_sealed bytea not null,
  signed_at timestamp with time zone not null,
  constraint signatures_pkey PRIMARY KEY (creditor_id, agreement_id),
  constraint signatures_creditor_id_agreement_id_fkey FOREIGN KEY (creditor_id, agreement_id) REFERENCES agreements(creditor_id, id)
);
alter table signatures enable row level security;
create policy holder on signatures for select to public using (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.creditor_id = signatures.creditor_id) AND (a.id = signatures.agreement_id))));
create policy tenant on signatures for all to public using (creditor_id = current_creditor());
grant insert, select on signatures to repactua_app;

create table simulation_results (
  creditor_id uuid not null,
  simulation_id uuid not null,
  document text not null,
  created_at timestamp with time zone not null,
  constraint simulation_results_pkey PRIMARY KEY (creditor_id, simulation_id),
  constraint simulation_results_creditor_id_simulation_id_fkey FOREIGN KEY (creditor_id, simulation_id) REFERENCES simulations(creditor_id, id) ON DELETE CASCADE
);
alter table simulation_results enable row level security;
create policy tenant on simulation_results for all to public using (creditor_id = current_creditor());
grant delete, insert, select on simulation_results to repactua_app;

create table simulations (
  creditor_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  in_force_policy_id uuid,
  running_campaigns text[] not null,
  in_force_campaigns text[] not null,
  as_of date not null,
  acceptance jsonb not null,
  status text not null,
  done integer default 0 not null,
  total integer,
  last_debt_id uuid,
  until_debt_id uuid,
  totals text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  constraint simulations_pkey PRIMARY KEY (creditor_id, id),
  constraint simulations_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint simulations_creditor_id_in_force_policy_id_fkey FOREIGN KEY (creditor_id, in_force_policy_id) REFERENCES policies(creditor_id, id),
  constraint simulations_creditor_id_policy_id_fkey FOREIGN KEY (creditor_id, policy_id) REFERENCES policies(creditor_id, id),
  constraint simulations_check CHECK (((status = 'completed'::text) = (completed_at IS NOT NULL))),
  constraint simulations_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'completed'::text, 'failed'::text])))
);
CREATE INDEX simulations_by_age ON simulations USING btree (creditor_id, created_at);
CREATE INDEX simulations_of_policy ON simulations USING btree (creditor_id, policy_id, id);
CREATE UNIQUE INDEX one_simulation_at_a_time ON simulations USING btree (creditor_id) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text]));
alter table simulations enable row level security;
create policy tenant on simulations for all to public using (creditor_id = current_creditor());
grant delete, insert, select, update (completed_at, done, last_debt_id, status, total, totals, until_debt_id, updated_at) on simulations to repactua_app;

create table template_tests (
  creditor_id uuid not null,
  id uuid not null,
  template text not null,
  channel text not null,
  address_sealed bytea,
  outcome text,
  asked_at timestamp with time zone not null,
  constraint template_tests_pkey PRIMARY KEY (creditor_id, id),
  constraint template_tests_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint template_tests_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'whatsapp'::text, 'voice'::text]))),
  constraint template_tests_check CHECK (((outcome IS NULL) = (address_sealed IS NOT NULL))),
  constraint template_tests_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text, 'in_doubt'::text, 'no_account'::text])))
);
CREATE INDEX template_tests_by_day ON template_tests USING btree (creditor_id, asked_at);
alter table template_tests enable row level security;
create policy tenant on template_tests for all to public using (creditor_id = current_creditor());
grant insert, select, update (address_sealed, outcome) on template_tests to repactua_app;

create table unreachable_addresses (
  channel text not null,
  address_index bytea not null,
  reason text not null,
  since timestamp with time zone not null,
  constraint unreachable_addresses_pkey PRIMARY KEY (channel, address_index)
);
grant insert, select on unreachable_addresses to repactua_app;

create table webhook_deliveries (
  creditor_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  status text not null,
  tries integer not null,
  next_try_at timestamp with time zone,
  last_status integer,
  last_error text,
  delivered_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint webhook_deliveries_pkey PRIMARY KEY (creditor_id, id),
  constraint webhook_deliveries_creditor_id_endpoint_id_event_id_key UNIQUE (creditor_id, endpoint_id, event_id),
  constraint webhook_deliveries_creditor_id_endpoint_id_fkey FOREIGN KEY (creditor_id, endpoint_id) REFERENCES webhook_endpoints(creditor_id, id),
  constraint webhook_deliveries_creditor_id_event_id_fkey FOREIGN KEY (creditor_id, event_id) REFERENCES outbox_events(creditor_id, id),
  constraint webhook_deliveries_check CHECK (((status = 'pending'::text) = (next_try_at IS NOT NULL))),
  constraint webhook_deliveries_check1 CHECK (((status = 'delivered'::text) = (delivered_at IS NOT NULL))),
  constraint webhook_deliveries_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text]))),
  constraint webhook_deliveries_tries_check CHECK ((tries >= 0))
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries USING btree (next_try_at) WHERE (status = 'pending'::text);
alter table webhook_deliveries enable row level security;
create policy tenant on webhook_deliveries for all to public using (creditor_id = current_creditor());
grant insert, select, update (delivered_at, last_error, last_status, next_try_at, status, tries) on webhook_deliveries to repactua_app;

create table webhook_endpoints (
  creditor_id uuid not null,
  id uuid not null,
  url text not null,
  description text,
  event_types text[] not null,
  secret_sealed bytea not null,
  old_secret_sealed bytea,
  old_secret_until timestamp with time zone,
  enabled boolean not null,
  gone_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint webhook_endpoints_pkey PRIMARY KEY (creditor_id, id),
  constraint webhook_endpoints_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint webhook_endpoints_check CHECK (((old_secret_sealed IS NULL) = (old_secret_until IS NULL))),
  constraint webhook_endpoints_event_types_check CHECK ((cardinality(event_types) > 0))
);
alter table webhook_endpoints enable row level security;
create policy tenant on webhook_endpoints for all to public using (creditor_id = current_creditor());
grant insert, select, update (description, enabled, event_types, gone_at, old_secret_sealed, old_secret_until, secret_sealed, url) on webhook_endpoints to repactua_app;

create table whatsapp_templates (
  creditor_id uuid not null,
  name text not null,
  language text not null,
  status text not null,
  category text not null,
  body text not null,
  examples text[] not null,
  fields text[] not null,
  provider_id text,
  reason text,
  told_at timestamp with time zone,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint whatsapp_templates_pkey PRIMARY KEY (creditor_id, name, language),
  constraint whatsapp_templates_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint whatsapp_templates_category_check CHECK ((category = ANY (ARRAY['utility'::text, 'marketing'::text]))),
  constraint whatsapp_templates_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'pending'::text, 'approved'::text, 'rejected'::text, 'paused'::text, 'disabled'::text])))
);
alter table whatsapp_templates enable row level security;
create policy tenant on whatsapp_templates for all to public using (creditor_id = current_creditor());
grant insert, select, update (body, category, changed_at, examples, fields, provider_id, reason, status, told_at) on whatsapp_templates to repactua_app;

create table yearly_statements (
  creditor_id uuid not null,
  id uuid not null,
  debtor_id uuid not null,
  cpf_index bytea not null,
  year integer not null,
  verification_code text not null,
  document jsonb not null,
  created_at timestamp with time zone not null,
  constraint yearly_statements_pkey PRIMARY KEY (creditor_id, id),
  constraint yearly_statements_creditor_id_debtor_id_year_key UNIQUE (creditor_id, debtor_id, year),
  constraint yearly_statements_verification_code_key UNIQUE (verification_code),
  constraint yearly_statements_creditor_id_debtor_id_fkey FOREIGN KEY (creditor_id, debtor_id) REFERENCES debtors(creditor_id, id),
  constraint yearly_statements_creditor_id_fkey FOREIGN KEY (creditor_id) REFERENCES creditors(id),
  constraint yearly_statements_year_check CHECK (((year >= 2000) AND (year <= 9999)))
);
CREATE INDEX yearly_statements_by_person ON yearly_statements USING btree (cpf_index);
alter table yearly_statements enable row level security;
create policy paper on yearly_statements for select to public using (verification_code = current_verification_code());
create policy person on yearly_statements for select to public using (cpf_index = current_cpf_index());
create policy tenant on yearly_statements for all to public using (creditor_id = current_creditor());
grant insert, select on yearly_statements to repactua_app;

CREATE OR REPLACE FUNCTION append_audit(p_creditor_id uuid, p_at timestamp with time zone, p_actor text, p_action text, p_subject text, p_payload text, p_mac bytea)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare head audit_heads; next_hash bytea;
begin
  perform lock_audit_head(p_creditor_id);
  select * into head from audit_heads where creditor_id = p_creditor_id;
  next_hash := sha256(head.hash || p_mac || convert_to(p_payload, 'UTF8'));
  insert into audit_entries values (p_creditor_id, head.sequence + 1, p_at, p_actor, p_action, p_subject, p_payload, p_mac, head.hash, next_hash);
  update audit_heads set sequence = head.sequence + 1, hash = next_hash where creditor_id = p_creditor_id;
  return head.sequence + 1;
end $function$;

CREATE OR REPLACE FUNCTION charge_late(p_creditor_id uuid, p_agreement_id uuid, p_numbers integer[], p_cents bigint[], p_paid_on date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare changed integer;
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s agreement'; end if;
  update installments i set amount_cents = i.amount_cents + c.cents
    from unnest(p_numbers, p_cents) as c(number, cents)
    where i.creditor_id = p_creditor_id and i.agreement_id = p_agreement_id and i.number = c.number
      and i.status in ('open', 'partly_paid') and i.due_on < p_paid_on and c.cents between 1 and i.amount_cents - i.paid_cents;
  get diagnostics changed = row_count;
  if changed <> cardinality(p_numbers) then raise exception 'charges for delay do not fit the installments of %', p_agreement_id; end if;
end $function$
;
grant execute on function charge_late(uuid,uuid,integer[],bigint[],date) to repactua_app;

CREATE OR REPLACE FUNCTION claim_deliveries(p_now timestamp with time zone, p_until timestamp with time zone, p_limit integer, p_each integer)
 RETURNS TABLE(creditor_id uuid, id uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;
grant execute on function claim_deliveries(timestamp with time zone,timestamp with time zone,integer,integer) to repactua_app;

CREATE OR REPLACE FUNCTION claim_messages(p_now timestamp with time zone, p_until timestamp with time zone, p_limit integer, p_each integer)
 RETURNS TABLE(creditor_id uuid, id uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update messages m set due_at = p_until
  from (
    select free.creditor_id, free.id from (
      select d.creditor_id, d.id, d.due_at, row_number() over (partition by d.creditor_id order by d.due_at, d.id) as place
      from (
        select w.creditor_id, w.id, w.due_at from messages w
        where w.due_at <= p_now order by w.due_at limit p_limit * 4 for update skip locked
      ) d
    ) free where place <= p_each order by due_at limit p_limit
  ) claimed
  where m.creditor_id = claimed.creditor_id and m.id = claimed.id
  returning m.creditor_id, m.id
$function$
;
grant execute on function claim_messages(timestamp with time zone,timestamp with time zone,integer,integer) to repactua_app;

CREATE OR REPLACE FUNCTION contacts_before(p_cpf_indexes bytea[], p_address_indexes bytea[], p_since timestamp with time zone)
 RETURNS TABLE(cpf_index bytea, address_index bytea, at timestamp with time zone, channel text, purpose text, debt_ids uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when a.cpf_index = any (p_cpf_indexes) then a.cpf_index end, case when a.address_index = any (p_address_indexes) then a.address_index end,
    a.started_at, a.channel, m.purpose, case when m.creditor_id = current_creditor() then m.debt_ids end
  from message_attempts a join messages m on m.creditor_id = a.creditor_id and m.id = a.message_id
  where a.counts and a.started_at > p_since and (a.cpf_index = any (p_cpf_indexes) or a.address_index = any (p_address_indexes))
$function$
;
grant execute on function contacts_before(bytea[],bytea[],timestamp with time zone) to repactua_app;

CREATE OR REPLACE FUNCTION creditors_with_news(p_limit integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct creditor_id from outbox_events where relayed_at is null limit p_limit
$function$
;
grant execute on function creditors_with_news(integer) to repactua_app;

CREATE OR REPLACE FUNCTION creditors_with_pix()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select creditor_id from pix_accounts order by creditor_id
$function$
;
grant execute on function creditors_with_pix() to repactua_app;

CREATE OR REPLACE FUNCTION current_cpf_index()
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$ select decode(nullif(current_setting('app.cpf_index', true), ''), 'hex') $function$;

CREATE OR REPLACE FUNCTION current_creditor()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.creditor_id', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION current_verification_code()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.verification_code', true), '') $function$;

CREATE OR REPLACE FUNCTION forgive_rest(p_creditor_id uuid, p_agreement_id uuid, p_number integer, p_cents bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s agreement'; end if;
  update installments i set amount_cents = i.amount_cents - p_cents from creditors c
    where i.creditor_id = p_creditor_id and i.agreement_id = p_agreement_id and i.number = p_number and c.id = p_creditor_id
      and p_cents between 1 and c.short_tolerance_cents and i.status in ('open', 'partly_paid') and i.amount_cents - i.paid_cents > p_cents;
  if not found then raise exception 'nobody lets go % cents of installment % of %', p_cents, p_number, p_agreement_id; end if;
end $function$
;
grant execute on function forgive_rest(uuid,uuid,integer,bigint) to repactua_app;

CREATE OR REPLACE FUNCTION fulfil_amendment(p_creditor_id uuid, p_agreement_id uuid, p_amendment_id uuid, p_now timestamp with time zone, p_paid_on date, p_numbers integer[], p_amounts bigint[], p_payment_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare changed integer;
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s amendment'; end if;
  update amendments set applied_at = p_now, paid_by = p_payment_id
    where creditor_id = p_creditor_id and agreement_id = p_agreement_id and id = p_amendment_id
      and pay_cents is not null and applied_at is null and undone_at is null and p_paid_on <= pay_by
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
end $function$
;
grant execute on function fulfil_amendment(uuid,uuid,uuid,timestamp with time zone,date,integer[],bigint[],uuid) to repactua_app;

CREATE OR REPLACE FUNCTION lock_audit_head(p_creditor_id uuid)
 RETURNS bytea
 LANGUAGE plpgsql
AS $function$
declare last_hash bytea;
begin
  insert into audit_heads values (p_creditor_id, 0, sha256('')) on conflict do nothing;
  select hash into last_hash from audit_heads where creditor_id = p_creditor_id for update;
  return last_hash;
end $function$;

CREATE OR REPLACE FUNCTION lock_contact(p_cpf_index bytea, p_address_indexes bytea[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare key bigint;
begin
  for key in select distinct k from (
    select hashtextextended('contact:' || encode(p_cpf_index, 'hex'), 0) as k
    union select hashtextextended('contact:' || encode(a, 'hex'), 0) from unnest(p_address_indexes) as a
  ) keys order by k loop
    perform pg_advisory_xact_lock(key);
  end loop;
end $function$
;
grant execute on function lock_contact(bytea,bytea[]) to repactua_app;

CREATE OR REPLACE FUNCTION pay_early(p_creditor_id uuid, p_agreement_id uuid, p_numbers integer[], p_paid_on date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$
;
grant execute on function pay_early(uuid,uuid,integer[],date) to repactua_app;

CREATE OR REPLACE FUNCTION post_entry(p_creditor_id uuid, p_entry jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$
;
grant execute on function post_entry(uuid,jsonb) to repactua_app;

CREATE OR REPLACE FUNCTION reserve_line(p_line text, p_interval interval, p_burst interval, p_ahead interval, p_retry interval, p_failures integer, p_now timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
AS $function$
declare found sending_lines; place timestamptz;
begin
  insert into sending_lines (line, next_slot) values (p_line, p_now - p_burst) on conflict do nothing;
  select * into found from sending_lines where line = p_line for update;
  if found.closed_until > p_now then return null; end if;
  place := greatest(found.next_slot, p_now - p_burst);
  if place > p_now + p_ahead then return null; end if;
  update sending_lines set next_slot = place + p_interval, closed_until = case when failures >= p_failures then p_now + p_retry end where line = p_line;
  return greatest(place, p_now);
end $function$
;
grant execute on function reserve_line(text,interval,interval,interval,interval,integer,timestamp with time zone) to repactua_app;

CREATE OR REPLACE FUNCTION sign_agreement(p_creditor_id uuid, p_agreement_id uuid, p_cpf_index bytea, p_challenge_id uuid, p_code_mac bytea, p_term_sha256 bytea, p_now timestamp with time zone, p_numbers integer[], p_due_ons date[], p_amounts bigint[], p_verification_code text, p_evidence_sealed bytea, p_event_id uuid, p_event jsonb, p_audit_payload text, p_audit_mac bytea, p_campaign_codes text[] DEFAULT '{}'::text[], p_campaign_cents bigint[] DEFAULT '{}'::bigint[])
 RETURNS text
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION sign_agreement_into_books(p_entry jsonb, p_creditor_id uuid, p_agreement_id uuid, p_cpf_index bytea, p_challenge_id uuid, p_code_mac bytea, p_term_sha256 bytea, p_now timestamp with time zone, p_numbers integer[], p_due_ons date[], p_amounts bigint[], p_verification_code text, p_evidence_sealed bytea, p_event_id uuid, p_event jsonb, p_audit_payload text, p_audit_mac bytea, p_campaign_codes text[], p_campaign_cents bigint[])
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare outcome text;
begin
  outcome := sign_agreement(p_creditor_id, p_agreement_id, p_cpf_index, p_challenge_id, p_code_mac, p_term_sha256, p_now, p_numbers, p_due_ons,
    p_amounts, p_verification_code, p_evidence_sealed, p_event_id, p_event, p_audit_payload, p_audit_mac, p_campaign_codes, p_campaign_cents);
  if outcome = 'signed' then perform post_entry(p_creditor_id, p_entry); end if;
  return outcome;
end $function$
;
grant execute on function sign_agreement_into_books(jsonb,uuid,uuid,bytea,uuid,bytea,bytea,timestamp with time zone,integer[],date[],bigint[],text,bytea,uuid,jsonb,text,bytea,text[],bigint[]) to repactua_app;

CREATE OR REPLACE FUNCTION sign_amendment(p_creditor_id uuid, p_agreement_id uuid, p_amendment_id uuid, p_cpf_index bytea, p_challenge_id uuid, p_code_mac bytea, p_now timestamp with time zone, p_most_times integer, p_evidence_sealed bytea, p_event_id uuid, p_event jsonb, p_audit_payload text, p_audit_mac bytea)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$
;
grant execute on function sign_amendment(uuid,uuid,uuid,bytea,uuid,bytea,timestamp with time zone,integer,bytea,uuid,jsonb,text,bytea) to repactua_app;

CREATE OR REPLACE FUNCTION sign_amendment_into_books(p_entry jsonb, p_creditor_id uuid, p_agreement_id uuid, p_amendment_id uuid, p_cpf_index bytea, p_challenge_id uuid, p_code_mac bytea, p_now timestamp with time zone, p_most_times integer, p_evidence_sealed bytea, p_event_id uuid, p_event jsonb, p_audit_payload text, p_audit_mac bytea)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare outcome text;
begin
  outcome := sign_amendment(p_creditor_id, p_agreement_id, p_amendment_id, p_cpf_index, p_challenge_id, p_code_mac, p_now, p_most_times,
    p_evidence_sealed, p_event_id, p_event, p_audit_payload, p_audit_mac);
  if outcome = 'signed' and p_entry is not null then
    perform set_config('app.creditor_id', p_creditor_id::text, true);
    perform post_entry(p_creditor_id, p_entry);
  end if;
  return outcome;
end $function$
;
grant execute on function sign_amendment_into_books(jsonb,uuid,uuid,uuid,bytea,uuid,bytea,timestamp with time zone,integer,bytea,uuid,jsonb,text,bytea) to repactua_app;

CREATE OR REPLACE FUNCTION standing_choices(p_cpf_indexes bytea[], p_now timestamp with time zone)
 RETURNS SETOF contact_choices
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from contact_choices c
  where c.cpf_index = any (p_cpf_indexes) and c.ended_at is null and (c.until is null or c.until > p_now)
    and c.creditor_id in (current_creditor(), '00000000-0000-0000-0000-000000000000')
$function$
;
grant execute on function standing_choices(bytea[],timestamp with time zone) to repactua_app;

CREATE OR REPLACE FUNCTION standing_status(p_creditor_id uuid, p_debt_id uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when exists (select from disputes where creditor_id = p_creditor_id and debt_id = p_debt_id and ended_at is null) then 'disputed'
    when exists (select from debt_holds where creditor_id = p_creditor_id and debt_id = p_debt_id and ended_at is null) then 'on_hold'
    else 'open' end
$function$
;
grant execute on function standing_status(uuid,uuid) to public;
grant execute on function standing_status(uuid,uuid) to repactua_app;

CREATE OR REPLACE FUNCTION take_back(p_creditor_id uuid, p_agreement_id uuid, p_reversal_id uuid, p_numbers integer[], p_amounts bigint[], p_paids bigint[], p_statuses text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare changed integer; lost bigint;
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s agreement'; end if;
  select sum(i.paid_cents - t.paid) into lost
    from installments i join unnest(p_numbers, p_paids) as t(number, paid) on t.number = i.number
    where i.creditor_id = p_creditor_id and i.agreement_id = p_agreement_id and t.paid <= i.paid_cents;
  if lost is distinct from (select sum(cents) from payment_reversal_shares where creditor_id = p_creditor_id and reversal_id = p_reversal_id and agreement_id = p_agreement_id) then
    raise exception 'reversal % takes back something else', p_reversal_id;
  end if;
  update installments i set amount_cents = t.amount, paid_cents = t.paid, status = t.status
    from unnest(p_numbers, p_amounts, p_paids, p_statuses) as t(number, amount, paid, status)
    where i.creditor_id = p_creditor_id and i.agreement_id = p_agreement_id and i.number = t.number;
  get diagnostics changed = row_count;
  if changed <> cardinality(p_numbers) then raise exception 'reversal % does not fit its installments', p_reversal_id; end if;
end $function$
;
grant execute on function take_back(uuid,uuid,uuid,integer[],bigint[],bigint[],text[]) to repactua_app;

CREATE OR REPLACE FUNCTION undo_fulfilment(p_creditor_id uuid, p_agreement_id uuid, p_amendment_id uuid, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if p_creditor_id is distinct from current_creditor() then raise exception 'another creditor''s amendment'; end if;
  update amendments set applied_at = null, undone_at = p_now
    where creditor_id = p_creditor_id and agreement_id = p_agreement_id and id = p_amendment_id and applied_at is not null and paid_by is not null;
  if not found then raise exception 'no payment made amendment % true', p_amendment_id; end if;
end $function$
;
grant execute on function undo_fulfilment(uuid,uuid,uuid,timestamp with time zone) to repactua_app;
