-- An officer reads the own entry of the roster: in this register the record itself is the officer.
drop policy reading on organisation.officers;
create policy reading on organisation.officers for select to mingjing_app using (
    (select access.reaches_all('organisation.officers', 'read'))
    or "unit" = any ((select access.reached_units('organisation.officers', 'read'))::uuid[])
    or "record" = (select access.reached_officer('organisation.officers')));
