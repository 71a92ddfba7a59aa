-- A protected store opens only to sessions that say which officer they are: nobody else can be held against the list of those who
-- must not know. The program itself is not a person.
create function access.is_somebody() returns boolean language sql stable parallel safe set search_path = pg_catalog as $$
  select nullif(current_setting('mingjing.officer', true), '') is not null or 'SYSTEM' = any (access.session_roles())
$$;
comment on function access.is_somebody() is 'whether the session is the program itself or says which officer it is';
grant execute on function access.is_somebody() to mingjing_app;

alter policy shield on interference.records using (
    (select access.is_somebody()) and record <> all ((select access.hidden_records('interference.records'))::uuid[]));
alter policy shield on interference.record_steps using (
    (select access.is_somebody()) and "matter" <> all ((select access.hidden_records('interference.records'))::uuid[]));
alter policy shield on interference.record_clocks using (
    (select access.is_somebody()) and "matter" <> all ((select access.hidden_records('interference.records'))::uuid[]));

-- Who signed for a period, and when; no count. The record is named to those who may read it.
drop function interference.signed_periods(uuid);
create function interference.signed_periods(of_unit uuid)
  returns table (record uuid, period_kind text, period_start date, submitted_on date, signed_by text)
  language sql stable security definer set search_path = pg_catalog as $$
  select case when access.reaches_all('interference.nilReturns', 'read') then n.record end,
    n.period_kind, n.period_start, n.submitted_on, n.signed_by
  from interference.nil_returns n
  where n.unit = of_unit and n.retired_at is null
    and (access.reaches_all('interference.nilReturns', 'read')
      or of_unit = any (access.reached_units('interference.nilReturns', 'write')))
$$;
grant execute on function interference.signed_periods(uuid) to mingjing_app;

-- How many have answered a round that is under way: the log says as much to everybody. What they answered is told after the end.
create function interference.answers_so_far(of_round uuid) returns bigint language sql stable security definer
  set search_path = pg_catalog as $$
  select sum(each)::bigint from interference.survey_tallies t, unnest(t.tallies) each
  where t.round = of_round and access.reaches_all('interference.surveyRounds', 'read')
$$;
create function interference.is_closed(of_round uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog as $$
  select t.closed from interference.survey_tallies t
  where t.round = of_round and access.reaches_all('interference.surveyRounds', 'read')
$$;
grant execute on function interference.answers_so_far(uuid), interference.is_closed(uuid) to mingjing_app;
