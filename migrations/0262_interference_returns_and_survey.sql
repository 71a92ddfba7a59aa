-- Returns that name the sealed entries they cover, and the anonymous survey.
alter table interference.nil_returns add column "signed_at" timestamptz;
alter table interference.nil_returns add column "entries_root" text;
comment on column interference.nil_returns."signed_at" is '签报时间 / Signed at';
comment on column interference.nil_returns."entries_root" is '覆盖记录的默克尔根 / Merkle root of the entries covered';

-- First versions of the records a unit's officers filed in a span of time, in the order of the ledger. Commitments are salted
-- and tell nothing; who may ask is who signs or reads the unit's returns.
create function interference.sealed_entries(of_unit uuid, from_at timestamptz, to_at timestamptz)
  returns table (commitment bytea, relation text) language sql stable security definer set search_path = pg_catalog as $$
  select r.commitment, r.relation from interference.records r
  where r.unit = of_unit and r.version = 1 and r.recorded_at >= from_at and r.recorded_at < to_at
    and (access.reaches_all('interference.nilReturns', 'read')
      or of_unit = any (access.reached_units('interference.nilReturns', 'write')))
  order by r.act, r.leaf
$$;
grant execute on function interference.sealed_entries(uuid, timestamptz, timestamptz) to mingjing_app;

-- Periods of a unit that are signed for; no counts.
create function interference.signed_periods(of_unit uuid) returns table (period_kind text, period_start date, submitted_on date)
  language sql stable security definer set search_path = pg_catalog as $$
  select n.period_kind, n.period_start, n.submitted_on from interference.nil_returns n
  where n.unit = of_unit and n.retired_at is null
    and (access.reaches_all('interference.nilReturns', 'read')
      or of_unit = any (access.reached_units('interference.nilReturns', 'write')))
$$;
grant execute on function interference.signed_periods(uuid) to mingjing_app;

create table interference.survey_rounds (
  "number" text not null,
  "unit" uuid not null,
  "opened_on" date not null,
  "closes_on" date not null,
  "codes" bigint not null,
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
comment on table interference.survey_rounds is '调查轮次 / Survey rounds';
comment on column interference.survey_rounds."number" is '调查编号 / Survey no.';
comment on column interference.survey_rounds."unit" is '调查单位 / Unit (record of organisation.units)';
comment on column interference.survey_rounds."opened_on" is '开始日期 / Opened on';
comment on column interference.survey_rounds."closes_on" is '截止日期 / Closes on';
comment on column interference.survey_rounds."codes" is '发放编码数 / Codes handed out';
create unique index survey_rounds_key on interference.survey_rounds ("number") where retired_at is null;
create index survey_rounds_date on interference.survey_rounds ("opened_on" desc nulls last, record) where retired_at is null;
create index survey_rounds_unit on interference.survey_rounds ("unit", "opened_on" desc nulls last, record) where retired_at is null;
create index survey_rounds_act on interference.survey_rounds using brin (act);
grant select, insert on interference.survey_rounds to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on interference.survey_rounds to mingjing_app;
alter table interference.survey_rounds enable row level security;
create policy reading on interference.survey_rounds for select to mingjing_app using (
    (select access.reaches_all('interference.surveyRounds', 'read'))
    or "unit" = any ((select access.reached_units('interference.surveyRounds', 'read'))::uuid[]));
create policy writing on interference.survey_rounds for insert to mingjing_app with check (
    (select access.reaches_all('interference.surveyRounds', 'write'))
    or "unit" = any ((select access.reached_units('interference.surveyRounds', 'write'))::uuid[]));
create policy retiring on interference.survey_rounds for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('interference.surveyRounds', 'write'))
    or "unit" = any ((select access.reached_units('interference.surveyRounds', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('interference.surveyRounds', 'write'))
    or "unit" = any ((select access.reached_units('interference.surveyRounds', 'write'))::uuid[]));

-- Unspent codes by keyed hash. A spent code is gone; nothing says when or by which answer.
create table interference.survey_codes (code_hash bytea primary key, round uuid not null);
comment on table interference.survey_codes is 'one-time codes of a survey that nobody used yet, as keyed hashes';
-- One row for a whole round: a row for each answer would bear its transaction and its place in the file.
create table interference.survey_tallies (round uuid primary key, closes_on date not null, tallies bigint[] not null, closed boolean not null default false);
comment on table interference.survey_tallies is 'answers of a round as counts: [neither, supportive, aware, both]; no answer is kept by itself';

create function interference.open_round(of_round uuid, until date, hashes bytea[]) returns void language plpgsql security definer
  set search_path = pg_catalog as $$
begin
  if not access.reaches_all('interference.surveyRounds', 'write') then raise exception 'not allowed' using errcode = '42501'; end if;
  insert into interference.survey_tallies (round, closes_on, tallies) values (of_round, until, array[0, 0, 0, 0]);
  -- In the order of the hashes, not of the printed sheet.
  insert into interference.survey_codes select hash, of_round from unnest(hashes) hash order by hash;
end $$;
create function interference.spend_code(code bytea, cell integer, today date) returns uuid language plpgsql security definer
  set search_path = pg_catalog as $$
declare of_round uuid;
begin
  delete from interference.survey_codes c using interference.survey_tallies t
    where c.code_hash = code and t.round = c.round and not t.closed and t.closes_on >= today returning c.round into of_round;
  if of_round is null then return null; end if;
  update interference.survey_tallies set tallies[cell] = tallies[cell] + 1 where round = of_round;
  return of_round;
end $$;
create function interference.close_round(of_round uuid) returns bigint[] language plpgsql security definer set search_path = pg_catalog as $$
declare counted bigint[];
begin
  if not access.reaches_all('interference.surveyRounds', 'write') then raise exception 'not allowed' using errcode = '42501'; end if;
  update interference.survey_tallies set closed = true where round = of_round and not closed returning tallies into counted;
  delete from interference.survey_codes where round = of_round;
  return counted;
end $$;
grant execute on function interference.open_round(uuid, date, bytea[]), interference.spend_code(bytea, integer, date), interference.close_round(uuid) to mingjing_app;
