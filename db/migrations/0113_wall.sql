-- Who was thanked for what a customer said, and what others can learn from it.

create table alert_thanks (
  org_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  person_id uuid not null,
  message text not null,
  by_id text,
  by_name text not null,
  at timestamptz not null,
  primary key (org_id, id),
  -- Nobody is thanked twice for the same words.
  unique (org_id, alert_id, person_id),
  foreign key (org_id, alert_id) references alert (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references person (org_id, id)
);
create index alert_thanks_of_person on alert_thanks (org_id, person_id, id desc);
select protect_table('alert_thanks');

create table practice (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  alert_id uuid,
  unit_id uuid,
  -- The colleague it is about.
  person_id uuid,
  title text not null,
  story text not null,
  theme text,
  -- The customer's words; their name only where they agreed.
  words text,
  customer text,
  by_id text,
  by_name text not null,
  at timestamptz not null,
  hidden_at timestamptz,
  hidden_by text,
  hidden_reason text,
  primary key (org_id, id),
  foreign key (org_id, alert_id) references alert (org_id, id) on delete set null (alert_id),
  foreign key (org_id, unit_id) references unit (org_id, id) on delete set null (unit_id),
  foreign key (org_id, person_id) references person (org_id, id) on delete set null (person_id)
);
create unique index practice_of_alert on practice (org_id, alert_id) where alert_id is not null;
create index practice_by_unit on practice (org_id, unit_id);
create index practice_by_theme on practice (org_id, lower(theme));
select protect_table('practice');

create table practice_applause (
  org_id uuid not null,
  practice_id uuid not null,
  user_id text not null,
  at timestamptz not null,
  primary key (org_id, practice_id, user_id),
  foreign key (org_id, practice_id) references practice (org_id, id) on delete cascade
);
select protect_table('practice_applause');

create table practice_reuse (
  org_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  place text not null,
  note text,
  by_id text,
  by_name text not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, practice_id) references practice (org_id, id) on delete cascade
);
create index practice_reuse_of on practice_reuse (org_id, practice_id, id desc);
select protect_table('practice_reuse');
