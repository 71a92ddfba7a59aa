-- Need-to-know lists: grants that end by themselves (break-glass), and roles that write what names them.
alter table access.named add column expires_at timestamptz;
comment on column access.named.expires_at is 'when the grant ends by itself; null for one that lasts until it is ended';
grant insert (expires_at) on access.named to mingjing_app;

create function access.reached_named(of_register text, in_mode text) returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(named.record), '{}')
  from access.named
  where named.register = of_register
    and named.account = nullif(current_setting('mingjing.account', true), '')::uuid
    and named.ended_at is null
    and (named.expires_at is null or named.expires_at > now())
    and exists (
      select from access.reach
      where reach.register = of_register and mode = in_mode and reach = 'named' and role = any (access.session_roles()))
$$;
comment on function access.reached_named(text, text) is 'records whose need-to-know list names the session''s account now';

create function access.reaches_some(of_register text, in_mode text) returns boolean language sql stable parallel safe as $$
  select exists (
    select from access.reach where register = of_register and mode = in_mode and role = any (access.session_roles()))
$$;
comment on function access.reaches_some(text, text) is 'true when a role of the session may do this with some records of the register';

create function access.written_officer(of_register text) returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('mingjing.officer', true), '')::uuid
  where exists (
    select from access.reach
    where register = of_register and mode = 'write' and reach = 'own' and role = any (access.session_roles()))
$$;
comment on function access.written_officer(text) is 'the officer signed in, where the register lets officers write what is about them';
