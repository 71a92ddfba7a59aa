-- Random re-checks that anyone can repeat (随机抽查): plans committed before their seed, seeds, what they drew, and what came of it.
-- Rows are only ever added. What the public may see is apart from what opens it.

create function recheck.oversees() returns boolean language sql stable parallel safe as $$
  select access.reaches_all('recheck.results', 'read')
$$;
comment on function recheck.oversees() is 'true when the session may see which clues were drawn';

create function recheck.works() returns boolean language sql stable parallel safe as $$
  select 'SYSTEM' = any (access.session_roles())
$$;
comment on function recheck.works() is 'true for the program itself: a draw is written past the reach of whoever starts it';
grant execute on function recheck.oversees(), recheck.works() to mingjing_app;

create table recheck.plans (
  plan uuid primary key,
  number integer not null unique check (number > 0),
  population text not null,
  period text not null,
  as_of date not null,
  replaces uuid unique references recheck.plans (plan),
  content text not null,
  account uuid,
  at timestamptz not null,
  act uuid not null
);
comment on table recheck.plans is 'What was fixed before the seed was known; public from then on';
comment on column recheck.plans.number is 'Plans are numbered without gaps, so that none can be left unsaid';
comment on column recheck.plans.replaces is 'The plan of the same population and quarter it stands for; the reason is in the content';
comment on column recheck.plans.content is 'Canonical JSON, whose hash the ledger entry of the plan names';

create table recheck.blinds (
  plan uuid primary key references recheck.plans (plan),
  blind bytea not null check (octet_length(blind) = 32)
);
comment on table recheck.blinds is 'The half of a dice seed that the server keeps until the dice are read; its hash is in the plan';

create table recheck.plan_cases (
  plan uuid not null references recheck.plans (plan),
  position integer not null,
  stratum integer not null,
  name bytea not null check (octet_length(name) = 32),
  excluded bytea not null check (octet_length(excluded) = 32),
  primary key (plan, position),
  unique (plan, name)
);
comment on table recheck.plan_cases is 'The frame as the public sees it: commitments only, in the order of their tree';
comment on column recheck.plan_cases.name is 'Salted commitment to the version of the clue, its unit and its risk';
comment on column recheck.plan_cases.excluded is 'Salted commitment to who may not check it again';

create table recheck.case_openings (
  plan uuid not null,
  position integer not null,
  clue uuid not null,
  version integer not null,
  commitment bytea not null,
  unit uuid,
  risk text not null,
  salt bytea not null check (octet_length(salt) = 16),
  excluded integer[] not null,
  primary key (plan, position),
  foreign key (plan, position) references recheck.plan_cases (plan, position)
);
comment on table recheck.case_openings is 'What opens the commitments of a frame: which clue stands at which place';
comment on column recheck.case_openings.excluded is 'Places in the pool of those who may not check it again';
create index case_openings_clue on recheck.case_openings (clue);

create table recheck.pool_members (
  plan uuid not null references recheck.plans (plan),
  position integer not null,
  name bytea not null check (octet_length(name) = 32),
  officer uuid not null,
  unit uuid,
  salt bytea not null check (octet_length(salt) = 16),
  primary key (plan, position),
  unique (plan, officer)
);
comment on table recheck.pool_members is 'Those who may check again, and the commitments that stand for them in the plan';

create table recheck.dice_entries (
  plan uuid not null references recheck.plans (plan),
  number integer not null check (number > 0),
  account uuid not null,
  rolls text not null,
  salt bytea not null check (octet_length(salt) = 16),
  at timestamptz not null,
  act uuid not null,
  primary key (plan, number)
);
comment on table recheck.dice_entries is 'What each of two people typed of the dice; neither can see the other''s before the seed stands';

create table recheck.seeds (
  plan uuid primary key references recheck.plans (plan),
  content text not null,
  account uuid,
  at timestamptz not null,
  act uuid not null
);
comment on table recheck.seeds is 'The seed of a plan: one, for good';

