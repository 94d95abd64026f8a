-- Rules that watch every answer, and the alerts they raise until the loop is closed.

create table alert_rule (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  name text not null,
  survey_id uuid not null,
  kind text not null check (kind in ('recovery', 'excellence')),
  -- {all: […]} or {any: […]} of conditions on answers.
  conditions jsonb not null,
  -- Steps tried in order until somebody is there.
  route jsonb not null,
  -- Null while it is a draft or switched off.
  on_since timestamptz,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey (org_id, id) on delete cascade
);
create index alert_rule_on on alert_rule (org_id, survey_id) where on_since is not null and removed_at is null;
select protect_table('alert_rule');

-- Changes whenever a rule of the organisation changes: intake reads it in the response's transaction, and the rules only when it is new.
create table alert_rule_stamp (
  org_id uuid primary key references org (id) on delete cascade,
  stamp uuid not null
);
select protect_table('alert_rule_stamp');

create table alert (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  rule_id uuid not null,
  survey_id uuid not null,
  -- Null when retention has removed the answers and the alert lives on.
  response_id uuid,
  unit_id uuid,
  person_id uuid,
  owner_id uuid not null,
  kind text not null check (kind in ('recovery', 'excellence')),
  state text not null default 'open' check (state in ('open', 'acknowledged', 'contacted', 'resolved', 'confirmed')),
  -- [{say, values, person}]: how routing came to the owner, kept as messages so that each reader gets their own language.
  path jsonb not null,
  -- [{question, value}]: the answers that fulfilled the rule.
  reasons jsonb not null,
  -- {value, min, max, question, nps}: the score beside the name; null when no score was asked for.
  headline jsonb,
  opened_at timestamptz not null,
  reopened_at timestamptz,
  acknowledged_at timestamptz,
  contacted_at timestamptz,
  resolved_at timestamptz,
  confirmed_at timestamptz,
  outcome text,
  outcome_note text,
  primary key (org_id, id),
  -- A rule fires once on a response, however often it is saved.
  unique (org_id, response_id, rule_id),
  foreign key (org_id, rule_id) references alert_rule (org_id, id) on delete cascade,
  -- Nobody who owns an alert goes away without a successor; the erased stay as rows without a name.
  foreign key (org_id, owner_id) references person (org_id, id),
  foreign key (org_id, response_id) references response (org_id, id) on delete set null (response_id)
);
create index alert_by_rule on alert (org_id, rule_id, id desc);
create index alert_by_owner on alert (org_id, owner_id, id desc);
create index alert_by_unit on alert (org_id, unit_id, id desc);
create index alert_by_person on alert (org_id, person_id, id desc) where person_id is not null;
create index alert_by_survey on alert (org_id, survey_id, opened_at);
create index alert_waiting on alert (org_id, owner_id, opened_at) where state in ('open', 'acknowledged', 'contacted');
select protect_table('alert');

-- What was said to the customer, and what colleagues noted (`how` = note).
create table alert_contact (
  org_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  how text not null,
  note text not null,
  -- Was the customer spoken with? A try that reached nobody keeps no promise.
  reached boolean not null,
  by_id text,
  by_name text not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, alert_id) references alert (org_id, id) on delete cascade
);
create index alert_contact_of on alert_contact (org_id, alert_id, id);
select protect_table('alert_contact');

create table alert_cause (
  org_id uuid not null,
  alert_id uuid not null,
  cause_id uuid not null,
  -- 0 is the main one.
  rank smallint not null,
  primary key (org_id, alert_id, cause_id),
  foreign key (org_id, alert_id) references alert (org_id, id) on delete cascade,
  foreign key (org_id, cause_id) references cause (org_id, id)
);
create index alert_cause_by_cause on alert_cause (org_id, cause_id, alert_id);
select protect_table('alert_cause');
