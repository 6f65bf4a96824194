-- A plan that a court ratified is an agreement without a sheet (CDC 104-A, 104-B): the order stands in its place.
alter table agreements alter column offer_sheet_id drop not null,
  add column court_order jsonb,
  add constraint agreements_from_sheet_or_court check ((offer_sheet_id is null) = (court_order is not null));
