-- Items of a list belong to the unit that issues it: a unit enters the items of its own lists, and no others.

alter table disclosure.penalty_list_items add column "unit" uuid;
comment on column disclosure.penalty_list_items."unit" is '制定机关 / Issued by (record of organisation.units)';
create index penalty_list_items_unit on disclosure.penalty_list_items ("unit", record) where retired_at is null;
drop policy reading on disclosure.penalty_list_items;
drop policy writing on disclosure.penalty_list_items;
drop policy retiring on disclosure.penalty_list_items;
create policy reading on disclosure.penalty_list_items for select to mingjing_app using (
    (select access.reaches_all('disclosure.penaltyListItems', 'read'))
    or "unit" = any ((select access.reached_units('disclosure.penaltyListItems', 'read'))::uuid[]));
create policy writing on disclosure.penalty_list_items for insert to mingjing_app with check (
    (select access.reaches_all('disclosure.penaltyListItems', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.penaltyListItems', 'write'))::uuid[]));
create policy retiring on disclosure.penalty_list_items for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('disclosure.penaltyListItems', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.penaltyListItems', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('disclosure.penaltyListItems', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.penaltyListItems', 'write'))::uuid[]));

alter table disclosure.legal_services add column "unit" uuid;
comment on column disclosure.legal_services."unit" is '制定机关 / Issued by (record of organisation.units)';
create index legal_services_unit on disclosure.legal_services ("unit", record) where retired_at is null;
drop policy reading on disclosure.legal_services;
drop policy writing on disclosure.legal_services;
drop policy retiring on disclosure.legal_services;
create policy reading on disclosure.legal_services for select to mingjing_app using (
    (select access.reaches_all('disclosure.legalServices', 'read'))
    or "unit" = any ((select access.reached_units('disclosure.legalServices', 'read'))::uuid[]));
create policy writing on disclosure.legal_services for insert to mingjing_app with check (
    (select access.reaches_all('disclosure.legalServices', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.legalServices', 'write'))::uuid[]));
create policy retiring on disclosure.legal_services for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('disclosure.legalServices', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.legalServices', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('disclosure.legalServices', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.legalServices', 'write'))::uuid[]));
