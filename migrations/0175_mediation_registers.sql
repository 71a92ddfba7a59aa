-- 非诉解纷 / Dispute resolution: the registers of this module, drafted from their declarations.
create schema mediation;
comment on schema mediation is '非诉解纷 / Dispute resolution';
grant usage on schema mediation to mingjing_app;

create table mediation.organisations (
  "code" text not null,
  "name" text not null,
  "kind" text not null,
  "unit" uuid not null,
  "members" bigint,
  "women_members" bigint,
  "term_ends_on" date,
  "established_on" date,
  "closed_on" date,
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
comment on table mediation.organisations is '调解组织 / Mediation bodies';
comment on column mediation.organisations."code" is '组织编码 / Code';
comment on column mediation.organisations."name" is '组织名称 / Name';
comment on column mediation.organisations."kind" is '组织类别 / Kind';
comment on column mediation.organisations."unit" is '指导单位 / Unit (record of organisation.units)';
comment on column mediation.organisations."members" is '成员人数 / Members';
comment on column mediation.organisations."women_members" is '女性成员人数 / Women among them';
comment on column mediation.organisations."term_ends_on" is '任期届满日期 / Term ends on';
comment on column mediation.organisations."established_on" is '成立日期 / Established on';
comment on column mediation.organisations."closed_on" is '撤销日期 / Closed on';
create unique index organisations_key on mediation.organisations ("code") where retired_at is null;
create index organisations_date on mediation.organisations ("established_on" desc nulls last, record) where retired_at is null;
create index organisations_unit on mediation.organisations ("unit", "established_on" desc nulls last, record) where retired_at is null;
create index organisations_act on mediation.organisations using brin (act);
grant select, insert on mediation.organisations to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on mediation.organisations to mingjing_app;
alter table mediation.organisations enable row level security;
create policy reading on mediation.organisations for select to mingjing_app using (
    (select access.reaches_all('mediation.organisations', 'read'))
    or "unit" = any ((select access.reached_units('mediation.organisations', 'read'))::uuid[]));
create policy writing on mediation.organisations for insert to mingjing_app with check (
    (select access.reaches_all('mediation.organisations', 'write'))
    or "unit" = any ((select access.reached_units('mediation.organisations', 'write'))::uuid[]));
create policy retiring on mediation.organisations for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('mediation.organisations', 'write'))
    or "unit" = any ((select access.reached_units('mediation.organisations', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('mediation.organisations', 'write'))
    or "unit" = any ((select access.reached_units('mediation.organisations', 'write'))::uuid[]));

create table mediation.disputes (
  "number" text not null,
  "channel" text not null,
  "submitted_at" timestamptz not null,
  "unit" uuid not null,
  "applicant_name" text not null,
  "applicant_mobile" bytea,
  "applicant_mobile_hash" bytea,
  "respondent_name" text not null,
  "respondent_mobile" bytea,
  "respondent_mobile_hash" bytea,
  "parties" bigint,
  "kind" text not null,
  "facts" text not null,
  "claims" text,
  "amount" numeric(20,2),
  "risk" boolean,
  "route" text,
  "applicant_consent_on" date,
  "respondent_consent_on" date,
  "organisation" uuid,
  "mediator" text,
  "due_on" date,
  "extended_by_consent_to" date,
  "ended_on" date,
  "failure_reason" text,
  "other_routes_told" boolean,
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
comment on table mediation.disputes is '矛盾纠纷 / Disputes';
comment on column mediation.disputes."number" is '纠纷编号 / Dispute no.';
comment on column mediation.disputes."channel" is '申请渠道 / Channel';
comment on column mediation.disputes."submitted_at" is '申请时间 / Submitted at';
comment on column mediation.disputes."unit" is '受理单位 / Unit (record of organisation.units)';
comment on column mediation.disputes."applicant_name" is '申请人 / Applicant';
comment on column mediation.disputes."applicant_mobile" is '申请人电话 / Applicant''s mobile (encrypted)';
comment on column mediation.disputes."applicant_mobile_hash" is '申请人电话 / Applicant''s mobile (keyed hash for matching)';
comment on column mediation.disputes."respondent_name" is '被申请人 / Respondent';
comment on column mediation.disputes."respondent_mobile" is '被申请人电话 / Respondent''s mobile (encrypted)';
comment on column mediation.disputes."respondent_mobile_hash" is '被申请人电话 / Respondent''s mobile (keyed hash for matching)';
comment on column mediation.disputes."parties" is '当事人数 / Number of parties';
comment on column mediation.disputes."kind" is '纠纷类型 / Kind';
comment on column mediation.disputes."facts" is '纠纷事实 / Facts';
comment on column mediation.disputes."claims" is '诉求 / Claims';
comment on column mediation.disputes."amount" is '涉及金额(元) / Amount (yuan)';
comment on column mediation.disputes."risk" is '是否有激化风险 / Risk of escalation';
comment on column mediation.disputes."route" is '分流途径 / Route';
comment on column mediation.disputes."applicant_consent_on" is '申请人同意日期 / Applicant agreed on';
comment on column mediation.disputes."respondent_consent_on" is '被申请人同意日期 / Respondent agreed on';
comment on column mediation.disputes."organisation" is '调解组织 / Mediation body (record of mediation.organisations)';
comment on column mediation.disputes."mediator" is '调解员 / Mediator';
comment on column mediation.disputes."due_on" is '调解期限 / Due on';
comment on column mediation.disputes."extended_by_consent_to" is '经同意延长至 / Extended by consent to';
comment on column mediation.disputes."ended_on" is '调解结束日期 / Ended on';
comment on column mediation.disputes."failure_reason" is '未达成原因 / Reason of failure';
comment on column mediation.disputes."other_routes_told" is '已告知其他途径 / Told of other routes';
comment on column mediation.disputes."state" is '状态 / State';
create unique index disputes_key on mediation.disputes ("number") where retired_at is null;
create index disputes_date on mediation.disputes ("submitted_at" desc nulls last, record) where retired_at is null;
create index disputes_unit on mediation.disputes ("unit", "submitted_at" desc nulls last, record) where retired_at is null;
create index disputes_act on mediation.disputes using brin (act);
grant select, insert on mediation.disputes to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on mediation.disputes to mingjing_app;
alter table mediation.disputes enable row level security;
create policy reading on mediation.disputes for select to mingjing_app using (
    (select access.reaches_all('mediation.disputes', 'read'))
    or "unit" = any ((select access.reached_units('mediation.disputes', 'read'))::uuid[]));
create policy writing on mediation.disputes for insert to mingjing_app with check (
    (select access.reaches_all('mediation.disputes', 'write'))
    or "unit" = any ((select access.reached_units('mediation.disputes', 'write'))::uuid[]));
create policy retiring on mediation.disputes for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('mediation.disputes', 'write'))
    or "unit" = any ((select access.reached_units('mediation.disputes', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('mediation.disputes', 'write'))
    or "unit" = any ((select access.reached_units('mediation.disputes', 'write'))::uuid[]));

create table mediation.sessions (
  "number" text not null,
  "dispute" uuid not null,
  "unit" uuid not null,
  "held_at" timestamptz not null,
  "place" text,
  "mediator" text,
  "minutes" text,
  "outcome" text not null,
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
comment on table mediation.sessions is '调解记录 / Sessions';
comment on column mediation.sessions."number" is '调解记录编号 / Session no.';
comment on column mediation.sessions."dispute" is '纠纷 / Dispute (record of mediation.disputes)';
comment on column mediation.sessions."unit" is '受理单位 / Unit (record of organisation.units)';
comment on column mediation.sessions."held_at" is '调解时间 / Held at';
comment on column mediation.sessions."place" is '调解地点 / Place';
comment on column mediation.sessions."mediator" is '调解员 / Mediator';
comment on column mediation.sessions."minutes" is '调解笔录 / Minutes';
comment on column mediation.sessions."outcome" is '调解结果 / Outcome';
create unique index sessions_key on mediation.sessions ("number") where retired_at is null;
create index sessions_date on mediation.sessions ("held_at" desc nulls last, record) where retired_at is null;
create index sessions_unit on mediation.sessions ("unit", "held_at" desc nulls last, record) where retired_at is null;
create index sessions_act on mediation.sessions using brin (act);
grant select, insert on mediation.sessions to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on mediation.sessions to mingjing_app;
alter table mediation.sessions enable row level security;
create policy reading on mediation.sessions for select to mingjing_app using (
    (select access.reaches_all('mediation.sessions', 'read'))
    or "unit" = any ((select access.reached_units('mediation.sessions', 'read'))::uuid[]));
create policy writing on mediation.sessions for insert to mingjing_app with check (
    (select access.reaches_all('mediation.sessions', 'write'))
    or "unit" = any ((select access.reached_units('mediation.sessions', 'write'))::uuid[]));
create policy retiring on mediation.sessions for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('mediation.sessions', 'write'))
    or "unit" = any ((select access.reached_units('mediation.sessions', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('mediation.sessions', 'write'))
    or "unit" = any ((select access.reached_units('mediation.sessions', 'write'))::uuid[]));

create table mediation.agreements (
  "number" text not null,
  "dispute" uuid not null,
  "unit" uuid not null,
  "form" text not null,
  "terms" text not null,
  "way" text,
  "amount" numeric(20,2),
  "agreed_on" date not null,
  "perform_by" date,
  "performed_on" date,
  "performance" text,
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
comment on table mediation.agreements is '调解协议 / Agreements';
comment on column mediation.agreements."number" is '协议编号 / Agreement no.';
comment on column mediation.agreements."dispute" is '纠纷 / Dispute (record of mediation.disputes)';
comment on column mediation.agreements."unit" is '受理单位 / Unit (record of organisation.units)';
comment on column mediation.agreements."form" is '协议形式 / Form';
comment on column mediation.agreements."terms" is '协议内容 / Terms';
comment on column mediation.agreements."way" is '履行方式 / Way of performance';
comment on column mediation.agreements."amount" is '协议金额(元) / Amount (yuan)';
comment on column mediation.agreements."agreed_on" is '达成日期 / Agreed on';
comment on column mediation.agreements."perform_by" is '履行期限 / Perform by';
comment on column mediation.agreements."performed_on" is '履行日期 / Performed on';
comment on column mediation.agreements."performance" is '履行情况 / Performance';
create unique index agreements_key on mediation.agreements ("number") where retired_at is null;
create index agreements_date on mediation.agreements ("agreed_on" desc nulls last, record) where retired_at is null;
create index agreements_unit on mediation.agreements ("unit", "agreed_on" desc nulls last, record) where retired_at is null;
create index agreements_act on mediation.agreements using brin (act);
grant select, insert on mediation.agreements to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on mediation.agreements to mingjing_app;
alter table mediation.agreements enable row level security;
create policy reading on mediation.agreements for select to mingjing_app using (
    (select access.reaches_all('mediation.agreements', 'read'))
    or "unit" = any ((select access.reached_units('mediation.agreements', 'read'))::uuid[]));
create policy writing on mediation.agreements for insert to mingjing_app with check (
    (select access.reaches_all('mediation.agreements', 'write'))
    or "unit" = any ((select access.reached_units('mediation.agreements', 'write'))::uuid[]));
create policy retiring on mediation.agreements for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('mediation.agreements', 'write'))
    or "unit" = any ((select access.reached_units('mediation.agreements', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('mediation.agreements', 'write'))
    or "unit" = any ((select access.reached_units('mediation.agreements', 'write'))::uuid[]));

create table mediation.confirmations (
  "number" text not null,
  "agreement" uuid not null,
  "unit" uuid not null,
  "court" uuid not null,
  "requested_on" date not null,
  "accepted_on" date,
  "decided_on" date,
  "decision" text,
  "refusal_reason" text,
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
comment on table mediation.confirmations is '司法确认 / Confirmations';
comment on column mediation.confirmations."number" is '申请编号 / Request no.';
comment on column mediation.confirmations."agreement" is '调解协议 / Agreement (record of mediation.agreements)';
comment on column mediation.confirmations."unit" is '受理单位 / Unit (record of organisation.units)';
comment on column mediation.confirmations."court" is '确认法院 / Court (record of organisation.units)';
comment on column mediation.confirmations."requested_on" is '申请日期 / Requested on';
comment on column mediation.confirmations."accepted_on" is '法院受理日期 / Accepted on';
comment on column mediation.confirmations."decided_on" is '裁定日期 / Decided on';
comment on column mediation.confirmations."decision" is '裁定结果 / Decision';
comment on column mediation.confirmations."refusal_reason" is '驳回理由 / Reason of refusal';
create unique index confirmations_key on mediation.confirmations ("number") where retired_at is null;
create index confirmations_date on mediation.confirmations ("requested_on" desc nulls last, record) where retired_at is null;
create index confirmations_unit on mediation.confirmations ("unit", "requested_on" desc nulls last, record) where retired_at is null;
create index confirmations_act on mediation.confirmations using brin (act);
grant select, insert on mediation.confirmations to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on mediation.confirmations to mingjing_app;
alter table mediation.confirmations enable row level security;
create policy reading on mediation.confirmations for select to mingjing_app using (
    (select access.reaches_all('mediation.confirmations', 'read'))
    or "unit" = any ((select access.reached_units('mediation.confirmations', 'read'))::uuid[]));
create policy writing on mediation.confirmations for insert to mingjing_app with check (
    (select access.reaches_all('mediation.confirmations', 'write'))
    or "unit" = any ((select access.reached_units('mediation.confirmations', 'write'))::uuid[]));
create policy retiring on mediation.confirmations for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('mediation.confirmations', 'write'))
    or "unit" = any ((select access.reached_units('mediation.confirmations', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('mediation.confirmations', 'write'))
    or "unit" = any ((select access.reached_units('mediation.confirmations', 'write'))::uuid[]));

