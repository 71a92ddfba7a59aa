-- 案件评查 / Casework: the registers of this module, drafted from their declarations.
create schema casework;
comment on schema casework is '案件评查 / Casework';
grant usage on schema casework to mingjing_app;

create table casework.rule_families (
  "code" text not null,
  "name" text not null,
  "description" text,
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
comment on table casework.rule_families is '评查规则类别 / Rule families';
comment on column casework.rule_families."code" is '规则类别 / Code';
comment on column casework.rule_families."name" is '类别名称 / Name';
comment on column casework.rule_families."description" is '说明 / Description';
create unique index rule_families_key on casework.rule_families ("code") where retired_at is null;
create index rule_families_act on casework.rule_families using brin (act);
grant select, insert on casework.rule_families to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on casework.rule_families to mingjing_app;
alter table casework.rule_families enable row level security;
create policy reading on casework.rule_families for select to mingjing_app using (
    (select access.reaches_all('casework.ruleFamilies', 'read')));
create policy writing on casework.rule_families for insert to mingjing_app with check (
    (select access.reaches_all('casework.ruleFamilies', 'write')));
create policy retiring on casework.rule_families for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.ruleFamilies', 'write'))))
  with check (
    (select access.reaches_all('casework.ruleFamilies', 'write')));

create table casework.sentence_relief_kinds (
  "code" text not null,
  "name" text not null,
  "decided_by" text,
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
comment on table casework.sentence_relief_kinds is '减假暂种类 / Kinds of sentence relief';
comment on column casework.sentence_relief_kinds."code" is '种类 / Code';
comment on column casework.sentence_relief_kinds."name" is '名称 / Name';
comment on column casework.sentence_relief_kinds."decided_by" is '决定机关 / Decided by';
create unique index sentence_relief_kinds_key on casework.sentence_relief_kinds ("code") where retired_at is null;
create index sentence_relief_kinds_act on casework.sentence_relief_kinds using brin (act);
grant select, insert on casework.sentence_relief_kinds to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on casework.sentence_relief_kinds to mingjing_app;
alter table casework.sentence_relief_kinds enable row level security;
create policy reading on casework.sentence_relief_kinds for select to mingjing_app using (
    (select access.reaches_all('casework.sentenceReliefKinds', 'read')));
create policy writing on casework.sentence_relief_kinds for insert to mingjing_app with check (
    (select access.reaches_all('casework.sentenceReliefKinds', 'write')));
create policy retiring on casework.sentence_relief_kinds for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.sentenceReliefKinds', 'write'))))
  with check (
    (select access.reaches_all('casework.sentenceReliefKinds', 'write')));

create table casework.case_records (
  "case_no" text not null,
  "unit" uuid not null,
  "kind" text not null,
  "stage" text,
  "cause" text,
  "reported_in_person" boolean,
  "urgent" boolean,
  "complex" boolean,
  "received_at" timestamptz not null,
  "acceptance_form" text,
  "receipt_no" text,
  "evidence_list" boolean,
  "no_form_reason" text,
  "accepted_at" timestamptz,
  "filed_on" date,
  "refused_on" date,
  "refusal_served_on" date,
  "complaint_on" date,
  "complaint_decided_on" date,
  "reasons_asked_on" date,
  "reasons_given_on" date,
  "file_order_on" date,
  "from_agency_on" date,
  "last_entry_on" date,
  "suspect_identified_on" date,
  "separate_case_no" text,
  "handled_separately" boolean,
  "amount" numeric(20,2),
  "supplementary_count" bigint,
  "outcome" text,
  "outcome_ground" text,
  "outcome_document" text,
  "outcome_approved_by" text,
  "execution_handed_on" date,
  "handlers" text,
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
comment on table casework.case_records is '案件登记 / Case records';
comment on column casework.case_records."case_no" is '案件编号 / Case no.';
comment on column casework.case_records."unit" is '办案单位 / Body (record of organisation.units)';
comment on column casework.case_records."kind" is '案件类别 / Kind';
comment on column casework.case_records."stage" is '办理阶段 / Stage';
comment on column casework.case_records."cause" is '案由 / Cause';
comment on column casework.case_records."reported_in_person" is '是否当面报案 / Reported in person';
comment on column casework.case_records."urgent" is '是否紧急处警 / Urgent';
comment on column casework.case_records."complex" is '是否重大复杂 / Complex';
comment on column casework.case_records."received_at" is '接报时间 / Received at';
comment on column casework.case_records."acceptance_form" is '受案登记表编号 / Acceptance form';
comment on column casework.case_records."receipt_no" is '受案回执编号 / Receipt no.';
comment on column casework.case_records."evidence_list" is '是否出具证据清单 / Evidence list given';
comment on column casework.case_records."no_form_reason" is '未受案原因 / Reason without form';
comment on column casework.case_records."accepted_at" is '受案时间 / Accepted at';
comment on column casework.case_records."filed_on" is '立案日期 / Filed on';
comment on column casework.case_records."refused_on" is '不予立案日期 / Refused on';
comment on column casework.case_records."refusal_served_on" is '不予立案通知送达日期 / Refusal served on';
comment on column casework.case_records."complaint_on" is '申请复议日期 / Complaint against refusal';
comment on column casework.case_records."complaint_decided_on" is '复议决定日期 / Complaint decided on';
comment on column casework.case_records."reasons_asked_on" is '检察院要求说明理由日期 / Reasons asked for on';
comment on column casework.case_records."reasons_given_on" is '说明理由日期 / Reasons given on';
comment on column casework.case_records."file_order_on" is '通知立案日期 / Told to file on';
comment on column casework.case_records."from_agency_on" is '行政机关移送日期 / Sent by an agency on';
comment on column casework.case_records."last_entry_on" is '最近程序日期 / Last procedural entry';
comment on column casework.case_records."suspect_identified_on" is '确定嫌疑人日期 / Suspect identified on';
comment on column casework.case_records."separate_case_no" is '另案处理案号 / Separate case no.';
comment on column casework.case_records."handled_separately" is '是否另案处理 / Handled separately';
comment on column casework.case_records."amount" is '涉案金额(元) / Amount (yuan)';
comment on column casework.case_records."supplementary_count" is '补充侦查次数 / Supplementary investigations';
comment on column casework.case_records."outcome" is '处理结果 / Outcome';
comment on column casework.case_records."outcome_ground" is '法定依据 / Statutory ground';
comment on column casework.case_records."outcome_document" is '结果文书号 / Document of the outcome';
comment on column casework.case_records."outcome_approved_by" is '结果审批人 / Outcome approved by';
comment on column casework.case_records."execution_handed_on" is '交付执行日期 / Handed over for execution';
comment on column casework.case_records."handlers" is '承办人 / Handlers';
comment on column casework.case_records."closed_on" is '结案日期 / Closed on';
create unique index case_records_key on casework.case_records ("case_no") where retired_at is null;
create index case_records_date on casework.case_records ("received_at" desc nulls last, record) where retired_at is null;
create index case_records_unit on casework.case_records ("unit", "received_at" desc nulls last, record) where retired_at is null;
create index case_records_act on casework.case_records using brin (act);
grant select, insert on casework.case_records to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on casework.case_records to mingjing_app;
alter table casework.case_records enable row level security;
create policy reading on casework.case_records for select to mingjing_app using (
    (select access.reaches_all('casework.caseRecords', 'read'))
    or "unit" = any ((select access.reached_units('casework.caseRecords', 'read'))::uuid[])
    or record = any ((select access.reached_records('casework.caseRecords'))::uuid[]));
create policy writing on casework.case_records for insert to mingjing_app with check (
    (select access.reaches_all('casework.caseRecords', 'write'))
    or "unit" = any ((select access.reached_units('casework.caseRecords', 'write'))::uuid[]));
create policy retiring on casework.case_records for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.caseRecords', 'write'))
    or "unit" = any ((select access.reached_units('casework.caseRecords', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('casework.caseRecords', 'write'))
    or "unit" = any ((select access.reached_units('casework.caseRecords', 'write'))::uuid[]));

create table casework.case_steps (
  "case_record" uuid not null,
  "unit" uuid not null,
  "kind" text not null,
  "from" date not null,
  "to" date,
  "extended_to" date,
  "extension_document" text,
  "extension_by" text,
  "extension_on" date,
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
comment on table casework.case_steps is '案件程序节点 / Steps of cases';
comment on column casework.case_steps."case_record" is '案件 / Case (record of casework.caseRecords)';
comment on column casework.case_steps."unit" is '办案单位 / Body (record of organisation.units)';
comment on column casework.case_steps."kind" is '节点 / Kind';
comment on column casework.case_steps."from" is '开始日期 / From';
comment on column casework.case_steps."to" is '结束日期 / To';
comment on column casework.case_steps."extended_to" is '延长至 / Extended to';
comment on column casework.case_steps."extension_document" is '延长文书号 / Extension document';
comment on column casework.case_steps."extension_by" is '延长批准机关 / Extension approved by';
comment on column casework.case_steps."extension_on" is '延长批准日期 / Extension approved on';
create unique index case_steps_key on casework.case_steps ("case_record", "kind", "from") where retired_at is null;
create index case_steps_date on casework.case_steps ("from" desc nulls last, record) where retired_at is null;
create index case_steps_unit on casework.case_steps ("unit", "from" desc nulls last, record) where retired_at is null;
create index case_steps_act on casework.case_steps using brin (act);
grant select, insert on casework.case_steps to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on casework.case_steps to mingjing_app;
alter table casework.case_steps enable row level security;
create policy reading on casework.case_steps for select to mingjing_app using (
    (select access.reaches_all('casework.caseSteps', 'read'))
    or "unit" = any ((select access.reached_units('casework.caseSteps', 'read'))::uuid[])
    or record = any ((select access.reached_records('casework.caseSteps'))::uuid[]));
create policy writing on casework.case_steps for insert to mingjing_app with check (
    (select access.reaches_all('casework.caseSteps', 'write'))
    or "unit" = any ((select access.reached_units('casework.caseSteps', 'write'))::uuid[]));
create policy retiring on casework.case_steps for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.caseSteps', 'write'))
    or "unit" = any ((select access.reached_units('casework.caseSteps', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('casework.caseSteps', 'write'))
    or "unit" = any ((select access.reached_units('casework.caseSteps', 'write'))::uuid[]));

create table casework.sentence_reliefs (
  "number" text not null,
  "unit" uuid not null,
  "kind" uuid not null,
  "prisoner_ref" text not null,
  "offence" text,
  "sentence" text not null,
  "term_months" bigint,
  "sentence_start" date not null,
  "sentence_end" date,
  "category" text,
  "property_ordered" numeric(20,2),
  "property_paid" numeric(20,2),
  "able_to_pay" boolean,
  "ground" text not null,
  "invention_patent" text,
  "months_reduced" bigint,
  "previous_relief_on" date,
  "previous_months" bigint,
  "new_crime_on" date,
  "proposed_on" date,
  "filed_on" date not null,
  "notice_from" date,
  "notice_to" date,
  "objections" boolean,
  "hearing" text,
  "procuratorate_opinion" text,
  "procuratorate_on" date,
  "extended" boolean,
  "decided_on" date,
  "served_on" date,
  "published_url" text,
  "reheard_on" date,
  "hospital" text,
  "hospital_on_list" boolean,
  "self_inflicted" boolean,
  "last_review_on" date,
  "ended_on" date,
  "moves" bigint,
  "extra_points" bigint,
  "note" text,
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
comment on table casework.sentence_reliefs is '减刑假释暂予监外执行 / Sentence relief';
comment on column casework.sentence_reliefs."number" is '办理编号 / Case no.';
comment on column casework.sentence_reliefs."unit" is '办理单位 / Body (record of organisation.units)';
comment on column casework.sentence_reliefs."kind" is '种类 / Kind (record of casework.sentenceReliefKinds)';
comment on column casework.sentence_reliefs."prisoner_ref" is '罪犯代号 / Prisoner (pseudonym)';
comment on column casework.sentence_reliefs."offence" is '罪名 / Offence';
comment on column casework.sentence_reliefs."sentence" is '原判刑罚 / Sentence';
comment on column casework.sentence_reliefs."term_months" is '刑期(月) / Term in months';
comment on column casework.sentence_reliefs."sentence_start" is '刑期起算日期 / Sentence starts';
comment on column casework.sentence_reliefs."sentence_end" is '刑期届满日期 / Sentence ends';
comment on column casework.sentence_reliefs."category" is '从严类别 / Restricted category';
comment on column casework.sentence_reliefs."property_ordered" is '财产性判项应履行(元) / Property part ordered (yuan)';
comment on column casework.sentence_reliefs."property_paid" is '已履行(元) / Property part paid (yuan)';
comment on column casework.sentence_reliefs."able_to_pay" is '是否有履行能力 / Able to pay';
comment on column casework.sentence_reliefs."ground" is '提请理由 / Ground';
comment on column casework.sentence_reliefs."invention_patent" is '发明专利号 / Invention patent';
comment on column casework.sentence_reliefs."months_reduced" is '减刑幅度(月) / Months reduced';
comment on column casework.sentence_reliefs."previous_relief_on" is '上次减刑日期 / Last reduction on';
comment on column casework.sentence_reliefs."previous_months" is '上次减刑月数 / Months reduced last time';
comment on column casework.sentence_reliefs."new_crime_on" is '再犯新罪日期 / New crime on';
comment on column casework.sentence_reliefs."proposed_on" is '提请日期 / Proposed on';
comment on column casework.sentence_reliefs."filed_on" is '立案日期 / Filed on';
comment on column casework.sentence_reliefs."notice_from" is '公示开始日期 / Public notice from';
comment on column casework.sentence_reliefs."notice_to" is '公示结束日期 / Public notice to';
comment on column casework.sentence_reliefs."objections" is '公示期是否有异议 / Objections at notice';
comment on column casework.sentence_reliefs."hearing" is '审理方式 / Hearing';
comment on column casework.sentence_reliefs."procuratorate_opinion" is '检察意见 / Opinion of the procuratorate';
comment on column casework.sentence_reliefs."procuratorate_on" is '检察意见日期 / Opinion of the procuratorate on';
comment on column casework.sentence_reliefs."extended" is '是否延长审理 / Extended';
comment on column casework.sentence_reliefs."decided_on" is '裁定(决定)日期 / Decided on';
comment on column casework.sentence_reliefs."served_on" is '送达日期 / Served on';
comment on column casework.sentence_reliefs."published_url" is '文书公开链接 / Published at';
comment on column casework.sentence_reliefs."reheard_on" is '重新审理日期 / Re-heard on';
comment on column casework.sentence_reliefs."hospital" is '诊断医院 / Hospital';
comment on column casework.sentence_reliefs."hospital_on_list" is '是否省级指定医院 / Hospital on the provincial list';
comment on column casework.sentence_reliefs."self_inflicted" is '是否自伤自残 / Self-inflicted';
comment on column casework.sentence_reliefs."last_review_on" is '最近复查日期 / Last medical review';
comment on column casework.sentence_reliefs."ended_on" is '收监(终止)日期 / Ended on';
comment on column casework.sentence_reliefs."moves" is '调监调区次数 / Moves of prison or ward';
comment on column casework.sentence_reliefs."extra_points" is '专项加分次数 / Extra points';
comment on column casework.sentence_reliefs."note" is '备注 / Note';
create unique index sentence_reliefs_key on casework.sentence_reliefs ("number") where retired_at is null;
create index sentence_reliefs_date on casework.sentence_reliefs ("filed_on" desc nulls last, record) where retired_at is null;
create index sentence_reliefs_unit on casework.sentence_reliefs ("unit", "filed_on" desc nulls last, record) where retired_at is null;
create index sentence_reliefs_act on casework.sentence_reliefs using brin (act);
grant select, insert on casework.sentence_reliefs to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on casework.sentence_reliefs to mingjing_app;
alter table casework.sentence_reliefs enable row level security;
create policy reading on casework.sentence_reliefs for select to mingjing_app using (
    (select access.reaches_all('casework.sentenceReliefs', 'read'))
    or "unit" = any ((select access.reached_units('casework.sentenceReliefs', 'read'))::uuid[])
    or record = any ((select access.reached_records('casework.sentenceReliefs'))::uuid[]));
create policy writing on casework.sentence_reliefs for insert to mingjing_app with check (
    (select access.reaches_all('casework.sentenceReliefs', 'write'))
    or "unit" = any ((select access.reached_units('casework.sentenceReliefs', 'write'))::uuid[]));
create policy retiring on casework.sentence_reliefs for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.sentenceReliefs', 'write'))
    or "unit" = any ((select access.reached_units('casework.sentenceReliefs', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('casework.sentenceReliefs', 'write'))
    or "unit" = any ((select access.reached_units('casework.sentenceReliefs', 'write'))::uuid[]));

create table casework.rule_hits (
  "number" text not null,
  "rule" text not null,
  "rule_version" text,
  "family" uuid not null,
  "case_record" uuid,
  "sentence_relief" uuid,
  "unit" uuid not null,
  "facts" text not null,
  "hit_on" date not null,
  "reviewer" uuid,
  "explanation" text,
  "outcome" text,
  "reason" text,
  "decided_on" date,
  "clue" uuid,
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
comment on table casework.rule_hits is '规则命中 / Rule hits';
comment on column casework.rule_hits."number" is '命中编号 / Hit no.';
comment on column casework.rule_hits."rule" is '规则编号 / Rule';
comment on column casework.rule_hits."rule_version" is '规则版本 / Rule version';
comment on column casework.rule_hits."family" is '规则类别 / Family (record of casework.ruleFamilies)';
comment on column casework.rule_hits."case_record" is '案件 / Case (record of casework.caseRecords)';
comment on column casework.rule_hits."sentence_relief" is '减假暂案件 / Sentence-relief case (record of casework.sentenceReliefs)';
comment on column casework.rule_hits."unit" is '办案单位 / Body (record of organisation.units)';
comment on column casework.rule_hits."facts" is '命中事实 / Facts';
comment on column casework.rule_hits."hit_on" is '命中日期 / Hit on';
comment on column casework.rule_hits."reviewer" is '审核人 / Reviewer (record of organisation.officers)';
comment on column casework.rule_hits."explanation" is '单位说明 / Unit''s explanation';
comment on column casework.rule_hits."outcome" is '审核结论 / Outcome';
comment on column casework.rule_hits."reason" is '审核理由 / Reason';
comment on column casework.rule_hits."decided_on" is '审核日期 / Decided on';
comment on column casework.rule_hits."clue" is '转出线索 / Clue opened (record of clues.clues)';
comment on column casework.rule_hits."state" is '状态 / State';
create unique index rule_hits_key on casework.rule_hits ("number") where retired_at is null;
create index rule_hits_date on casework.rule_hits ("hit_on" desc nulls last, record) where retired_at is null;
create index rule_hits_unit on casework.rule_hits ("unit", "hit_on" desc nulls last, record) where retired_at is null;
create index rule_hits_act on casework.rule_hits using brin (act);
grant select, insert on casework.rule_hits to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on casework.rule_hits to mingjing_app;
alter table casework.rule_hits enable row level security;
create policy reading on casework.rule_hits for select to mingjing_app using (
    (select access.reaches_all('casework.ruleHits', 'read'))
    or "unit" = any ((select access.reached_units('casework.ruleHits', 'read'))::uuid[])
    or record = any ((select access.reached_records('casework.ruleHits'))::uuid[]));
create policy writing on casework.rule_hits for insert to mingjing_app with check (
    (select access.reaches_all('casework.ruleHits', 'write'))
    or "unit" = any ((select access.reached_units('casework.ruleHits', 'write'))::uuid[]));
create policy retiring on casework.rule_hits for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.ruleHits', 'write'))
    or "unit" = any ((select access.reached_units('casework.ruleHits', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('casework.ruleHits', 'write'))
    or "unit" = any ((select access.reached_units('casework.ruleHits', 'write'))::uuid[]));

create table casework.reviews (
  "number" text not null,
  "case_record" uuid not null,
  "unit" uuid not null,
  "selected_by" text not null,
  "stage" text not null,
  "reviewers" text,
  "reviewed_on" date not null,
  "score" numeric(20,2),
  "grade" text,
  "problems_count" bigint,
  "problems" text,
  "handler_statement" text,
  "decision" text,
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
comment on table casework.reviews is '案件评查 / Case reviews';
comment on column casework.reviews."number" is '评查编号 / Review no.';
comment on column casework.reviews."case_record" is '案件 / Case (record of casework.caseRecords)';
comment on column casework.reviews."unit" is '办案单位 / Body (record of organisation.units)';
comment on column casework.reviews."selected_by" is '选案方式 / Selected by';
comment on column casework.reviews."stage" is '评查阶段 / Stage';
comment on column casework.reviews."reviewers" is '评查人 / Reviewers';
comment on column casework.reviews."reviewed_on" is '评查日期 / Reviewed on';
comment on column casework.reviews."score" is '得分 / Score';
comment on column casework.reviews."grade" is '评查等次 / Grade';
comment on column casework.reviews."problems_count" is '发现问题数 / Problems found';
comment on column casework.reviews."problems" is '发现问题 / Problems';
comment on column casework.reviews."handler_statement" is '承办人说明 / Handler''s statement';
comment on column casework.reviews."decision" is '评查决定 / Decision';
comment on column casework.reviews."follow_up" is '整改情况 / Follow-up';
create unique index reviews_key on casework.reviews ("number") where retired_at is null;
create index reviews_date on casework.reviews ("reviewed_on" desc nulls last, record) where retired_at is null;
create index reviews_unit on casework.reviews ("unit", "reviewed_on" desc nulls last, record) where retired_at is null;
create index reviews_act on casework.reviews using brin (act);
grant select, insert on casework.reviews to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on casework.reviews to mingjing_app;
alter table casework.reviews enable row level security;
create policy reading on casework.reviews for select to mingjing_app using (
    (select access.reaches_all('casework.reviews', 'read'))
    or "unit" = any ((select access.reached_units('casework.reviews', 'read'))::uuid[])
    or record = any ((select access.reached_records('casework.reviews'))::uuid[]));
create policy writing on casework.reviews for insert to mingjing_app with check (
    (select access.reaches_all('casework.reviews', 'write'))
    or "unit" = any ((select access.reached_units('casework.reviews', 'write'))::uuid[]));
create policy retiring on casework.reviews for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.reviews', 'write'))
    or "unit" = any ((select access.reached_units('casework.reviews', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('casework.reviews', 'write'))
    or "unit" = any ((select access.reached_units('casework.reviews', 'write'))::uuid[]));

create table casework.back_reviews (
  "number" text not null,
  "kind" text not null,
  "case_record" uuid,
  "reviewed_clue" uuid,
  "unit" uuid not null,
  "reviewed_on" date not null,
  "findings" text,
  "outcome" text,
  "clue" uuid,
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
comment on table casework.back_reviews is '涉黑涉恶案件(线索)倒查 / Back reviews';
comment on column casework.back_reviews."number" is '倒查编号 / Back-review no.';
comment on column casework.back_reviews."kind" is '倒查对象 / Kind';
comment on column casework.back_reviews."case_record" is '案件 / Case (record of casework.caseRecords)';
comment on column casework.back_reviews."reviewed_clue" is '线索 / Clue reviewed (record of clues.clues)';
comment on column casework.back_reviews."unit" is '原办理单位 / Body (record of organisation.units)';
comment on column casework.back_reviews."reviewed_on" is '倒查日期 / Reviewed on';
comment on column casework.back_reviews."findings" is '倒查情况 / Findings';
comment on column casework.back_reviews."outcome" is '倒查结论 / Outcome';
comment on column casework.back_reviews."clue" is '转出线索 / Clue opened (record of clues.clues)';
create unique index back_reviews_key on casework.back_reviews ("number") where retired_at is null;
create index back_reviews_date on casework.back_reviews ("reviewed_on" desc nulls last, record) where retired_at is null;
create index back_reviews_unit on casework.back_reviews ("unit", "reviewed_on" desc nulls last, record) where retired_at is null;
create index back_reviews_act on casework.back_reviews using brin (act);
grant select, insert on casework.back_reviews to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on casework.back_reviews to mingjing_app;
alter table casework.back_reviews enable row level security;
create policy reading on casework.back_reviews for select to mingjing_app using (
    (select access.reaches_all('casework.backReviews', 'read'))
    or "unit" = any ((select access.reached_units('casework.backReviews', 'read'))::uuid[])
    or record = any ((select access.reached_records('casework.backReviews'))::uuid[]));
create policy writing on casework.back_reviews for insert to mingjing_app with check (
    (select access.reaches_all('casework.backReviews', 'write'))
    or "unit" = any ((select access.reached_units('casework.backReviews', 'write'))::uuid[]));
create policy retiring on casework.back_reviews for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.backReviews', 'write'))
    or "unit" = any ((select access.reached_units('casework.backReviews', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('casework.backReviews', 'write'))
    or "unit" = any ((select access.reached_units('casework.backReviews', 'write'))::uuid[]));

