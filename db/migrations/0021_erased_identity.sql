-- Who was erased on request, told only by keyed hashes of their address and number, so that no later file brings them back.
create table erased_identity (
  org_id uuid not null references org (id) on delete cascade,
  hash bytea not null,
  erased_at timestamptz not null,
  primary key (org_id, hash)
);
select protect_table('erased_identity');
