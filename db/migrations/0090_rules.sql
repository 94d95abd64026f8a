-- Rules that look beyond one answer.

-- What an alert without a response is about, so that it is raised once: "silence/<person>/<last answer>".
alter table alert add column occasion text;
create unique index alert_by_occasion on alert (org_id, rule_id, occasion) where occasion is not null;

-- How surely each unit of a rule drifts: read together, because the more units one looks at, the more look odd by chance.
create table alert_drift (
  org_id uuid not null,
  rule_id uuid not null,
  question_id text not null,
  direction text not null check (direction in ('falling', 'rising')),
  unit_id uuid not null,
  p double precision not null,
  at timestamptz not null,
  primary key (org_id, rule_id, question_id, direction, unit_id),
  foreign key (org_id, rule_id) references alert_rule (org_id, id) on delete cascade
);
select protect_table('alert_drift');

-- A rule tried on what was answered in the past.
create table alert_replay (
  org_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  -- The rule as it was asked: the reader may change it meanwhile.
  conditions jsonb not null,
  route jsonb not null,
  from_day date not null,
  to_day date not null,
  seen integer not null default 0,
  total integer not null default 0,
  result jsonb,
  created_by text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, rule_id) references alert_rule (org_id, id) on delete cascade
);
create index alert_replay_by_rule on alert_replay (org_id, rule_id, id desc);
select protect_table('alert_replay');
