-- Accounts, their secrets and their sessions (house, section 5). Nothing here is content of a register; SYSTEM_ADMIN keeps
-- the accounts and can read no password hash.

create schema identity;
comment on schema identity is 'accounts, passwords, second factors and sessions';
grant usage on schema identity to mingjing_app;

create function identity.acts_as(variadic any_of text[]) returns boolean language sql stable parallel safe as $$
  select string_to_array(coalesce(current_setting('mingjing.roles', true), ''), ',') && any_of
$$;
comment on function identity.acts_as(text[]) is 'true when the session holds one of these roles';

create function identity.self() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('mingjing.account', true), '')::uuid
$$;
comment on function identity.self() is 'the account that this transaction acts for';

create table identity.accounts (
  id uuid primary key,
  username text not null unique check (username = lower(username) and username <> ''),
  name text not null,
  roles text[] not null,
  unit uuid,
  officer uuid,
  language text not null check (language in ('zh', 'en')),
  active boolean not null default true,
  sign_on_subject text unique,
  version integer not null default 1,
  created_at timestamptz not null,
  act uuid not null
);
comment on table identity.accounts is 'who may sign in, and as what; an account is ended, never deleted';
comment on column identity.accounts.unit is 'record of its unit in the units register: what "own unit" means for it';
comment on column identity.accounts.officer is 'record of the officer whose account this is';
comment on column identity.accounts.sign_on_subject is 'subject at the single sign-on provider, once bound';
comment on column identity.accounts.act is 'the ledger act that last changed it';

create view identity.names as select id, name from identity.accounts;
comment on view identity.names is 'what accounts are called, for everybody who sees what they did';

create table identity.passwords (
  account uuid not null references identity.accounts,
  set_at timestamptz not null,
  hash text not null,
  must_change boolean not null,
  act uuid not null,
  primary key (account, set_at)
);
comment on table identity.passwords is 'the newest one counts; rows are only added';
comment on column identity.passwords.hash is 'Argon2id in the PHC string format';
comment on column identity.passwords.must_change is 'generated: nothing but changing it is possible';

create table identity.second_factors (
  id uuid primary key,
  account uuid not null references identity.accounts,
  secret bytea not null,
  started_at timestamptz not null,
  confirmed_at timestamptz,
  removed_at timestamptz,
  used_step bigint not null default 0
);
comment on table identity.second_factors is 'time-based one-time passwords (RFC 6238)';
comment on column identity.second_factors.secret is 'shared secret, encrypted with the vault key';
comment on column identity.second_factors.used_step is 'time step of the last code taken: no code is taken twice (RFC 6238, 5.2)';
create unique index second_factors_one on identity.second_factors (account)
  where confirmed_at is not null and removed_at is null;

create table identity.recovery_codes (
  factor uuid not null references identity.second_factors,
  account uuid not null references identity.accounts,
  hash bytea not null,
  used_at timestamptz,
  primary key (factor, hash)
);
comment on table identity.recovery_codes is 'one use each, in place of a code of the second factor';
comment on column identity.recovery_codes.hash is 'keyed hash of the vault';

create table identity.sessions (
  id uuid primary key,
  token bytea not null unique check (octet_length(token) = 32),
  account uuid not null references identity.accounts,
  method text not null check (method in ('password', 'sign-on')),
  pending boolean not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  idle interval not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('signed-out', 'second-factor', 'password', 'account', 'administrator'))
);
comment on table identity.sessions is 'sign-ins';
comment on column identity.sessions.token is 'SHA-256 of the cookie: the table alone opens no session';
comment on column identity.sessions.pending is 'the password was right, the second factor is still due';
comment on column identity.sessions.seen_at is 'last use, to the minute';
comment on column identity.sessions.idle is 'how long it may lie unused';
create index sessions_open on identity.sessions (account) where ended_at is null;

create table identity.devices (
  token bytea primary key check (octet_length(token) = 32),
  account uuid not null references identity.accounts,
  known_at timestamptz not null
);
comment on table identity.devices is 'browsers an account has signed in from: the failures of others do not slow them down';

