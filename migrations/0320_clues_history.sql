-- What was done with clues before they came into the program, and handlers who are named because a workbook names them.
create table clues.clue_history (
  "matter" uuid not null,
  "number" bigint not null,
  "action" text not null,
  "taken_at" timestamptz not null,
  "officer" uuid,
  "taker" text,
  "note" text,
  "jurisdiction" text,
  "way" text,
  "due_on" date,
  "letter_on" date,
  "answered_on" date,
  "extension" bigint,
  "until" date,
  "informed" text,
  record uuid not null,
  version integer not null,
  recorded_at timestamptz not null,
  act uuid not null,
  leaf integer not null,
  salt bytea,
  commitment bytea not null,
  import uuid,
  import_sheet text,
  import_row integer,
  retired_at timestamptz,
  retired_by uuid,
  retired_as text,
  retired_reason text,
  primary key (record, version)
);
comment on table clues.clue_history is '线索办理经过 / Clue: steps before this program';
comment on column clues.clue_history."matter" is '问题线索 / Clues (record of clues.clues)';
comment on column clues.clue_history."number" is '序号 / No.';
comment on column clues.clue_history."action" is '办理环节 / Step';
comment on column clues.clue_history."taken_at" is '办理时间 / Taken at';
comment on column clues.clue_history."officer" is '办理人编号 / Officer (record of organisation.officers)';
comment on column clues.clue_history."taker" is '办理人 / Taken by';
comment on column clues.clue_history."note" is '办理情况 / What was done';
comment on column clues.clue_history."jurisdiction" is '管辖 / Belongs to';
comment on column clues.clue_history."way" is '交办方式 / How';
comment on column clues.clue_history."due_on" is '办理时限 / Due on';
comment on column clues.clue_history."letter_on" is '发函日期 / Letter sent on';
comment on column clues.clue_history."answered_on" is '答复或谈话日期 / Answered on';
comment on column clues.clue_history."extension" is '延长工作日数 / Working days more';
comment on column clues.clue_history."until" is '暂存至 / Until';
comment on column clues.clue_history."informed" is '告知情况 / How the officer was told';
create unique index clue_history_key on clues.clue_history ("matter", "number") where retired_at is null;
create index clue_history_follows on clues.clue_history ("matter") where retired_at is null;
create index clue_history_act on clues.clue_history using brin (act);
grant select, insert on clues.clue_history to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.clue_history to mingjing_app;
alter table clues.clue_history enable row level security;
create policy reading on clues.clue_history for select to mingjing_app using (
    (select access.reaches_all('clues.clueHistory', 'read'))
    or (select access.reaches_some('clues.clueHistory', 'read')) and exists (select from clues.clues m where m.record = clue_history."matter" and m.retired_at is null));
create policy writing on clues.clue_history for insert to mingjing_app with check (
    (select access.reaches_all('clues.clueHistory', 'write'))
    or (select access.reaches_some('clues.clueHistory', 'write')) and exists (select from clues.clues m where m.record = clue_history."matter" and m.retired_at is null));
create policy retiring on clues.clue_history for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.clueHistory', 'write'))
    or (select access.reaches_some('clues.clueHistory', 'write')) and exists (select from clues.clues m where m.record = clue_history."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.clueHistory', 'write'))
    or (select access.reaches_some('clues.clueHistory', 'write')) and exists (select from clues.clues m where m.record = clue_history."matter" and m.retired_at is null));

-- A handler reads what a workbook says he or she handles, as if it had been assigned here; nobody who must stand back does. Steps
-- taken here name their handlers themselves, so only rows of workbooks are looked at.
create function clues.name_handlers(given uuid[], of_act uuid) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into access.named (register, record, account, act, granted_at)
  select distinct 'clues.clues', c.record, a.id, of_act, clock_timestamp()
  from clues.clues c
  cross join lateral (values (c.first_handler), (c.second_handler)) as h (officer)
  join identity.accounts a on a.officer = h.officer and a.active
  where c.record = any (given) and c.retired_at is null and c.import is not null
    and clues.barred(c.record, c.unit, h.officer) = '{}'
    and not exists (
      select from access.named n
      where n.register = 'clues.clues' and n.record = c.record and n.account = a.id and n.ended_at is null and n.expires_at is null)
$$;
comment on function clues.name_handlers(uuid[], uuid) is 'puts the handlers that workbooks name for these clues on their need-to-know lists';

create function clues.name_handlers_brought_in() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform clues.name_handlers(array_agg(record), (array_agg(act))[1]) from added
  where import is not null and (first_handler is not null or second_handler is not null);
  return null;
end $$;
comment on function clues.name_handlers_brought_in() is 'names the handlers of clues that came from a workbook';

create trigger name_handlers after insert on clues.clues referencing new table as added
  for each statement execute function clues.name_handlers_brought_in();

-- An account may come later than the workbooks: whoever gets one finds the work that is his or hers.
create function clues.name_new_account() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform clues.name_handlers(array_agg(record), new.act) from clues.clues
  where retired_at is null and import is not null and new.officer in (first_handler, second_handler);
  return null;
end $$;
comment on function clues.name_new_account() is 'names an officer who gets an account for the clues that workbooks say are in his or her hands';

create trigger name_for_clues after insert or update of officer on identity.accounts
  for each row when (new.officer is not null and new.active) execute function clues.name_new_account();
