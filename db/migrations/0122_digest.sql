-- Who wants no weekly digest. Those who may read insights get one, unless they say so here.
create table digest_off (
  org_id uuid not null,
  user_id uuid not null,
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references membership (org_id, user_id) on delete cascade
);
select protect_table('digest_off');
