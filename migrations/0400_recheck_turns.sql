-- Whose turn it is to check a case drawn, and until when. What a draw gave stands in recheck.drawn_cases and never changes; this is the
-- work that follows from it: one turn begins with the draw, the next when a re-checker steps aside, is replaced for being late, or
-- finds that the case must be supplemented.

create table recheck.turns (
  plan uuid not null,
  number integer not null,
  turn integer not null check (turn > 0),
  member integer,
  officer uuid,
  since timestamptz not null,
  yellow_at timestamptz,
  due_at timestamptz,
  red_at timestamptz,
  ended_at timestamptz,
  act uuid not null,
  primary key (plan, number, turn),
  foreign key (plan, number) references recheck.drawn_cases (plan, number)
);
comment on table recheck.turns is 'Who is to check a case drawn, one after the other, and until when';
comment on column recheck.turns.number is 'Number of the case in its list';
comment on column recheck.turns.member is 'Place in the pool; null where nobody is free';
comment on column recheck.turns.due_at is 'End of the limit, worked out when the turn began; null for plans made before there was one';
comment on column recheck.turns.ended_at is 'When the case was answered or went to the next; null while it waits';
create index turns_officer on recheck.turns (officer, ended_at);
create unique index turns_open on recheck.turns (plan, number) where ended_at is null;

-- What was drawn before this table: the re-checkers who left stand in recheck.asides, the one after them in the register of results.
with gone as (
  select d.plan, d.number, a.member, a.at, a.act, row_number() over (partition by d.plan, d.number order by a.number) as turn
  from recheck.asides a join recheck.drawn_cases d using (plan, position)
), begun as (
  select d.plan, d.number, 1 as turn, s.at as since, s.act from recheck.drawn_cases d join recheck.seeds s using (plan)
  union all select plan, number, turn + 1, at, act from gone
), answered as (
  select plan, position, max(at) as at from recheck.outcomes where outcome <> 'SUPPLEMENT' group by plan, position
)
insert into recheck.turns (plan, number, turn, member, officer, since, ended_at, act)
select b.plan, b.number, b.turn, m.position, m.officer, b.since, coalesce(g.at, o.at), b.act
from begun b
join recheck.drawn_cases d using (plan, number)
left join gone g using (plan, number, turn)
left join recheck.results r on r.record = d.record and r.retired_at is null
left join recheck.pool_members m on m.plan = b.plan and case when g.turn is null then m.officer = r.rechecker else m.position = g.member end
left join answered o on o.plan = b.plan and o.position = d.position;

grant select, insert on recheck.turns to mingjing_app;
grant update (ended_at) on recheck.turns to mingjing_app;
alter table recheck.turns enable row level security;
-- The officer drawn may know of the own cases; all others as for the cases themselves.
create policy reading on recheck.turns for select to mingjing_app using (
  (select recheck.oversees())
  or officer = (select nullif(current_setting('mingjing.officer', true), '')::uuid where 'CASE_HANDLER' = any (access.session_roles())));
create policy writing on recheck.turns for insert to mingjing_app with check ((select recheck.works()));
create policy ending on recheck.turns for update to mingjing_app using ((select recheck.works())) with check ((select recheck.works()));

create index outcomes_case on recheck.outcomes (plan, position);

alter table recheck.asides drop constraint asides_reason_check;
alter table recheck.asides add constraint asides_reason_check
  check (reason in ('RELATIVE', 'INTEREST', 'EARLIER_HANDLER', 'UNAVAILABLE', 'LATE'));
comment on table recheck.asides is 'Re-checkers who stepped aside after the draw, or were late; the next by the same seed follows';
