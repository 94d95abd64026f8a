-- Questionnaires, their immutable versions, and the open links through which anybody may answer.

create table survey (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  name text not null,
  state text not null default 'draft' check (state in ('draft', 'live', 'closed')),
  -- An anonymous survey keeps nothing that could name who answered. Fixed once somebody may have answered.
  anonymous boolean not null default false,
  default_locale text not null,
  -- The questionnaire as it is being edited; what people see is the version last published.
  draft jsonb not null,
  -- Rises with each edit, so that two people who edit at once do not overwrite each other unseen.
  revision integer not null default 1,
  -- The version last published; 0 = never.
  version integer not null default 0,
  -- The login that looks after it: asked for help, told of what goes wrong.
  owner_id uuid,
  closes_at timestamptz,
  quota integer check (quota > 0),
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id)
);
select protect_table('survey');

create table survey_version (
  org_id uuid not null,
  survey_id uuid not null,
  version integer not null,
  content jsonb not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (org_id, survey_id, version),
  foreign key (org_id, survey_id) references survey (org_id, id) on delete cascade
);
select protect_table('survey_version');

-- What was published is what people answered: it cannot be edited, only go away with its survey.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is immutable', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger survey_version_immutable before update on survey_version for each row execute function refuse_change();

create table survey_link (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  kind text not null default 'open' check (kind in ('open', 'site')),
  name text not null,
  -- Not a secret: it hangs on walls as a QR code.
  token text not null,
  unit_id uuid,
  segments jsonb not null default '{}',
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, token),
  foreign key (org_id, survey_id) references survey (org_id, id) on delete cascade
);
create index survey_link_by_survey on survey_link (org_id, survey_id, id);
select protect_table('survey_link');
