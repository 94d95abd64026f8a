-- Who may enter: logins (shared by all organisations), their sessions, memberships with a role, API keys.

-- One row, written by the first setup: two setups at once cannot both win.
create table installation (
  one boolean primary key default true check (one),
  set_up_at timestamptz not null default now()
);
grant select, insert on installation to fullcircle_app;

create table login (
  id uuid primary key,
  email text not null unique,
  name text not null,
  -- scrypt, with its own salt; null until an invitation was accepted.
  password_hash text,
  -- Set once a link from a mail to this address was used: until then nobody has proved to own it.
  verified_at timestamptz,
  -- Runs the installation: opens, suspends, exports and deletes organisations.
  operator boolean not null default false,
  created_at timestamptz not null default now(),
  last_org_id uuid references org (id) on delete set null
);
grant select, insert, update, delete on login to fullcircle_app;

-- A time-based one-time password. The secret is encrypted with FULLCIRCLE_SECRET.
create table second_factor (
  user_id uuid primary key references login (id) on delete cascade,
  secret text not null,
  -- sha256 of each recovery code that was not used yet.
  recovery_hashes bytea[] not null default '{}',
  -- The 30-second step of the last code that was taken: no code works twice.
  last_step bigint not null default 0,
  -- Null while it is being set up.
  confirmed_at timestamptz
);
grant select, insert, update, delete on second_factor to fullcircle_app;

create table session (
  id uuid primary key,
  -- sha256 of the cookie: who reads the database cannot enter.
  token_hash bytea not null unique,
  user_id uuid not null references login (id) on delete cascade,
  org_id uuid references org (id) on delete set null,
  user_agent text not null default '',
  address text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_by_user on session (user_id, id);
create index session_by_expiry on session (expires_at);
grant select, insert, update, delete on session to fullcircle_app;

-- What a mail or a first step hands out, for one use: magic link, new password, the step before the second factor.
create table sign_in_ticket (
  token_hash bytea primary key,
  kind text not null check (kind in ('link', 'reset', 'second-factor')),
  user_id uuid not null references login (id) on delete cascade,
  attempts integer not null default 0,
  expires_at timestamptz not null
);
create index sign_in_ticket_by_user on sign_in_ticket (user_id, kind);
create index sign_in_ticket_by_expiry on sign_in_ticket (expires_at);
grant select, insert, update, delete on sign_in_ticket to fullcircle_app;

-- Tries at a door, counted for all nodes together: one row per door, who knocks, and window.
create table attempt (
  door text not null,
  who text not null,
  window_start timestamptz not null,
  n integer not null default 1,
  primary key (door, who, window_start)
);
create index attempt_by_window on attempt (window_start);
grant select, insert, update, delete on attempt to fullcircle_app;

-- The two tables below are read before it is known which organisation asks: like `org`, they are visible to the
-- installation's own work (no organisation set), and inside an organisation only its own rows are.
create table membership (
  org_id uuid not null references org (id) on delete cascade,
  user_id uuid not null references login (id) on delete cascade,
  role text not null check (role in ('owner', 'admin', 'analyst', 'manager', 'agent', 'viewer')),
  -- Subtrees of units this member may see; null = the whole organisation.
  units uuid[],
  created_at timestamptz not null default now(),
  invited_by text,
  -- Of the link that was mailed (it proves the address) and of the one that was shown to whoever invited (it does not).
  mail_hash bytea,
  link_hash bytea,
  invitation_expires_at timestamptz,
  -- Null while the invitation is open: an invited member may do nothing yet.
  accepted_at timestamptz,
  primary key (org_id, user_id)
);
create index membership_by_user on membership (user_id);
select protect_table('membership');
drop policy own_org on membership;
create policy own_org on membership using (org_id = current_org() or current_org() is null)
  with check (org_id = current_org());

create table api_key (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  name text not null,
  hash bytea not null,
  -- The last four characters, so that people can tell their keys apart.
  hint text not null,
  role text not null check (role in ('owner', 'admin', 'analyst', 'manager', 'agent', 'viewer')),
  units uuid[],
  operator boolean not null default false,
  created_by text,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id),
  unique (org_id, hash)
);
select protect_table('api_key');
drop policy own_org on api_key;
create policy own_org on api_key using (org_id = current_org() or current_org() is null)
  with check (org_id = current_org() or current_org() is null);

-- ---- organisations that are going: undoable until this instant, then a clock removes everything.
alter table org add column delete_after timestamptz;
alter table org add column suspended_reason text;
