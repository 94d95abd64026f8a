-- The organisation's own tree of root causes: what its people name when they close a loop.

create table cause (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  parent_id uuid,
  name text not null,
  created_at timestamptz not null default now(),
  -- Not offered any more; alerts that named it keep it.
  retired_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, parent_id) references cause (org_id, id)
);
-- One name once under each parent, however it is written: two spellings of one cause would halve its share.
create unique index cause_name on cause (org_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));
select protect_table('cause');
