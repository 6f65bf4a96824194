-- By which message a person took the way out: that one alone takes it back. Null where two did, and where it came otherwise; then
-- it is taken back on the person's own page.
alter table contact_choices add column message_id uuid;
