-- The officer's side of a clue: what was told, said and decided, and what is looked at again (reference 29).

create table clues.hearings (
  "number" text not null,
  "clue" uuid not null,
  "officer" uuid not null,
  "facts" text not null,
  "grounds" text not null,
  "proposed" text not null,
  "told_on" date not null,
  "track" text,
  "decision_no" text,
  "findings" text,
  "evidence" text,
  "measure" text,
  "basis" text,
  "remedies" text,
  "decided_on" date,
  "state" text not null,
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
comment on table clues.hearings is '告知与决定 / Hearings of officers';
comment on column clues.hearings."number" is '告知编号 / Hearing no.';
comment on column clues.hearings."clue" is '线索 / Clue (record of clues.clues)';
comment on column clues.hearings."officer" is '干警 / Officer (record of organisation.officers)';
comment on column clues.hearings."facts" is '告知的事实 / Facts told';
comment on column clues.hearings."grounds" is '拟处理的理由和依据 / Grounds told';
comment on column clues.hearings."proposed" is '拟作处理 / Proposed';
comment on column clues.hearings."told_on" is '告知日期 / Told on';
comment on column clues.hearings."track" is '决定机关 / Decided by';
comment on column clues.hearings."decision_no" is '决定文号 / Decision no.';
comment on column clues.hearings."findings" is '认定的事实 / Facts found';
comment on column clues.hearings."evidence" is '证据 / Evidence';
comment on column clues.hearings."measure" is '处理种类 / Measure';
comment on column clues.hearings."basis" is '处理依据 / Basis';
comment on column clues.hearings."remedies" is '救济途径和期限 / Remedies and their limits';
comment on column clues.hearings."decided_on" is '决定送达日期 / Decided and delivered on';
comment on column clues.hearings."state" is '状态 / State';
create unique index hearings_key on clues.hearings ("number") where retired_at is null;
create index hearings_date on clues.hearings ("told_on" desc nulls last, record) where retired_at is null;
create index hearings_state on clues.hearings ("state", recorded_at) where retired_at is null;
create index hearings_changed on clues.hearings (recorded_at) where retired_at is null;
create index hearings_officer on clues.hearings ("officer") where retired_at is null;
create index hearings_act on clues.hearings using brin (act);
grant select, insert on clues.hearings to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.hearings to mingjing_app;
alter table clues.hearings enable row level security;
create policy reading on clues.hearings for select to mingjing_app using (
    (select access.reaches_all('clues.hearings', 'read'))
    or "officer" = (select access.reached_officer('clues.hearings'))
    or record = any ((select access.reached_named('clues.hearings', 'read'))::uuid[]));
create policy writing on clues.hearings for insert to mingjing_app with check (
    (select access.reaches_all('clues.hearings', 'write'))
    or "officer" = (select access.written_officer('clues.hearings'))
    or record = any ((select access.reached_named('clues.hearings', 'write'))::uuid[]));
create policy retiring on clues.hearings for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.hearings', 'write'))
    or "officer" = (select access.written_officer('clues.hearings'))
    or record = any ((select access.reached_named('clues.hearings', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('clues.hearings', 'write'))
    or "officer" = (select access.written_officer('clues.hearings'))
    or record = any ((select access.reached_named('clues.hearings', 'write'))::uuid[]));
create policy shield on clues.hearings as restrictive to mingjing_app using (
    record <> all ((select access.hidden_records('clues.hearings'))::uuid[]));

create table clues.hearing_steps (
  "matter" uuid not null,
  "number" bigint not null,
  "action" text not null,
  "from_state" text,
  "to_state" text not null,
  "account" text not null,
  "taken_at" timestamptz not null,
  "reason" text,
  "input" text not null,
  "rule" text not null,
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
comment on table clues.hearing_steps is '告知与决定办理记录 / Hearing: steps';
comment on column clues.hearing_steps."matter" is '告知与决定 / Hearings of officers (record of clues.hearings)';
comment on column clues.hearing_steps."number" is '序号 / No.';
comment on column clues.hearing_steps."action" is '操作 / Action';
comment on column clues.hearing_steps."from_state" is '原状态 / From';
comment on column clues.hearing_steps."to_state" is '新状态 / To';
comment on column clues.hearing_steps."account" is '办理账户 / Account';
comment on column clues.hearing_steps."taken_at" is '办理时间 / Taken at';
comment on column clues.hearing_steps."reason" is '理由 / Reason';
comment on column clues.hearing_steps."input" is '填写内容 / Given';
comment on column clues.hearing_steps."rule" is '规则版本 / Rule';
create unique index hearing_steps_key on clues.hearing_steps ("matter", "number") where retired_at is null;
create index hearing_steps_follows on clues.hearing_steps ("matter") where retired_at is null;
create index hearing_steps_act on clues.hearing_steps using brin (act);
grant select, insert on clues.hearing_steps to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.hearing_steps to mingjing_app;
alter table clues.hearing_steps enable row level security;
create policy reading on clues.hearing_steps for select to mingjing_app using (
    (select access.reaches_all('clues.hearingSteps', 'read'))
    or (select access.reaches_some('clues.hearingSteps', 'read')) and exists (select from clues.hearings m where m.record = hearing_steps."matter" and m.retired_at is null));
create policy writing on clues.hearing_steps for insert to mingjing_app with check (
    (select access.reaches_all('clues.hearingSteps', 'write'))
    or (select access.reaches_some('clues.hearingSteps', 'write')) and exists (select from clues.hearings m where m.record = hearing_steps."matter" and m.retired_at is null));
create policy retiring on clues.hearing_steps for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.hearingSteps', 'write'))
    or (select access.reaches_some('clues.hearingSteps', 'write')) and exists (select from clues.hearings m where m.record = hearing_steps."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.hearingSteps', 'write'))
    or (select access.reaches_some('clues.hearingSteps', 'write')) and exists (select from clues.hearings m where m.record = hearing_steps."matter" and m.retired_at is null));
create policy shield on clues.hearing_steps as restrictive to mingjing_app using (
    "matter" <> all ((select access.hidden_records('clues.hearings'))::uuid[]));

create table clues.hearing_clocks (
  "matter" uuid not null,
  "clock" text not null,
  "number" bigint not null,
  "rule_from" text not null,
  "started_at" timestamptz not null,
  "warn_at" timestamptz not null,
  "due_at" timestamptz not null,
  "late_at" timestamptz not null,
  "stopped_at" timestamptz,
  "paused_until" timestamptz,
  "course" text not null,
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
comment on table clues.hearing_clocks is '告知与决定期限 / Hearing: limits';
comment on column clues.hearing_clocks."matter" is '告知与决定 / Hearings of officers (record of clues.hearings)';
comment on column clues.hearing_clocks."clock" is '期限 / Limit';
comment on column clues.hearing_clocks."number" is '序号 / No.';
comment on column clues.hearing_clocks."rule_from" is '规则版本 / Rule in force from';
comment on column clues.hearing_clocks."started_at" is '起算时间 / Started at';
comment on column clues.hearing_clocks."warn_at" is '预警时间 / Yellow from';
comment on column clues.hearing_clocks."due_at" is '到期时间 / Due at';
comment on column clues.hearing_clocks."late_at" is '逾期时间 / Red from';
comment on column clues.hearing_clocks."stopped_at" is '停止时间 / Stopped at';
comment on column clues.hearing_clocks."paused_until" is '暂停至 / Paused until';
comment on column clues.hearing_clocks."course" is '经过 / Course';
create unique index hearing_clocks_key on clues.hearing_clocks ("matter", "clock", "number") where retired_at is null;
create index hearing_clocks_follows on clues.hearing_clocks ("matter") where retired_at is null;
create index hearing_clocks_queue on clues.hearing_clocks ("due_at") where retired_at is null and "stopped_at" is null;
create index hearing_clocks_act on clues.hearing_clocks using brin (act);
grant select, insert on clues.hearing_clocks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.hearing_clocks to mingjing_app;
alter table clues.hearing_clocks enable row level security;
create policy reading on clues.hearing_clocks for select to mingjing_app using (
    (select access.reaches_all('clues.hearingClocks', 'read'))
    or (select access.reaches_some('clues.hearingClocks', 'read')) and exists (select from clues.hearings m where m.record = hearing_clocks."matter" and m.retired_at is null));
create policy writing on clues.hearing_clocks for insert to mingjing_app with check (
    (select access.reaches_all('clues.hearingClocks', 'write'))
    or (select access.reaches_some('clues.hearingClocks', 'write')) and exists (select from clues.hearings m where m.record = hearing_clocks."matter" and m.retired_at is null));
create policy retiring on clues.hearing_clocks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.hearingClocks', 'write'))
    or (select access.reaches_some('clues.hearingClocks', 'write')) and exists (select from clues.hearings m where m.record = hearing_clocks."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.hearingClocks', 'write'))
    or (select access.reaches_some('clues.hearingClocks', 'write')) and exists (select from clues.hearings m where m.record = hearing_clocks."matter" and m.retired_at is null));
create policy shield on clues.hearing_clocks as restrictive to mingjing_app using (
    "matter" <> all ((select access.hidden_records('clues.hearings'))::uuid[]));

create table clues.review_requests (
  "number" text not null,
  "hearing" uuid not null,
  "officer" uuid not null,
  "kind" text not null,
  "earlier" uuid,
  "grounds" text not null,
  "evidence" text,
  "asked_on" date not null,
  "last_day" date not null,
  "body" text,
  "result" text,
  "measure" text,
  "reasons" text,
  "decided_on" date,
  "state" text not null,
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
comment on table clues.review_requests is '复审复核申诉 / Reviews asked for by officers';
comment on column clues.review_requests."number" is '申请编号 / Request no.';
comment on column clues.review_requests."hearing" is '原决定 / Decision (record of clues.hearings)';
comment on column clues.review_requests."officer" is '申请人 / Officer (record of organisation.officers)';
comment on column clues.review_requests."kind" is '申请种类 / Kind';
comment on column clues.review_requests."earlier" is '前一程序 / Earlier request (record of clues.reviewRequests)';
comment on column clues.review_requests."grounds" is '申请理由 / Grounds';
comment on column clues.review_requests."evidence" is '证据材料 / Evidence';
comment on column clues.review_requests."asked_on" is '申请日期 / Asked on';
comment on column clues.review_requests."last_day" is '申请期限届满日 / Could be asked until';
comment on column clues.review_requests."body" is '受理机关 / Reviewing body';
comment on column clues.review_requests."result" is '审查结果 / Result';
comment on column clues.review_requests."measure" is '变更后的处理 / Reduced to';
comment on column clues.review_requests."reasons" is '理由 / Reasons';
comment on column clues.review_requests."decided_on" is '决定送达日期 / Decided and delivered on';
comment on column clues.review_requests."state" is '状态 / State';
create unique index review_requests_key on clues.review_requests ("number") where retired_at is null;
create index review_requests_date on clues.review_requests ("asked_on" desc nulls last, record) where retired_at is null;
create index review_requests_state on clues.review_requests ("state", recorded_at) where retired_at is null;
create index review_requests_changed on clues.review_requests (recorded_at) where retired_at is null;
create index review_requests_officer on clues.review_requests ("officer") where retired_at is null;
create index review_requests_act on clues.review_requests using brin (act);
grant select, insert on clues.review_requests to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.review_requests to mingjing_app;
alter table clues.review_requests enable row level security;
create policy reading on clues.review_requests for select to mingjing_app using (
    (select access.reaches_all('clues.reviewRequests', 'read'))
    or "officer" = (select access.reached_officer('clues.reviewRequests')));
create policy writing on clues.review_requests for insert to mingjing_app with check (
    (select access.reaches_all('clues.reviewRequests', 'write'))
    or "officer" = (select access.written_officer('clues.reviewRequests')));
create policy retiring on clues.review_requests for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.reviewRequests', 'write'))
    or "officer" = (select access.written_officer('clues.reviewRequests'))))
  with check (
    (select access.reaches_all('clues.reviewRequests', 'write'))
    or "officer" = (select access.written_officer('clues.reviewRequests')));
create policy shield on clues.review_requests as restrictive to mingjing_app using (
    record <> all ((select access.hidden_records('clues.reviewRequests'))::uuid[]));

create table clues.review_request_steps (
  "matter" uuid not null,
  "number" bigint not null,
  "action" text not null,
  "from_state" text,
  "to_state" text not null,
  "account" text not null,
  "taken_at" timestamptz not null,
  "reason" text,
  "input" text not null,
  "rule" text not null,
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
comment on table clues.review_request_steps is '复审复核申诉办理记录 / Review asked for by an officer: steps';
comment on column clues.review_request_steps."matter" is '复审复核申诉 / Reviews asked for by officers (record of clues.reviewRequests)';
comment on column clues.review_request_steps."number" is '序号 / No.';
comment on column clues.review_request_steps."action" is '操作 / Action';
comment on column clues.review_request_steps."from_state" is '原状态 / From';
comment on column clues.review_request_steps."to_state" is '新状态 / To';
comment on column clues.review_request_steps."account" is '办理账户 / Account';
comment on column clues.review_request_steps."taken_at" is '办理时间 / Taken at';
comment on column clues.review_request_steps."reason" is '理由 / Reason';
comment on column clues.review_request_steps."input" is '填写内容 / Given';
comment on column clues.review_request_steps."rule" is '规则版本 / Rule';
create unique index review_request_steps_key on clues.review_request_steps ("matter", "number") where retired_at is null;
create index review_request_steps_follows on clues.review_request_steps ("matter") where retired_at is null;
create index review_request_steps_act on clues.review_request_steps using brin (act);
grant select, insert on clues.review_request_steps to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.review_request_steps to mingjing_app;
alter table clues.review_request_steps enable row level security;
create policy reading on clues.review_request_steps for select to mingjing_app using (
    (select access.reaches_all('clues.reviewRequestSteps', 'read'))
    or (select access.reaches_some('clues.reviewRequestSteps', 'read')) and exists (select from clues.review_requests m where m.record = review_request_steps."matter" and m.retired_at is null));
create policy writing on clues.review_request_steps for insert to mingjing_app with check (
    (select access.reaches_all('clues.reviewRequestSteps', 'write'))
    or (select access.reaches_some('clues.reviewRequestSteps', 'write')) and exists (select from clues.review_requests m where m.record = review_request_steps."matter" and m.retired_at is null));
create policy retiring on clues.review_request_steps for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.reviewRequestSteps', 'write'))
    or (select access.reaches_some('clues.reviewRequestSteps', 'write')) and exists (select from clues.review_requests m where m.record = review_request_steps."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.reviewRequestSteps', 'write'))
    or (select access.reaches_some('clues.reviewRequestSteps', 'write')) and exists (select from clues.review_requests m where m.record = review_request_steps."matter" and m.retired_at is null));
create policy shield on clues.review_request_steps as restrictive to mingjing_app using (
    "matter" <> all ((select access.hidden_records('clues.reviewRequests'))::uuid[]));

create table clues.review_request_clocks (
  "matter" uuid not null,
  "clock" text not null,
  "number" bigint not null,
  "rule_from" text not null,
  "started_at" timestamptz not null,
  "warn_at" timestamptz not null,
  "due_at" timestamptz not null,
  "late_at" timestamptz not null,
  "stopped_at" timestamptz,
  "paused_until" timestamptz,
  "course" text not null,
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
comment on table clues.review_request_clocks is '复审复核申诉期限 / Review asked for by an officer: limits';
comment on column clues.review_request_clocks."matter" is '复审复核申诉 / Reviews asked for by officers (record of clues.reviewRequests)';
comment on column clues.review_request_clocks."clock" is '期限 / Limit';
comment on column clues.review_request_clocks."number" is '序号 / No.';
comment on column clues.review_request_clocks."rule_from" is '规则版本 / Rule in force from';
comment on column clues.review_request_clocks."started_at" is '起算时间 / Started at';
comment on column clues.review_request_clocks."warn_at" is '预警时间 / Yellow from';
comment on column clues.review_request_clocks."due_at" is '到期时间 / Due at';
comment on column clues.review_request_clocks."late_at" is '逾期时间 / Red from';
comment on column clues.review_request_clocks."stopped_at" is '停止时间 / Stopped at';
comment on column clues.review_request_clocks."paused_until" is '暂停至 / Paused until';
comment on column clues.review_request_clocks."course" is '经过 / Course';
create unique index review_request_clocks_key on clues.review_request_clocks ("matter", "clock", "number") where retired_at is null;
create index review_request_clocks_follows on clues.review_request_clocks ("matter") where retired_at is null;
create index review_request_clocks_queue on clues.review_request_clocks ("due_at") where retired_at is null and "stopped_at" is null;
create index review_request_clocks_act on clues.review_request_clocks using brin (act);
grant select, insert on clues.review_request_clocks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.review_request_clocks to mingjing_app;
alter table clues.review_request_clocks enable row level security;
create policy reading on clues.review_request_clocks for select to mingjing_app using (
    (select access.reaches_all('clues.reviewRequestClocks', 'read'))
    or (select access.reaches_some('clues.reviewRequestClocks', 'read')) and exists (select from clues.review_requests m where m.record = review_request_clocks."matter" and m.retired_at is null));
create policy writing on clues.review_request_clocks for insert to mingjing_app with check (
    (select access.reaches_all('clues.reviewRequestClocks', 'write'))
    or (select access.reaches_some('clues.reviewRequestClocks', 'write')) and exists (select from clues.review_requests m where m.record = review_request_clocks."matter" and m.retired_at is null));
create policy retiring on clues.review_request_clocks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.reviewRequestClocks', 'write'))
    or (select access.reaches_some('clues.reviewRequestClocks', 'write')) and exists (select from clues.review_requests m where m.record = review_request_clocks."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.reviewRequestClocks', 'write'))
    or (select access.reaches_some('clues.reviewRequestClocks', 'write')) and exists (select from clues.review_requests m where m.record = review_request_clocks."matter" and m.retired_at is null));
create policy shield on clues.review_request_clocks as restrictive to mingjing_app using (
    "matter" <> all ((select access.hidden_records('clues.reviewRequests'))::uuid[]));

-- A hearing is open to whoever is named for its clue, for as long: a handler who is barred or replaced loses both at once.
create function clues.name_for_hearings() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    insert into access.named (register, record, account, act, granted_at, expires_at)
    select 'clues.hearings', h.record, new.account, new.act, new.granted_at, new.expires_at
    from clues.hearings h where h.clue = new.record and h.retired_at is null
    on conflict do nothing;
  else
    update access.named n set ended_at = new.ended_at, ended_by = new.ended_by
    from clues.hearings h
    where h.clue = new.record and h.retired_at is null
      and n.register = 'clues.hearings' and n.record = h.record and n.account = new.account and n.ended_at is null;
  end if;
  return null;
end $$;
comment on function clues.name_for_hearings() is 'keeps the need-to-know lists of hearings like those of their clues';
create trigger name_for_hearings after insert or update of ended_at on access.named
  for each row when (new.register = 'clues.clues') execute function clues.name_for_hearings();
