-- Ways of looking at Insights that somebody gave a name.
create table insight_view (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  -- Login or key that keeps it; its colleagues see it where it is shared.
  owner_id text not null,
  owner_name text not null,
  name text not null,
  shared boolean not null,
  -- The filters as they stand in the address of the page.
  search jsonb not null,
  created_at timestamptz not null,
  primary key (org_id, id)
);
create unique index insight_view_name on insight_view (org_id, owner_id, lower(name));
create index insight_view_shared on insight_view (org_id, id) where shared;
select protect_table('insight_view');
