-- When a colleague wants no mail: every night in their own zone, and perhaps the whole weekend. What comes meanwhile comes after it, together.
create table notification_quiet (
  org_id uuid not null,
  user_id uuid not null,
  zone text not null,
  -- Minutes of the day; an end before the beginning lies on the next day.
  from_minute smallint not null check (from_minute between 0 and 1439),
  to_minute smallint not null check (to_minute between 0 and 1439 and to_minute <> from_minute),
  weekends boolean not null,
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references membership (org_id, user_id) on delete cascade
);
select protect_table('notification_quiet');
