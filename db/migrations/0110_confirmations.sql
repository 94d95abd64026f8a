-- The customer's own word at the end: a short mail asks whether it is settled, once for each time it was resolved.
create table alert_confirmation (
  org_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  person_id uuid not null,
  -- Which resolution is asked about: one that was reopened meanwhile is no longer the question.
  resolved_at timestamptz not null,
  locale text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  settled boolean,
  words text,
  primary key (org_id, id),
  unique (org_id, alert_id, resolved_at),
  foreign key (org_id, alert_id) references alert (org_id, id) on delete cascade
);
create index alert_confirmation_by_person on alert_confirmation (org_id, person_id);
select protect_table('alert_confirmation');
