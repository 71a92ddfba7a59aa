-- Freezing as background work: who asked for it, how far it is, how it ended. The freeze itself is an act and stands in bulletin.freezes.
create table bulletin.freeze_runs (
  bulletin uuid not null,
  number integer not null check (number > 0),
  draft integer not null,
  account uuid,
  asked_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'refused', 'cancelled')),
  figures integer not null default 0,
  records bigint not null default 0,
  refusal jsonb,
  finished_at timestamptz,
  primary key (bulletin, number),
  foreign key (bulletin, draft) references bulletin.drafts (bulletin, version)
);
comment on table bulletin.freeze_runs is 'Every time somebody asked for a freeze; the newest tells what became of it';
comment on column bulletin.freeze_runs.draft is 'Version of the prose that was to be frozen';
comment on column bulletin.freeze_runs.figures is 'Figures taken so far';
comment on column bulletin.freeze_runs.records is 'Records read so far';
comment on column bulletin.freeze_runs.refusal is 'Why it was refused: code and params of the error';
-- Two people who freeze one bulletin at once: one of them is first, the other is told.
create unique index freeze_runs_under_way on bulletin.freeze_runs (bulletin) where state in ('waiting', 'running');

grant select, insert on bulletin.freeze_runs to mingjing_app;
grant update (state, figures, records, refusal, finished_at) on bulletin.freeze_runs to mingjing_app;
alter table bulletin.freeze_runs enable row level security;
create policy reading on bulletin.freeze_runs for select to mingjing_app using ((select bulletin.reads_drafts()));
create policy asking on bulletin.freeze_runs for insert to mingjing_app with check ((select bulletin.works_on_bulletins()));
create policy following on bulletin.freeze_runs for update to mingjing_app using ((select bulletin.works_on_bulletins()));
