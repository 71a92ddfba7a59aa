-- Talks: rules with what finds a duty, triggers entered by hand, notes for the two who talked.
alter table conduct.mandatory_talk_kinds add column "basis" text;
comment on column conduct.mandatory_talk_kinds."basis" is '判定依据 / Found by';
alter table conduct.talks add column "trigger" uuid;
comment on column conduct.talks."trigger" is '必谈事项 / Entered trigger (record of conduct.talkTriggers)';

create table conduct.talk_triggers (
  "number" text not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "kind" uuid,
  "occurred_on" date not null,
  "due_on" date not null,
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
comment on table conduct.talk_triggers is '必谈事项 / Talks asked for';
comment on column conduct.talk_triggers."number" is '事项编号 / Trigger no.';
comment on column conduct.talk_triggers."officer" is '谈话对象 / Officer (record of organisation.officers)';
comment on column conduct.talk_triggers."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.talk_triggers."kind" is '必谈情形 / Kind (record of conduct.mandatoryTalkKinds)';
comment on column conduct.talk_triggers."occurred_on" is '发生日期 / Occurred on';
comment on column conduct.talk_triggers."due_on" is '应谈日期 / Due on';
create unique index talk_triggers_key on conduct.talk_triggers ("number") where retired_at is null;
create index talk_triggers_date on conduct.talk_triggers ("occurred_on" desc nulls last, record) where retired_at is null;
create index talk_triggers_unit on conduct.talk_triggers ("unit", "occurred_on" desc nulls last, record) where retired_at is null;
create index talk_triggers_act on conduct.talk_triggers using brin (act);
grant select, insert on conduct.talk_triggers to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.talk_triggers to mingjing_app;
alter table conduct.talk_triggers enable row level security;
create policy reading on conduct.talk_triggers for select to mingjing_app using (
    (select access.reaches_all('conduct.talkTriggers', 'read'))
    or "unit" = any ((select access.reached_units('conduct.talkTriggers', 'read'))::uuid[]));
create policy writing on conduct.talk_triggers for insert to mingjing_app with check (
    (select access.reaches_all('conduct.talkTriggers', 'write'))
    or "unit" = any ((select access.reached_units('conduct.talkTriggers', 'write'))::uuid[]));
create policy retiring on conduct.talk_triggers for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.talkTriggers', 'write'))
    or "unit" = any ((select access.reached_units('conduct.talkTriggers', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('conduct.talkTriggers', 'write'))
    or "unit" = any ((select access.reached_units('conduct.talkTriggers', 'write'))::uuid[]));


create table conduct.talk_notes (
  "talk" uuid not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "notes" text not null,
  "concerns" text,
  "issues_admitted" boolean,
  "follow_up" text,
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
comment on table conduct.talk_notes is '谈话记录 / Notes of talks';
comment on column conduct.talk_notes."talk" is '谈话 / Talk (record of conduct.talks)';
comment on column conduct.talk_notes."officer" is '谈话对象 / Officer (record of organisation.officers)';
comment on column conduct.talk_notes."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.talk_notes."notes" is '谈话内容 / What was said';
comment on column conduct.talk_notes."concerns" is '反映问题 / Concerns raised';
comment on column conduct.talk_notes."issues_admitted" is '是否主动说明问题 / Issues admitted';
comment on column conduct.talk_notes."follow_up" is '后续措施 / Follow-up';
create unique index talk_notes_key on conduct.talk_notes ("talk") where retired_at is null;
create index talk_notes_unit on conduct.talk_notes ("unit", record) where retired_at is null;
create index talk_notes_officer on conduct.talk_notes ("officer") where retired_at is null;
create index talk_notes_act on conduct.talk_notes using brin (act);
grant select, insert on conduct.talk_notes to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.talk_notes to mingjing_app;
alter table conduct.talk_notes enable row level security;
create policy reading on conduct.talk_notes for select to mingjing_app using (
    (select access.reaches_all('conduct.talkNotes', 'read'))
    or "unit" = any ((select access.reached_units('conduct.talkNotes', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.talkNotes'))
    or record = any ((select access.reached_named('conduct.talkNotes', 'read'))::uuid[]));
create policy writing on conduct.talk_notes for insert to mingjing_app with check (
    (select access.reaches_all('conduct.talkNotes', 'write'))
    or "unit" = any ((select access.reached_units('conduct.talkNotes', 'write'))::uuid[]));
create policy retiring on conduct.talk_notes for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.talkNotes', 'write'))
    or "unit" = any ((select access.reached_units('conduct.talkNotes', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('conduct.talkNotes', 'write'))
    or "unit" = any ((select access.reached_units('conduct.talkNotes', 'write'))::uuid[]));

-- The officer reads the own roster entry only, but must know who talked to him: the name, for whoever sees the talk.
create function conduct.talker_name(of_talk uuid) returns text language sql stable security definer set search_path = pg_catalog as $$
  select o.name from conduct.talks t join organisation.officers o on o.record = t.talker and o.retired_at is null
  where t.record = of_talk and t.retired_at is null
    and ((select access.reaches_all('conduct.talks', 'read'))
      or t.unit = any ((select access.reached_units('conduct.talks', 'read'))::uuid[])
      or t.officer = (select access.reached_officer('conduct.talks')))
$$;
grant execute on function conduct.talker_name(uuid) to mingjing_app;
