-- What a contract may say of interest before the due date, of collection fees and of the order of payments; the law that
-- lifts a limit; what legal interest was before the table of CC 406 begins; and the creditor's own view of the risk.
alter table debts
  add column contract_interest_monthly_bps integer,
  add column contract_interest_yearly_bps integer,
  add column contract_interest_from date,
  add column contract_interest_method text,
  add column contract_interest_after_due boolean,
  add column collection_fees_bps integer,
  add column collection_fees_clause text,
  add column collection_fees_work text,
  add column imputation_order text[],
  add column special_law text,
  add column legal_interest_history text,
  add column risk_band text,
  add constraint debts_contract_interest_check check (
    num_nulls(contract_interest_monthly_bps, contract_interest_from, contract_interest_method, contract_interest_after_due) in (0, 4)
    and contract_interest_monthly_bps between 1 and 10000
    and contract_interest_from < due_on
    and contract_interest_method in ('simple', 'compound')
    and (contract_interest_method <> 'compound' or coalesce(contract_interest_yearly_bps, 0) > 12 * contract_interest_monthly_bps)),
  add constraint debts_collection_fees_check check (
    num_nulls(collection_fees_bps, collection_fees_clause, collection_fees_work) in (0, 3) and collection_fees_bps between 1 and 10000),
  -- A permutation of the six kinds of what is owed.
  add constraint debts_imputation_order_check check (
    cardinality(imputation_order) = 6
    and imputation_order @> '{default_interest,contract_interest,late_fine,collection_fees,correction,principal}'),
  add constraint debts_legal_interest_history_check check (legal_interest_history is null or (legal_interest_history in ('one_per_cent', 'selic') and interest_method = 'legal')),
  add constraint debts_risk_band_check check (risk_band in ('low', 'medium', 'high'));
alter table debt_import_rows
  add column contract_interest_monthly_bps integer,
  add column contract_interest_yearly_bps integer,
  add column contract_interest_from date,
  add column contract_interest_method text,
  add column contract_interest_after_due boolean,
  add column collection_fees_bps integer,
  add column collection_fees_clause text,
  add column collection_fees_work text,
  add column imputation_order text[],
  add column special_law text,
  add column legal_interest_history text,
  add column risk_band text;

-- The two factors of the legal rate; `derived` marks a month of it that was computed from them.
alter table index_months
  drop constraint index_months_code_check,
  add constraint index_months_code_check check (code in ('ipca', 'inpc', 'igpm', 'selic', 'legal_interest', 'selic_factor', 'ipca15')),
  add column derived boolean not null default false,
  add constraint index_months_derived_check check (not derived or code = 'legal_interest');
