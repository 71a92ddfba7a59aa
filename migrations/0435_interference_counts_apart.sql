-- Counts of returns and the records themselves lie with different people: whoever a record names, and who reads records, could
-- else hold the one against the other and see that something is hidden.
create function access.is_apart(other text) returns boolean language sql stable parallel safe set search_path = pg_catalog as $$
  select 'SYSTEM' = any (access.session_roles()) or not access.reaches_all(other, 'read')
$$;
comment on function access.is_apart(text) is 'whether the session reads nothing it could hold this register against';
grant execute on function access.is_apart(text) to mingjing_app;

create policy apart on interference.nil_returns as restrictive for select to mingjing_app using (
    (select access.is_apart('interference.records')));

-- Who signed for which period, and when; no count. By the unique key of the returns, so that years gone by cost nothing. The
-- record is named to those who may have it held against the store.
drop function interference.signed_periods(uuid);
create function interference.signed_periods(of_units uuid[], from_day date, to_day date)
  returns table (unit uuid, record uuid, period_kind text, period_start date, submitted_on date, signed_by text)
  language sql stable security definer set search_path = pg_catalog as $$
  with asked as materialized (
    select access.reaches_all('interference.nilReturns', 'read') or access.reaches_all('interference.records', 'read') as overseer,
      access.reached_units('interference.nilReturns', 'write') as signs)
  select n.unit, case when asked.overseer then n.record end, n.period_kind, n.period_start, n.submitted_on, n.signed_by
  from asked, interference.nil_returns n
  where n.unit = any (of_units) and n.period_kind in ('MONTH', 'QUARTER') and n.period_start between from_day and to_day
    and n.retired_at is null and (asked.overseer or n.unit = any (asked.signs))
$$;
grant execute on function interference.signed_periods(uuid[], date, date) to mingjing_app;
