-- What stands on desks is found without reading what was lifted or opened long ago.
create index supervisions_standing on clues.supervisions (due_on, record) where retired_at is null and lifted_on is null;
create index openings_latest on clues.openings (opened_at, record) where retired_at is null;
