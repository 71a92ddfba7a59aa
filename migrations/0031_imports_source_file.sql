-- Whoever may read a record may read where it came from, also when a colleague handed the workbook in.
create function imports.source_file(of_import uuid) returns text language sql stable
  security definer set search_path = pg_catalog as $$
  select file_name from imports.imports where id = of_import
$$;
comment on function imports.source_file(uuid) is 'name of the workbook that brought a version, for its provenance';
revoke all on function imports.source_file(uuid) from public;
grant execute on function imports.source_file(uuid) to mingjing_app;