create table recheck.drawn_cases (
  plan uuid not null,
  number integer not null check (number > 0),
  position integer not null,
  ticket text not null,
  member integer,
  record uuid not null,
  primary key (plan, number),
  unique (plan, position),
  foreign key (plan, position) references recheck.plan_cases (plan, position)
);
comment on table recheck.drawn_cases is 'What the seed drew, smallest ticket first, with the re-checker it drew';
comment on column recheck.drawn_cases.member is 'Place in the pool of the re-checker drawn first; null where nobody was free';
comment on column recheck.drawn_cases.record is 'Its record in recheck.results';

create table recheck.asides (
  plan uuid not null references recheck.plans (plan),
  number integer not null check (number > 0),
  position integer not null,
  member integer not null,
  reason text not null check (reason in ('RELATIVE', 'INTEREST', 'EARLIER_HANDLER', 'UNAVAILABLE')),
  account uuid,
  at timestamptz not null,
  act uuid not null,
  primary key (plan, number),
  unique (plan, position, member)
);
comment on table recheck.asides is 'Re-checkers who stepped aside after the draw; the next by the same seed follows';

create table recheck.outcomes (
  plan uuid not null references recheck.plans (plan),
  number integer not null check (number > 0),
  position integer not null,
  member integer not null,
  outcome text not null check (outcome in ('UPHELD', 'CHANGED', 'SUPPLEMENT')),
  account uuid,
  at timestamptz not null,
  act uuid not null,
  primary key (plan, number)
);
comment on table recheck.outcomes is 'Results of re-checks; a case that is to be supplemented gets another';

grant select, insert on recheck.plans, recheck.blinds, recheck.plan_cases, recheck.case_openings, recheck.pool_members,
  recheck.dice_entries, recheck.seeds, recheck.drawn_cases, recheck.asides, recheck.outcomes to mingjing_app;

-- Plans, frames, seeds and outcomes are for everybody: that is what makes a draw repeatable.
alter table recheck.plans enable row level security;
create policy reading on recheck.plans for select to mingjing_app using (true);
create policy writing on recheck.plans for insert to mingjing_app with check ((select recheck.works()));
alter table recheck.plan_cases enable row level security;
create policy reading on recheck.plan_cases for select to mingjing_app using (true);
create policy writing on recheck.plan_cases for insert to mingjing_app with check ((select recheck.works()));
alter table recheck.seeds enable row level security;
create policy reading on recheck.seeds for select to mingjing_app using (true);
create policy writing on recheck.seeds for insert to mingjing_app with check ((select recheck.works()));
alter table recheck.drawn_cases enable row level security;
create policy reading on recheck.drawn_cases for select to mingjing_app using (true);
create policy writing on recheck.drawn_cases for insert to mingjing_app with check ((select recheck.works()));
alter table recheck.asides enable row level security;
create policy reading on recheck.asides for select to mingjing_app using (true);
create policy writing on recheck.asides for insert to mingjing_app with check ((select recheck.works()));
alter table recheck.outcomes enable row level security;
create policy reading on recheck.outcomes for select to mingjing_app using (true);
create policy writing on recheck.outcomes for insert to mingjing_app with check ((select recheck.works()));

-- What opens them is for those who may see the clues drawn, and for the program.
alter table recheck.case_openings enable row level security;
create policy reading on recheck.case_openings for select to mingjing_app using ((select recheck.oversees()));
create policy writing on recheck.case_openings for insert to mingjing_app with check ((select recheck.works()));
alter table recheck.pool_members enable row level security;
create policy reading on recheck.pool_members for select to mingjing_app using ((select recheck.oversees()));
create policy writing on recheck.pool_members for insert to mingjing_app with check ((select recheck.works()));
alter table recheck.blinds enable row level security;
create policy program on recheck.blinds to mingjing_app using ((select recheck.works()));
alter table recheck.dice_entries enable row level security;
create policy program on recheck.dice_entries to mingjing_app using ((select recheck.works()));
