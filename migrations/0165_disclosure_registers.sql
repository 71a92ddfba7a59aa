-- 公开公示 / Disclosure: the registers of this module, drafted from their declarations.
create schema disclosure;
comment on schema disclosure is '公开公示 / Disclosure';
grant usage on schema disclosure to mingjing_app;

create table disclosure.publications (
  "number" text not null,
  "kind" text not null,
  "title" text not null,
  "unit" uuid,
  "text" text,
  "channel" text not null,
  "outlet" text,
  "url" text,
  "published_on" date,
  "withdrawn_on" date,
  "change_reason" text,
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
comment on table disclosure.publications is '公开公示 / Publications';
comment on column disclosure.publications."number" is '公示编号 / Publication no.';
comment on column disclosure.publications."kind" is '公开类别 / Kind';
comment on column disclosure.publications."title" is '标题 / Title';
comment on column disclosure.publications."unit" is '发布单位 / Unit (record of organisation.units)';
comment on column disclosure.publications."text" is '公开内容 / Text';
comment on column disclosure.publications."channel" is '发布渠道 / Channel';
comment on column disclosure.publications."outlet" is '媒体名称 / Outlet';
comment on column disclosure.publications."url" is '链接 / Link';
comment on column disclosure.publications."published_on" is '发布日期 / Published on';
comment on column disclosure.publications."withdrawn_on" is '撤回日期 / Withdrawn on';
comment on column disclosure.publications."change_reason" is '更正撤回理由 / Reason for change';
comment on column disclosure.publications."state" is '状态 / State';
create unique index publications_key on disclosure.publications ("number") where retired_at is null;
create index publications_date on disclosure.publications ("published_on" desc nulls last, record) where retired_at is null;
create index publications_unit on disclosure.publications ("unit", "published_on" desc nulls last, record) where retired_at is null;
create index publications_act on disclosure.publications using brin (act);
grant select, insert on disclosure.publications to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on disclosure.publications to mingjing_app;
alter table disclosure.publications enable row level security;
create policy reading on disclosure.publications for select to mingjing_app using (
    (select access.reaches_all('disclosure.publications', 'read'))
    or "unit" = any ((select access.reached_units('disclosure.publications', 'read'))::uuid[]));
create policy writing on disclosure.publications for insert to mingjing_app with check (
    (select access.reaches_all('disclosure.publications', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.publications', 'write'))::uuid[]));
create policy retiring on disclosure.publications for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('disclosure.publications', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.publications', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('disclosure.publications', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.publications', 'write'))::uuid[]));

create table disclosure.exposures (
  "number" text not null,
  "unit" uuid not null,
  "officer" uuid,
  "problem_kind" uuid,
  "post" text,
  "name_shown" text not null,
  "occurred_on" text,
  "facts" text not null,
  "handling" text,
  "concluded_on" date,
  "appeal_until" date,
  "informed_on" date,
  "persons_masked" boolean,
  "publication" uuid,
  "exposed_on" date,
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
comment on table disclosure.exposures is '典型案例曝光 / Exposures';
comment on column disclosure.exposures."number" is '曝光编号 / Exposure no.';
comment on column disclosure.exposures."unit" is '涉事单位 / Unit concerned (record of organisation.units)';
comment on column disclosure.exposures."officer" is '涉事干警 / Officer concerned (record of organisation.officers)';
comment on column disclosure.exposures."problem_kind" is '问题类别 / Kind of problem (record of rectification.problemKinds)';
comment on column disclosure.exposures."post" is '职务 / Post';
comment on column disclosure.exposures."name_shown" is '姓名公开方式 / Name shown';
comment on column disclosure.exposures."occurred_on" is '问题发生时间 / When it happened';
comment on column disclosure.exposures."facts" is '主要事实 / Main facts';
comment on column disclosure.exposures."handling" is '处理结果 / Handling';
comment on column disclosure.exposures."concluded_on" is '结论生效日期 / Conclusion final on';
comment on column disclosure.exposures."appeal_until" is '申诉期限届满日 / Appeal open until';
comment on column disclosure.exposures."informed_on" is '告知本人日期 / Officer informed on';
comment on column disclosure.exposures."persons_masked" is '未成年人和被害人已隐去 / Minors and victims masked';
comment on column disclosure.exposures."publication" is '公示 / Publication (record of disclosure.publications)';
comment on column disclosure.exposures."exposed_on" is '曝光日期 / Exposed on';
comment on column disclosure.exposures."state" is '状态 / State';
create unique index exposures_key on disclosure.exposures ("number") where retired_at is null;
create index exposures_date on disclosure.exposures ("exposed_on" desc nulls last, record) where retired_at is null;
create index exposures_unit on disclosure.exposures ("unit", "exposed_on" desc nulls last, record) where retired_at is null;
create index exposures_officer on disclosure.exposures ("officer") where retired_at is null;
create index exposures_act on disclosure.exposures using brin (act);
grant select, insert on disclosure.exposures to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on disclosure.exposures to mingjing_app;
alter table disclosure.exposures enable row level security;
create policy reading on disclosure.exposures for select to mingjing_app using (
    (select access.reaches_all('disclosure.exposures', 'read'))
    or "unit" = any ((select access.reached_units('disclosure.exposures', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('disclosure.exposures')));
create policy writing on disclosure.exposures for insert to mingjing_app with check (
    (select access.reaches_all('disclosure.exposures', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.exposures', 'write'))::uuid[]));
create policy retiring on disclosure.exposures for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('disclosure.exposures', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.exposures', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('disclosure.exposures', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.exposures', 'write'))::uuid[]));

create table disclosure.violation_bulletins (
  "number" text not null,
  "title" text not null,
  "unit" uuid,
  "period_start" date not null,
  "period_end" date,
  "case_count" bigint,
  "scope" text,
  "issued_on" date not null,
  "summary" text,
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
comment on table disclosure.violation_bulletins is '违纪违法案例通报 / Violation bulletins';
comment on column disclosure.violation_bulletins."number" is '通报编号 / Bulletin no.';
comment on column disclosure.violation_bulletins."title" is '通报标题 / Title';
comment on column disclosure.violation_bulletins."unit" is '通报单位 / Unit (record of organisation.units)';
comment on column disclosure.violation_bulletins."period_start" is '案例起始日期 / Cases from';
comment on column disclosure.violation_bulletins."period_end" is '案例截止日期 / Cases until';
comment on column disclosure.violation_bulletins."case_count" is '案例数 / Cases';
comment on column disclosure.violation_bulletins."scope" is '通报范围 / Scope';
comment on column disclosure.violation_bulletins."issued_on" is '通报日期 / Issued on';
comment on column disclosure.violation_bulletins."summary" is '通报内容 / Summary';
create unique index violation_bulletins_key on disclosure.violation_bulletins ("number") where retired_at is null;
create index violation_bulletins_date on disclosure.violation_bulletins ("issued_on" desc nulls last, record) where retired_at is null;
create index violation_bulletins_unit on disclosure.violation_bulletins ("unit", "issued_on" desc nulls last, record) where retired_at is null;
create index violation_bulletins_act on disclosure.violation_bulletins using brin (act);
grant select, insert on disclosure.violation_bulletins to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on disclosure.violation_bulletins to mingjing_app;
alter table disclosure.violation_bulletins enable row level security;
create policy reading on disclosure.violation_bulletins for select to mingjing_app using (
    (select access.reaches_all('disclosure.violationBulletins', 'read'))
    or "unit" = any ((select access.reached_units('disclosure.violationBulletins', 'read'))::uuid[]));
create policy writing on disclosure.violation_bulletins for insert to mingjing_app with check (
    (select access.reaches_all('disclosure.violationBulletins', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.violationBulletins', 'write'))::uuid[]));
create policy retiring on disclosure.violation_bulletins for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('disclosure.violationBulletins', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.violationBulletins', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('disclosure.violationBulletins', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.violationBulletins', 'write'))::uuid[]));

create table disclosure.clarifications (
  "number" text not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "exposure" uuid,
  "finding" text not null,
  "scope" text not null,
  "publication" uuid,
  "clarified_on" date not null,
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
comment on table disclosure.clarifications is '澄清正名 / Clarifications';
comment on column disclosure.clarifications."number" is '澄清编号 / Clarification no.';
comment on column disclosure.clarifications."officer" is '干警 / Officer (record of organisation.officers)';
comment on column disclosure.clarifications."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column disclosure.clarifications."exposure" is '原曝光 / Exposure (record of disclosure.exposures)';
comment on column disclosure.clarifications."finding" is '查核结论 / Finding';
comment on column disclosure.clarifications."scope" is '澄清范围 / Scope';
comment on column disclosure.clarifications."publication" is '公示 / Publication (record of disclosure.publications)';
comment on column disclosure.clarifications."clarified_on" is '澄清日期 / Clarified on';
create unique index clarifications_key on disclosure.clarifications ("number") where retired_at is null;
create index clarifications_date on disclosure.clarifications ("clarified_on" desc nulls last, record) where retired_at is null;
create index clarifications_unit on disclosure.clarifications ("unit", "clarified_on" desc nulls last, record) where retired_at is null;
create index clarifications_officer on disclosure.clarifications ("officer") where retired_at is null;
create index clarifications_act on disclosure.clarifications using brin (act);
grant select, insert on disclosure.clarifications to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on disclosure.clarifications to mingjing_app;
alter table disclosure.clarifications enable row level security;
create policy reading on disclosure.clarifications for select to mingjing_app using (
    (select access.reaches_all('disclosure.clarifications', 'read'))
    or "unit" = any ((select access.reached_units('disclosure.clarifications', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('disclosure.clarifications')));
create policy writing on disclosure.clarifications for insert to mingjing_app with check (
    (select access.reaches_all('disclosure.clarifications', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.clarifications', 'write'))::uuid[]));
create policy retiring on disclosure.clarifications for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('disclosure.clarifications', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.clarifications', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('disclosure.clarifications', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.clarifications', 'write'))::uuid[]));

create table disclosure.penalty_lists (
  "number" text not null,
  "title" text not null,
  "kind" text not null,
  "edition" text,
  "unit" uuid,
  "publication" uuid,
  "valid_from" date not null,
  "valid_to" date,
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
comment on table disclosure.penalty_lists is '不罚轻罚清单 / Penalty lists';
comment on column disclosure.penalty_lists."number" is '清单编号 / List no.';
comment on column disclosure.penalty_lists."title" is '清单名称 / Title';
comment on column disclosure.penalty_lists."kind" is '清单类别 / Kind';
comment on column disclosure.penalty_lists."edition" is '版本号 / Edition';
comment on column disclosure.penalty_lists."unit" is '制定机关 / Authority (record of organisation.units)';
comment on column disclosure.penalty_lists."publication" is '公示 / Publication (record of disclosure.publications)';
comment on column disclosure.penalty_lists."valid_from" is '施行日期 / Valid from';
comment on column disclosure.penalty_lists."valid_to" is '有效期至 / Valid to';
comment on column disclosure.penalty_lists."state" is '状态 / State';
create unique index penalty_lists_key on disclosure.penalty_lists ("number") where retired_at is null;
create index penalty_lists_date on disclosure.penalty_lists ("valid_from" desc nulls last, record) where retired_at is null;
create index penalty_lists_unit on disclosure.penalty_lists ("unit", "valid_from" desc nulls last, record) where retired_at is null;
create index penalty_lists_act on disclosure.penalty_lists using brin (act);
grant select, insert on disclosure.penalty_lists to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on disclosure.penalty_lists to mingjing_app;
alter table disclosure.penalty_lists enable row level security;
create policy reading on disclosure.penalty_lists for select to mingjing_app using (
    (select access.reaches_all('disclosure.penaltyLists', 'read'))
    or "unit" = any ((select access.reached_units('disclosure.penaltyLists', 'read'))::uuid[]));
create policy writing on disclosure.penalty_lists for insert to mingjing_app with check (
    (select access.reaches_all('disclosure.penaltyLists', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.penaltyLists', 'write'))::uuid[]));
create policy retiring on disclosure.penalty_lists for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('disclosure.penaltyLists', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.penaltyLists', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('disclosure.penaltyLists', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.penaltyLists', 'write'))::uuid[]));

create table disclosure.penalty_list_items (
  "code" text not null,
  "list" uuid not null,
  "sequence" bigint not null,
  "field" text not null,
  "authority" text,
  "violation" text not null,
  "conditions" text not null,
  "basis" text,
  "measures" text,
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
comment on table disclosure.penalty_list_items is '清单事项 / Items of penalty lists';
comment on column disclosure.penalty_list_items."code" is '事项编码 / Item code';
comment on column disclosure.penalty_list_items."list" is '清单 / List (record of disclosure.penaltyLists)';
comment on column disclosure.penalty_list_items."sequence" is '序号 / No.';
comment on column disclosure.penalty_list_items."field" is '领域 / Field';
comment on column disclosure.penalty_list_items."authority" is '执法主体 / Authority';
comment on column disclosure.penalty_list_items."violation" is '违法行为 / Violation';
comment on column disclosure.penalty_list_items."conditions" is '适用条件 / Conditions';
comment on column disclosure.penalty_list_items."basis" is '法律依据 / Legal basis';
comment on column disclosure.penalty_list_items."measures" is '监管措施 / Measures';
create unique index penalty_list_items_key on disclosure.penalty_list_items ("code") where retired_at is null;
create index penalty_list_items_act on disclosure.penalty_list_items using brin (act);
grant select, insert on disclosure.penalty_list_items to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on disclosure.penalty_list_items to mingjing_app;
alter table disclosure.penalty_list_items enable row level security;
create policy reading on disclosure.penalty_list_items for select to mingjing_app using (
    (select access.reaches_all('disclosure.penaltyListItems', 'read')));
create policy writing on disclosure.penalty_list_items for insert to mingjing_app with check (
    (select access.reaches_all('disclosure.penaltyListItems', 'write')));
create policy retiring on disclosure.penalty_list_items for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('disclosure.penaltyListItems', 'write'))))
  with check (
    (select access.reaches_all('disclosure.penaltyListItems', 'write')));

create table disclosure.minor_violation_cases (
  "number" text not null,
  "item" uuid not null,
  "unit" uuid not null,
  "firm_code" text,
  "firm_name" text,
  "found_on" date not null,
  "corrected_on" date,
  "evidence" text,
  "decision" text not null,
  "decided_on" date not null,
  "amount_waived" numeric(20,2),
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
comment on table disclosure.minor_violation_cases is '轻微违法案件 / Minor-violation cases';
comment on column disclosure.minor_violation_cases."number" is '案件编号 / Case no.';
comment on column disclosure.minor_violation_cases."item" is '适用事项 / Item (record of disclosure.penaltyListItems)';
comment on column disclosure.minor_violation_cases."unit" is '办案单位 / Unit (record of organisation.units)';
comment on column disclosure.minor_violation_cases."firm_code" is '统一社会信用代码 / Firm code';
comment on column disclosure.minor_violation_cases."firm_name" is '企业名称 / Firm';
comment on column disclosure.minor_violation_cases."found_on" is '发现日期 / Found on';
comment on column disclosure.minor_violation_cases."corrected_on" is '改正日期 / Corrected on';
comment on column disclosure.minor_violation_cases."evidence" is '证据材料 / Evidence';
comment on column disclosure.minor_violation_cases."decision" is '处理决定 / Decision';
comment on column disclosure.minor_violation_cases."decided_on" is '决定日期 / Decided on';
comment on column disclosure.minor_violation_cases."amount_waived" is '减免金额(元) / Amount waived (yuan)';
create unique index minor_violation_cases_key on disclosure.minor_violation_cases ("number") where retired_at is null;
create index minor_violation_cases_date on disclosure.minor_violation_cases ("decided_on" desc nulls last, record) where retired_at is null;
create index minor_violation_cases_unit on disclosure.minor_violation_cases ("unit", "decided_on" desc nulls last, record) where retired_at is null;
create index minor_violation_cases_act on disclosure.minor_violation_cases using brin (act);
grant select, insert on disclosure.minor_violation_cases to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on disclosure.minor_violation_cases to mingjing_app;
alter table disclosure.minor_violation_cases enable row level security;
create policy reading on disclosure.minor_violation_cases for select to mingjing_app using (
    (select access.reaches_all('disclosure.minorViolationCases', 'read'))
    or "unit" = any ((select access.reached_units('disclosure.minorViolationCases', 'read'))::uuid[]));
create policy writing on disclosure.minor_violation_cases for insert to mingjing_app with check (
    (select access.reaches_all('disclosure.minorViolationCases', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.minorViolationCases', 'write'))::uuid[]));
create policy retiring on disclosure.minor_violation_cases for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('disclosure.minorViolationCases', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.minorViolationCases', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('disclosure.minorViolationCases', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.minorViolationCases', 'write'))::uuid[]));

create table disclosure.legal_service_lists (
  "number" text not null,
  "title" text not null,
  "edition" text,
  "unit" uuid,
  "publication" uuid,
  "published_on" date,
  "valid_to" date,
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
comment on table disclosure.legal_service_lists is '公共法律服务事项清单 / Legal-service lists';
comment on column disclosure.legal_service_lists."number" is '清单编号 / List no.';
comment on column disclosure.legal_service_lists."title" is '清单名称 / Title';
comment on column disclosure.legal_service_lists."edition" is '版本号 / Edition';
comment on column disclosure.legal_service_lists."unit" is '制定机关 / Authority (record of organisation.units)';
comment on column disclosure.legal_service_lists."publication" is '公示 / Publication (record of disclosure.publications)';
comment on column disclosure.legal_service_lists."published_on" is '公布日期 / Published on';
comment on column disclosure.legal_service_lists."valid_to" is '有效期至 / Valid to';
comment on column disclosure.legal_service_lists."state" is '状态 / State';
create unique index legal_service_lists_key on disclosure.legal_service_lists ("number") where retired_at is null;
create index legal_service_lists_date on disclosure.legal_service_lists ("published_on" desc nulls last, record) where retired_at is null;
create index legal_service_lists_unit on disclosure.legal_service_lists ("unit", "published_on" desc nulls last, record) where retired_at is null;
create index legal_service_lists_act on disclosure.legal_service_lists using brin (act);
grant select, insert on disclosure.legal_service_lists to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on disclosure.legal_service_lists to mingjing_app;
alter table disclosure.legal_service_lists enable row level security;
create policy reading on disclosure.legal_service_lists for select to mingjing_app using (
    (select access.reaches_all('disclosure.legalServiceLists', 'read'))
    or "unit" = any ((select access.reached_units('disclosure.legalServiceLists', 'read'))::uuid[]));
create policy writing on disclosure.legal_service_lists for insert to mingjing_app with check (
    (select access.reaches_all('disclosure.legalServiceLists', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.legalServiceLists', 'write'))::uuid[]));
create policy retiring on disclosure.legal_service_lists for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('disclosure.legalServiceLists', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.legalServiceLists', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('disclosure.legalServiceLists', 'write'))
    or "unit" = any ((select access.reached_units('disclosure.legalServiceLists', 'write'))::uuid[]));

create table disclosure.legal_services (
  "code" text not null,
  "list" uuid not null,
  "service_class" text not null,
  "item" text not null,
  "content" text,
  "audience" text,
  "provider" text,
  "way" text,
  "place" text,
  "time_limit" text,
  "fee" text not null,
  "basis" text,
  "standard" text,
  "phone" text,
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
comment on table disclosure.legal_services is '公共法律服务事项 / Legal services';
comment on column disclosure.legal_services."code" is '事项编码 / Code';
comment on column disclosure.legal_services."list" is '清单 / List (record of disclosure.legalServiceLists)';
comment on column disclosure.legal_services."service_class" is '服务类别 / Class';
comment on column disclosure.legal_services."item" is '服务事项 / Item';
comment on column disclosure.legal_services."content" is '服务内容 / Content';
comment on column disclosure.legal_services."audience" is '服务对象 / For whom';
comment on column disclosure.legal_services."provider" is '服务主体 / Provider';
comment on column disclosure.legal_services."way" is '服务方式 / Way';
comment on column disclosure.legal_services."place" is '服务地点 / Place';
comment on column disclosure.legal_services."time_limit" is '办理时限 / Time limit';
comment on column disclosure.legal_services."fee" is '收费 / Fee';
comment on column disclosure.legal_services."basis" is '设定依据 / Basis';
comment on column disclosure.legal_services."standard" is '服务标准 / Standard';
comment on column disclosure.legal_services."phone" is '服务电话 / Phone';
create unique index legal_services_key on disclosure.legal_services ("code") where retired_at is null;
create index legal_services_act on disclosure.legal_services using brin (act);
grant select, insert on disclosure.legal_services to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on disclosure.legal_services to mingjing_app;
alter table disclosure.legal_services enable row level security;
create policy reading on disclosure.legal_services for select to mingjing_app using (
    (select access.reaches_all('disclosure.legalServices', 'read')));
create policy writing on disclosure.legal_services for insert to mingjing_app with check (
    (select access.reaches_all('disclosure.legalServices', 'write')));
create policy retiring on disclosure.legal_services for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('disclosure.legalServices', 'write'))))
  with check (
    (select access.reaches_all('disclosure.legalServices', 'write')));