create table identity.attempts (
  key bytea primary key,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
comment on table identity.attempts is 'failed sign-ins, by keyed hash of name and network or of name and device';

grant execute on function identity.acts_as(text[]), identity.self() to mingjing_app;
grant select on identity.names to mingjing_app;
grant select, insert on identity.accounts, identity.passwords, identity.second_factors, identity.recovery_codes,
  identity.sessions, identity.devices, identity.attempts to mingjing_app;
grant update (name, roles, unit, officer, language, active, sign_on_subject, version, act) on identity.accounts to mingjing_app;
grant update (confirmed_at, removed_at, used_step) on identity.second_factors to mingjing_app;
grant update (used_at) on identity.recovery_codes to mingjing_app;
grant update (ended_at, ended_as) on identity.sessions to mingjing_app;
grant update (failures, last_at, blocked_until) on identity.attempts to mingjing_app;

alter table identity.accounts enable row level security;
create policy managed on identity.accounts to mingjing_app using ((select identity.acts_as('SYSTEM', 'SYSTEM_ADMIN')));
create policy own on identity.accounts for select to mingjing_app using (id = (select identity.self()));

alter table identity.passwords enable row level security;
create policy seen on identity.passwords for select to mingjing_app
  using ((select identity.acts_as('SYSTEM')) or account = (select identity.self()));
create policy added on identity.passwords for insert to mingjing_app
  with check ((select identity.acts_as('SYSTEM', 'SYSTEM_ADMIN')) or account = (select identity.self()));

alter table identity.second_factors enable row level security;
create policy own on identity.second_factors to mingjing_app
  using ((select identity.acts_as('SYSTEM')) or account = (select identity.self()));
-- An administrator takes away the factor of a lost telephone; the secret is sealed.
create policy seen on identity.second_factors for select to mingjing_app using ((select identity.acts_as('SYSTEM_ADMIN')));
create policy removed on identity.second_factors for update to mingjing_app
  using ((select identity.acts_as('SYSTEM_ADMIN'))) with check (removed_at is not null);

alter table identity.recovery_codes enable row level security;
create policy own on identity.recovery_codes to mingjing_app
  using ((select identity.acts_as('SYSTEM')) or account = (select identity.self()));

alter table identity.sessions enable row level security;
create policy own on identity.sessions to mingjing_app
  using ((select identity.acts_as('SYSTEM', 'SYSTEM_ADMIN')) or account = (select identity.self()));

alter table identity.devices enable row level security;
create policy system on identity.devices to mingjing_app using ((select identity.acts_as('SYSTEM')));
alter table identity.attempts enable row level security;
create policy system on identity.attempts to mingjing_app using ((select identity.acts_as('SYSTEM')));

-- Who holds the token is known by it alone, before any session is set; one round trip for each request.
create function identity.resolve(of_token bytea, at timestamptz)
returns table (sign_in uuid, account uuid, username text, name text, roles text[], unit uuid, officer uuid,
  must_change boolean, second_factor boolean)
language sql security definer set search_path = pg_catalog as $$
  with live as (
    select s.id, s.seen_at, s.method, a.id as account, a.username, a.name, a.roles, a.unit, a.officer
    from identity.sessions s join identity.accounts a on a.id = s.account
    where s.token = of_token and not s.pending and s.ended_at is null and a.active
      and at < s.ends_at and at < s.seen_at + s.idle
  ), touched as (
    update identity.sessions set seen_at = at from live
    where sessions.id = live.id and live.seen_at < at - interval '1 minute'
  )
  select id, live.account, live.username, live.name, live.roles, live.unit, live.officer,
    method = 'password' and coalesce((
      select p.must_change from identity.passwords p where p.account = live.account order by p.set_at desc limit 1), false),
    exists (select from identity.second_factors f
      where f.account = live.account and f.confirmed_at is not null and f.removed_at is null)
  from live
$$;
comment on function identity.resolve(bytea, timestamptz) is 'the account behind a session''s token, while the session lives';
revoke all on function identity.resolve(bytea, timestamptz) from public;
grant execute on function identity.resolve(bytea, timestamptz) to mingjing_app;
