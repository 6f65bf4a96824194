-- What a sheet was made of, in full: rules with their floors, terms, index months, law. It is the creditor's alone to read,
-- and the document can be written again from it. Null for sheets that are older than this column.
alter table offer_sheets add column inputs text;
