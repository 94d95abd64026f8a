-- The logo as it is served: small, drawn anew by us.
create table org_logo (
  org_id uuid not null references org (id) on delete cascade,
  -- Hex of sha256 over the bytes, shortened: part of its public name, so that a cached one is never a stale one.
  digest text not null,
  png bytea not null,
  primary key (org_id)
);
select protect_table('org_logo');
