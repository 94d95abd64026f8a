-- What reaches a colleague: in the console, and by mail as each of them chose.

create table notification (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  text text not null,
  detail text,
  -- Where it leads, inside the console.
  href text,
  created_at timestamptz not null,
  read_at timestamptz,
  -- Waits to be mailed from then on, together with what came meanwhile; null: is not mailed, or was.
  mail_at timestamptz,
  -- The same key is the same notification.
  key text,
  primary key (org_id, id),
  foreign key (org_id, user_id) references membership (org_id, user_id) on delete cascade
);
create index notification_of_user on notification (org_id, user_id, id desc);
create unique index notification_key on notification (org_id, user_id, key) where key is not null;
create index notification_unread on notification (org_id, user_id) where read_at is null;
create index notification_to_mail on notification (org_id, mail_at) where mail_at is not null;
select protect_table('notification');

-- A kind without a row is mailed as the kind itself says (notifications/kinds.ts).
create table notification_choice (
  org_id uuid not null,
  user_id uuid not null,
  kind text not null,
  mail text not null check (mail in ('at-once', 'hourly', 'daily', 'never')),
  primary key (org_id, user_id, kind),
  foreign key (org_id, user_id) references membership (org_id, user_id) on delete cascade
);
select protect_table('notification_choice');

-- When a colleague was last mailed: what comes shortly after waits, and comes together.
create table notification_mailed (
  org_id uuid not null,
  user_id uuid not null,
  at timestamptz not null,
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references membership (org_id, user_id) on delete cascade
);
select protect_table('notification_mailed');
