-- A round is closed when its last case is answered; only then does it stand in bulletins.
alter table recheck.draws add column "closed_on" date;
comment on column recheck.draws."closed_on" is '完成日期 / Closed on';
