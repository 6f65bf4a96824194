-- Official monthly tables: facts about the country, nobody's data, so there is no row-level security. `rate` is in
-- millionths of a per cent: 0.605306 % is 605306. What stood in a month before lies in the audit chain.
create table index_months (
  code text not null check (code in ('ipca', 'inpc', 'igpm', 'selic', 'legal_interest')),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  rate bigint not null check (rate > -100000000 and rate < 100000000),
  updated_at timestamptz not null,
  primary key (code, month),
  check (code <> 'legal_interest' or rate >= 0)
);
grant select, insert, update on index_months to repactua_app;

-- How a contract counts its interest, and what corrects its principal.
alter table debts
  add column day_count text not null default 'month_30',
  add column correction_index text,
  add constraint debts_interest_method_check check (interest_method in ('simple', 'compound', 'legal')),
  add constraint debts_day_count_check check (day_count in ('month_30', 'year_360', 'year_365')),
  add constraint debts_correction_index_check check (correction_index in ('ipca', 'inpc', 'igpm', 'selic'));
alter table debt_import_rows
  add column interest_method text not null default 'simple',
  add column day_count text not null default 'month_30',
  add column correction_index text;

-- Operators made before this could not have asked for the tables.
update oauth_clients set scopes = scopes || '{indices:write}' where creditor_id is null and not 'indices:write' = any (scopes);
