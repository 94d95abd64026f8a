-- The ground every room stands on: the run-time role, row security, organisations, the record of what happened, the outbox.

do $$ begin
  create role fullcircle_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;

do $$ begin
  execute format('grant fullcircle_app to %I', current_user);
exception when others then
  -- A superuser needs no grant; anyone else is told by `doctor` what to ask the administrator for.
  raise notice 'fullcircle_app was not granted to %', current_user;
end $$;

grant usage on schema public to fullcircle_app;

create function current_org() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.org', true), '')::uuid;

-- Row security, forced also for the owner, and the run-time role's rights: one call per table.
create function protect_table(name text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', name);
  execute format('grant select, insert, update, delete on %I to fullcircle_app', name);
end $$;

-- ---- organisations

create table org (
  id uuid primary key,
  -- Short and public: the first part of links and API keys, so that a token alone says which organisation it belongs to.
  code text not null unique check (code ~ '^[a-z0-9]{6}$'),
  name text not null,
  status text not null default 'active' check (status in ('active', 'suspended', 'deleting')),
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
alter table org enable row level security;
alter table org force row level security;
-- Inside an organisation only its own row; the installation's own work (no organisation set) sees the list.
create policy own_org on org using (id = current_org() or current_org() is null)
  with check (id = current_org() or current_org() is null);
grant select, insert, update, delete on org to fullcircle_app;

-- ---- the record of what happened

create table activity (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  at timestamptz not null,
  verb text not null,
  actor_kind text not null,
  actor_id text,
  subject_type text not null,
  subject_id uuid not null,
  -- sha256(salt || canonical detail): survives the erasure of the detail.
  commitment bytea not null,
  -- The seal this row went into; null until the sweep has come by.
  seal integer,
  primary key (org_id, id)
);
create index activity_by_subject on activity (org_id, subject_id, id desc);
create index activity_by_actor on activity (org_id, actor_id, id desc);
create index activity_unsealed on activity (org_id, id) where seal is null;
create index activity_by_seal on activity (org_id, seal, id);
select protect_table('activity');

create table activity_detail (
  org_id uuid not null,
  activity_id uuid not null,
  salt bytea not null,
  actor_name text not null,
  detail jsonb not null,
  primary key (org_id, activity_id),
  foreign key (org_id, activity_id) references activity (org_id, id) on delete cascade
);
select protect_table('activity_detail');

-- One thing that happened shows in the feed of several objects (an alert, its customer, its unit).
create table activity_link (
  org_id uuid not null,
  subject_id uuid not null,
  activity_id uuid not null,
  primary key (org_id, subject_id, activity_id),
  foreign key (org_id, activity_id) references activity (org_id, id) on delete cascade
);
select protect_table('activity_link');

create table activity_seal (
  org_id uuid not null references org (id) on delete cascade,
  number integer not null,
  rows integer not null,
  root bytea not null,
  -- sha256(previous seal's hash || number || rows || root): the chain.
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (org_id, number)
);
select protect_table('activity_seal');

-- ---- what leaves the building

create table outbox (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  -- What makes it this message and no other: posting the same key again is the same message.
  key text not null,
  kind text not null,
  payload jsonb not null,
  recipient text generated always as (lower(payload ->> 'to')) stored,
  -- Surveys and digests wait for sign-in links and notices, never the other way round.
  bulk boolean not null default false,
  -- handing: the last bytes may be on their way, so that only a person can say whether to send it again (unsure).
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'handing', 'sent', 'kept', 'failed', 'unsure', 'cancelled')),
  attempts integer not null default 0,
  -- When it is due; while it is being sent, when whoever sends it counts as gone.
  next_at timestamptz not null default now(),
  -- One attempt of one node: who lost the row to another node finds another claim.
  claim uuid,
  error text,
  reply text,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (org_id, id),
  unique (org_id, key)
);
create index outbox_due on outbox (org_id, next_at) where state in ('waiting', 'sending', 'handing');
create index outbox_turn on outbox (org_id, kind, bulk, next_at) where state = 'waiting';
create index outbox_newest on outbox (org_id, created_at desc, id desc);
create index outbox_recipient on outbox (org_id, recipient, created_at desc);
select protect_table('outbox');
-- The carrier asks which organisations have something due; what is in it is read inside the organisation.
create policy due_anywhere on outbox for select using (current_org() is null);

-- ---- Idempotency-Key of every POST

create table idempotency_key (
  org_id uuid not null references org (id) on delete cascade,
  key text not null,
  route text not null,
  request_hash bytea not null,
  status integer,
  reply jsonb,
  created_at timestamptz not null default now(),
  primary key (org_id, route, key)
);
create index idempotency_key_age on idempotency_key (created_at);
select protect_table('idempotency_key');
