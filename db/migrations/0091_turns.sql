-- Whose turn it was last in each team. Numbered under the team's lock: alerts of the same moment have no order of their own.
create table alert_turn (
  org_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  turn bigint not null,
  primary key (org_id, team_id, person_id),
  foreign key (org_id, team_id) references team (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references person (org_id, id) on delete cascade
);
select protect_table('alert_turn');

-- Units from which alerts of a rule would fall to the organisation's owner, as last checked.
create table alert_gap (
  org_id uuid not null,
  rule_id uuid not null,
  unit_id uuid not null,
  path jsonb not null,
  since timestamptz not null,
  primary key (org_id, rule_id, unit_id),
  foreign key (org_id, rule_id) references alert_rule (org_id, id) on delete cascade,
  foreign key (org_id, unit_id) references unit (org_id, id) on delete cascade
);
select protect_table('alert_gap');
