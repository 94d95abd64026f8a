-- Promises: working calendars, policies, and the clocks that run under them.

create table calendar (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  name text not null,
  version integer not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (org_id, id)
);
create unique index calendar_name on calendar (org_id, lower(name)) where archived_at is null;
select protect_table('calendar');

-- What was edited acts from then on: time before it was counted under the version that held.
create table calendar_version (
  org_id uuid not null,
  calendar_id uuid not null,
  version integer not null,
  -- {tz, hours, holidays, special} or {union: [calendar ids]}.
  spec jsonb not null,
  valid_from timestamptz not null,
  primary key (org_id, calendar_id, version),
  foreign key (org_id, calendar_id) references calendar (org_id, id) on delete cascade
);
create index calendar_version_newest on calendar_version (org_id, valid_from desc);
select protect_table('calendar_version');

create table policy (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  name text not null,
  version integer not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (org_id, id)
);
create unique index policy_name on policy (org_id, lower(name)) where archived_at is null;
select protect_table('policy');

create table policy_version (
  org_id uuid not null,
  policy_id uuid not null,
  version integer not null,
  calendar_id uuid not null,
  -- {targets: {target: minutes or minutes by priority}, warnBefore, ladder}.
  content jsonb not null,
  valid_from timestamptz not null,
  primary key (org_id, policy_id, version),
  foreign key (org_id, policy_id) references policy (org_id, id) on delete cascade,
  foreign key (org_id, calendar_id) references calendar (org_id, id)
);
create index policy_version_calendar on policy_version (org_id, calendar_id);
select protect_table('policy_version');

-- One promise to one subject (an alert, a ticket). Working time is accumulated, never recomputed.
create table sla_clock (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  target text not null,
  policy_id uuid not null,
  policy_version integer not null,
  calendar_id uuid not null,
  priority text not null,
  phase text not null check (phase in ('idle', 'running', 'paused', 'done')),
  -- How often it began anew: the steps of each round fire once.
  round integer not null default 1,
  target_ms bigint,
  warn_ms bigint,
  elapsed_ms bigint not null,
  -- Up to here elapsed is counted.
  counted_at timestamptz not null,
  warned_at timestamptz,
  breached_at timestamptz,
  breached_ms bigint,
  due_at timestamptz,
  -- When the next step is due: what the sweep looks for. Null when none is.
  next_at timestamptz,
  -- What was so far, piece by piece, for the explanation.
  pieces jsonb not null default '[]',
  started_at timestamptz,
  primary key (org_id, id),
  unique (org_id, subject_type, subject_id, target),
  foreign key (org_id, policy_id, policy_version) references policy_version (org_id, policy_id, version),
  foreign key (org_id, calendar_id) references calendar (org_id, id)
);
create index sla_clock_next on sla_clock (org_id, next_at) where next_at is not null;
create index sla_clock_anywhere on sla_clock (next_at, org_id) where next_at is not null;
create index sla_clock_calendar on sla_clock (org_id, calendar_id, id) where phase in ('running', 'paused');
create index sla_clock_policy on sla_clock (org_id, policy_id, id) where phase in ('running', 'paused');
select protect_table('sla_clock');
-- The sweep asks which organisations have something due; what is in it is read inside the organisation.
create policy due_anywhere on sla_clock for select using (current_org() is null);

-- What has fired: a reminder, a warning, a breach, an escalation; each once.
create table sla_step (
  org_id uuid not null,
  clock_id uuid not null,
  round integer not null,
  step text not null,
  due_at timestamptz not null,
  fired_at timestamptz not null,
  primary key (org_id, clock_id, round, step),
  foreign key (org_id, clock_id) references sla_clock (org_id, id) on delete cascade
);
select protect_table('sla_step');
