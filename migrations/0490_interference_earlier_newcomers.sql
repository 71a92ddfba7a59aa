-- Migration 0431 looks at whoever comes onto the roster from then on. Who came, or took the name, between a record and that migration is
-- hidden from the same way; those who stood there when it was filed have been since.
insert into access.hidden (register, record, officer)
select distinct 'interference.records', r.record, o.record from interference.records r
join organisation.officers o on replace(o.name, ' ', '') = replace(r.asker_name, ' ', '')
where o.record is distinct from r.recorder and (o.retired_at is null or o.retired_at > r.recorded_at)
on conflict do nothing;

-- The roster changes one officer at a time: asked by name, the store need not be read through.
create index records_asker_name on interference.records (replace(asker_name, ' ', ''));
