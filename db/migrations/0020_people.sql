-- The directory: units as a dated tree, people, who works where and for whom, customer accounts, teams, absences.

-- Periods are half-open: valid_from is the first day, valid_to the first day that no longer counts, null = until changed.
-- '0001-01-01' means "since always": history that is older than the directory still finds its place.

create table unit (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  -- What other systems call it: the `unit` column of a CSV file.
  key text not null,
  name text not null,
  -- The first day on which it no longer exists. What was answered there stays its own.
  closed_on date,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, key)
);
select protect_table('unit');

create table unit_placement (
  org_id uuid not null,
  unit_id uuid not null,
  parent_id uuid,
  valid_from date not null default '0001-01-01',
  valid_to date,
  primary key (org_id, unit_id, valid_from),
  foreign key (org_id, unit_id) references unit (org_id, id) on delete cascade,
  foreign key (org_id, parent_id) references unit (org_id, id) on delete cascade,
  check (valid_to > valid_from),
  check (parent_id <> unit_id)
);
create unique index unit_placement_last on unit_placement (org_id, unit_id) where valid_to is null;
create index unit_placement_by_parent on unit_placement (org_id, parent_id);
select protect_table('unit_placement');

create table customer_account (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  key text not null,
  name text not null,
  -- The colleague who looks after it; the foreign key follows below.
  owner_id uuid,
  segments jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, key)
);
select protect_table('customer_account');

create table person (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  external_id text,
  -- Lower case, so that one address is one person.
  email text,
  name text not null default '',
  title text,
  kind text not null check (kind in ('staff', 'contact')),
  phone text,
  locale text,
  user_id uuid,
  account_id uuid,
  segments jsonb not null default '{}',
  opted_out_at timestamptz,
  -- Mail to this address came back for good.
  bounced_at timestamptz,
  erased_at timestamptz,
  created_at timestamptz not null default now(),
  -- What lists are sorted by: people without a name stand under what is known of them.
  sort_name text not null generated always as (lower(coalesce(nullif(name, ''), email, external_id, ''))) stored,
  primary key (org_id, id),
  foreign key (org_id, account_id) references customer_account (org_id, id) on delete set null (account_id),
  foreign key (org_id, user_id) references membership (org_id, user_id) on delete set null (user_id)
);
create unique index person_external_id on person (org_id, external_id) where external_id is not null;
create unique index person_email on person (org_id, email) where email is not null;
create unique index person_user on person (org_id, user_id) where user_id is not null;
create index person_by_name on person (org_id, sort_name, id);
create index person_by_account on person (org_id, account_id) where account_id is not null;
select protect_table('person');

alter table customer_account add foreign key (org_id, owner_id) references person (org_id, id) on delete set null (owner_id);
create index customer_account_by_owner on customer_account (org_id, owner_id) where owner_id is not null;

create table unit_member (
  org_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  role text not null default 'member' check (role in ('manager', 'member')),
  valid_from date not null default '0001-01-01',
  valid_to date,
  primary key (org_id, person_id, unit_id, valid_from),
  foreign key (org_id, person_id) references person (org_id, id) on delete cascade,
  foreign key (org_id, unit_id) references unit (org_id, id) on delete cascade,
  check (valid_to > valid_from)
);
create unique index unit_member_last on unit_member (org_id, person_id, unit_id) where valid_to is null;
create index unit_member_by_unit on unit_member (org_id, unit_id, role);
select protect_table('unit_member');

-- A row without manager says that the person reported to nobody in that period.
create table reporting (
  org_id uuid not null,
  person_id uuid not null,
  manager_id uuid,
  valid_from date not null default '0001-01-01',
  valid_to date,
  primary key (org_id, person_id, valid_from),
  foreign key (org_id, person_id) references person (org_id, id) on delete cascade,
  foreign key (org_id, manager_id) references person (org_id, id) on delete cascade,
  check (valid_to > valid_from),
  check (manager_id <> person_id)
);
create unique index reporting_last on reporting (org_id, person_id) where valid_to is null;
create index reporting_by_manager on reporting (org_id, manager_id);
select protect_table('reporting');

create table team (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index team_name on team (org_id, lower(name));
select protect_table('team');

create table team_member (
  org_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  primary key (org_id, team_id, person_id),
  foreign key (org_id, team_id) references team (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references person (org_id, id) on delete cascade
);
create index team_member_by_person on team_member (org_id, person_id);
select protect_table('team_member');

create table absence (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  -- Who takes over meanwhile; nobody = whoever comes next on the way up.
  delegate_id uuid,
  primary key (org_id, id),
  foreign key (org_id, person_id) references person (org_id, id) on delete cascade,
  foreign key (org_id, delegate_id) references person (org_id, id) on delete set null (delegate_id),
  check (to_at > from_at),
  check (delegate_id <> person_id)
);
create index absence_by_person on absence (org_id, person_id, to_at);
select protect_table('absence');
