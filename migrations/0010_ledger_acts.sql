-- The ledger (存证): every act of the program, and its place in the Merkle log.

create schema ledger;
comment on schema ledger is '存证: every act that changed something, in the order of the Merkle log';

create table ledger.acts (
  id uuid primary key,
  at timestamptz not null,
  entry text not null check (octet_length(entry) <= 65535),
  appended_at timestamptz not null default clock_timestamp(),
  xid xid8 not null default pg_current_xact_id(),
  actor text generated always as (entry::jsonb ->> 'actor') stored,
  act text generated always as (entry::jsonb ->> 'act') stored,
  subject text generated always as (entry::jsonb ->> 'subject') stored
);
comment on table ledger.acts is 'One row for each act, written in the transaction of the act itself; holds no personal content';
comment on column ledger.acts.id is 'UUIDv7 of the act; register versions name it in act and retired_by';
comment on column ledger.acts.at is 'The moment the versions of this act bear as recorded_at or retired_at';
comment on column ledger.acts.entry is 'The entry of the log, canonical JSON (RFC 8785): these very bytes are hashed';
comment on column ledger.acts.appended_at is 'When the act was written, at the end of its transaction: an act that saw another has a later time';
comment on column ledger.acts.xid is 'Transaction of the act: bounds what the sequencer must look at';
comment on column ledger.acts.actor is 'From the entry: account that acted, system or public';
comment on column ledger.acts.act is 'From the entry: name of the act';
comment on column ledger.acts.subject is 'From the entry: what was acted upon';
create index acts_xid on ledger.acts (xid);
create index acts_subject on ledger.acts (subject);
create index acts_actor on ledger.acts (actor, at);

create table ledger.entries (
  seq bigint primary key check (seq >= 0),
  act uuid not null unique references ledger.acts (id),
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32)
);
comment on table ledger.entries is 'The order of the log: given once by the sequencer, before the tiles are written';
comment on column ledger.entries.seq is 'Number of the entry in the log, from 0, without gaps';
comment on column ledger.entries.act is 'The act at this place';
comment on column ledger.entries.leaf_hash is 'RFC 6962 leaf hash of the entry: SHA-256(0x00 || entry)';

create table ledger.checkpoints (
  size bigint primary key check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  at timestamptz not null default clock_timestamp()
);
comment on table ledger.checkpoints is 'Every tree head that was signed';
comment on column ledger.checkpoints.size is 'Number of entries under the root';
comment on column ledger.checkpoints.root is 'Merkle root of the first size entries';
comment on column ledger.checkpoints.note is 'The signed note (C2SP tlog-checkpoint)';
comment on column ledger.checkpoints.at is 'When it was signed';

-- The program may add acts and read the log. Nobody but the owner's sequencer gives places, and the program can change
-- or remove nothing. xid and appended_at are left to their defaults: a session cannot choose them.
grant usage on schema ledger to mingjing_app;
grant select on ledger.acts, ledger.entries, ledger.checkpoints to mingjing_app;
grant insert (id, at, entry) on ledger.acts to mingjing_app;
