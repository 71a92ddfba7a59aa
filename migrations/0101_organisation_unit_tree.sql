-- The unit tree belongs to organisation; row security asks it for the units below the session's own.
create or replace function access.subtree(unit uuid) returns uuid[] language sql stable parallel safe
  security definer set search_path = pg_catalog as $$
  with recursive below(record) as (
    select unit
    union
    select units.record from organisation.units join below on units.parent = below.record
    where units.retired_at is null)
  select coalesce(array_agg(record), '{}') from below
$$;
create index units_parent on organisation.units (parent) where retired_at is null;
