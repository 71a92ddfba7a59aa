-- Nothing is granted implicitly: the application role may do only what a migration grants it by name. The roles themselves
-- belong to the whole server, not to one database, so the program makes them at its start (src/platform/database/roles.ts).
revoke create on schema public from public;
alter default privileges revoke execute on functions from public;
