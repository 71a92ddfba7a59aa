-- What an officer wrote is committed to under a salt that only the officer and the desk hold; a commitment comes in once, whoever sends it.
alter table conduct.self_report_seals add column text_commitment text;
comment on column conduct.self_report_seals."text_commitment" is '内容承诺值 / Salted commitment to the text';
create unique index self_report_seals_commitment on conduct.self_report_seals (text_commitment) where version = 1;
-- A sealed text that was voided must not come in again either.
create unique index self_report_seals_hash on conduct.self_report_seals (hash) where version = 1;
