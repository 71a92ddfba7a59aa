-- Bulletins (通报): drafts, frozen figures with the records behind them, publication and corrections. Rows are only ever added.
create schema if not exists bulletin;

create function bulletin.works_on_bulletins() returns boolean language sql stable parallel safe as $$
  select access.session_roles() && array['SYSTEM', 'OFFICE_DIRECTOR', 'OFFICE_STAFF', 'PRESS_EDITOR']
$$;
comment on function bulletin.works_on_bulletins() is 'true when the session may write and freeze bulletins';

create function bulletin.reads_drafts() returns boolean language sql stable parallel safe as $$
  select bulletin.works_on_bulletins() or access.session_roles() && array['SECRECY_REVIEWER', 'AUDITOR']
$$;
comment on function bulletin.reads_drafts() is 'true when the session may see bulletins before they are published';

create function bulletin.publishes() returns boolean language sql stable parallel safe as $$
  select access.session_roles() && array['SYSTEM', 'OFFICE_DIRECTOR']
$$;
comment on function bulletin.publishes() is 'true when the session may publish and correct bulletins';

grant execute on function bulletin.works_on_bulletins(), bulletin.reads_drafts(), bulletin.publishes() to mingjing_app;

create table bulletin.steps (
  bulletin uuid not null,
  number integer not null check (number > 0),
  action text not null check (action in ('WRITE', 'EDIT', 'FREEZE', 'PUBLISH', 'CORRECT')),
  account uuid,
  at timestamptz not null,
  act uuid not null,
  primary key (bulletin, number)
);
comment on table bulletin.steps is 'Life of a bulletin: its state is where the last step led, who took which decides who may take the next';

create table bulletin.drafts (
  bulletin uuid not null,
  version integer not null check (version > 0),
  text jsonb not null,
  account uuid,
  at timestamptz not null,
  act uuid not null,
  primary key (bulletin, version)
);
comment on table bulletin.drafts is 'Every version of the prose, with its figures as marks';

create table bulletin.publications (
  bulletin uuid primary key,
  at timestamptz not null,
  act uuid not null
);
comment on table bulletin.publications is 'Bulletins that are public';

create table bulletin.freezes (
  bulletin uuid primary key,
  draft integer not null,
  text jsonb not null,
  as_of date not null,
  known_at timestamptz not null,
  demo boolean not null,
  at timestamptz not null,
  act uuid not null,
  foreign key (bulletin, draft) references bulletin.drafts (bulletin, version)
);
comment on table bulletin.freezes is 'The moment a bulletin was frozen at, and its prose at that moment';
comment on column bulletin.freezes.known_at is 'Nothing was ever written into this moment afterwards: the same questions give the same answers';

create table bulletin.frozen_figures (
  bulletin uuid not null references bulletin.freezes (bulletin),
  figure text not null,
  position integer not null,
  content text not null,
  primary key (bulletin, figure)
);
comment on table bulletin.frozen_figures is 'Each figure with its value and the roots of its record sets';
comment on column bulletin.frozen_figures.content is 'Canonical JSON: the part of the bulletin whose hash the ledger entry of the freeze names';

create table bulletin.frozen_records (
  bulletin uuid not null references bulletin.freezes (bulletin),
  figure text not null,
  part text not null check (part in ('records', 'base')),
  leaf integer not null,
  record uuid not null,
  version integer not null,
  commitment bytea not null,
  cells jsonb not null,
  primary key (bulletin, figure, part, leaf)
);
comment on table bulletin.frozen_records is 'Records behind the figures, in the order of their tree; of sets up to 50,000 records';
comment on column bulletin.frozen_records.cells is 'What the public sees of the record, masked when it was frozen';
create index frozen_records_record on bulletin.frozen_records (record);

create table bulletin.frozen_subtrees (
  bulletin uuid not null references bulletin.freezes (bulletin),
  figure text not null,
  part text not null check (part in ('records', 'base')),
  hashes bytea not null check (octet_length(hashes) % 32 = 0),
  primary key (bulletin, figure, part)
);
comment on table bulletin.frozen_subtrees is 'Of larger sets: the roots over each 256 records, one after another';

create table bulletin.corrections (
  bulletin uuid not null references bulletin.freezes (bulletin),
  number integer not null check (number > 0),
  figure text not null,
  content text not null,
  at timestamptz not null,
  act uuid not null,
  primary key (bulletin, number)
);
comment on table bulletin.corrections is 'Corrections of published figures: old value, new value, cause. The frozen figure stays as it was';

grant usage on schema bulletin to mingjing_app;
grant select, insert on bulletin.steps, bulletin.drafts, bulletin.publications, bulletin.freezes, bulletin.frozen_figures,
  bulletin.frozen_records, bulletin.frozen_subtrees, bulletin.corrections to mingjing_app;

-- Drafts and the steps behind them are for those who work on bulletins.
alter table bulletin.steps enable row level security;
create policy reading on bulletin.steps for select to mingjing_app using ((select bulletin.reads_drafts()));
create policy writing on bulletin.steps for insert to mingjing_app with check (
  case when action in ('PUBLISH', 'CORRECT') then (select bulletin.publishes()) else (select bulletin.works_on_bulletins()) end);
alter table bulletin.drafts enable row level security;
create policy reading on bulletin.drafts for select to mingjing_app using ((select bulletin.reads_drafts()));
create policy writing on bulletin.drafts for insert to mingjing_app with check ((select bulletin.works_on_bulletins()));

-- What is published is for everybody, signed in or not.
alter table bulletin.publications enable row level security;
create policy reading on bulletin.publications for select to mingjing_app using (true);
create policy writing on bulletin.publications for insert to mingjing_app with check ((select bulletin.publishes()));

alter table bulletin.freezes enable row level security;
create policy reading on bulletin.freezes for select to mingjing_app using (
  (select bulletin.reads_drafts()) or bulletin in (select bulletin from bulletin.publications));
create policy writing on bulletin.freezes for insert to mingjing_app with check ((select bulletin.works_on_bulletins()));
alter table bulletin.frozen_figures enable row level security;
create policy reading on bulletin.frozen_figures for select to mingjing_app using (
  (select bulletin.reads_drafts()) or bulletin in (select bulletin from bulletin.publications));
create policy writing on bulletin.frozen_figures for insert to mingjing_app with check ((select bulletin.works_on_bulletins()));
alter table bulletin.frozen_records enable row level security;
create policy reading on bulletin.frozen_records for select to mingjing_app using (
  (select bulletin.reads_drafts()) or bulletin in (select bulletin from bulletin.publications));
create policy writing on bulletin.frozen_records for insert to mingjing_app with check ((select bulletin.works_on_bulletins()));
alter table bulletin.frozen_subtrees enable row level security;
create policy reading on bulletin.frozen_subtrees for select to mingjing_app using (
  (select bulletin.reads_drafts()) or bulletin in (select bulletin from bulletin.publications));
create policy writing on bulletin.frozen_subtrees for insert to mingjing_app with check ((select bulletin.works_on_bulletins()));
alter table bulletin.corrections enable row level security;
create policy reading on bulletin.corrections for select to mingjing_app using (
  (select bulletin.reads_drafts()) or bulletin in (select bulletin from bulletin.publications));
create policy writing on bulletin.corrections for insert to mingjing_app with check ((select bulletin.publishes()));
