-- Answers as they were given, and the counts every dashboard reads.

create table response_import (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  imported integer not null,
  skipped integer not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by text,
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey (org_id, id) on delete cascade
);
create index response_import_by_survey on response_import (org_id, survey_id, id desc);
select protect_table('response_import');

-- unit_id, person_id and invitation_id carry no foreign key: units close, people are erased, and the answer stays.
create table response (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  version integer not null,
  state text not null check (state in ('partial', 'complete')),
  source text not null,
  locale text,
  person_id uuid,
  unit_id uuid,
  invitation_id uuid,
  link_id uuid,
  import_id uuid,
  segments jsonb not null default '{}',
  -- What was typed so far, while partial; the answers table holds complete responses only.
  draft jsonb,
  -- sha256 of what lets this person come back to an unfinished response, or send a finished one twice.
  token_hash bytea,
  started_at timestamptz not null,
  responded_at timestamptz not null,
  -- The organisation's own day of responded_at: what rollups count by, also after the zone was changed.
  responded_on date not null,
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey (org_id, id) on delete cascade,
  foreign key (org_id, import_id) references response_import (org_id, id)
) with (fillfactor = 90);
create index response_by_time on response (org_id, survey_id, responded_at desc, id desc);
create unique index response_by_token on response (org_id, token_hash) where token_hash is not null;
create unique index response_by_invitation on response (org_id, invitation_id) where invitation_id is not null;
create index response_by_person on response (org_id, person_id, responded_at desc) where person_id is not null;
create index response_by_unit on response (org_id, survey_id, unit_id, responded_at desc) where unit_id is not null;
create index response_by_import on response (org_id, import_id) where import_id is not null;
select protect_table('response');

create table answer (
  org_id uuid not null,
  response_id uuid not null,
  question_id text not null,
  -- The row of a matrix; empty for every other kind.
  item text not null default '',
  kind text not null,
  number smallint,
  text text,
  choices text[],
  primary key (org_id, response_id, question_id, item),
  foreign key (org_id, response_id) references response (org_id, id) on delete cascade
);
select protect_table('answer');

-- Counts per leaf unit × question × bucket × one segment. grain: d = unit and day, m = unit and month, t = all units and day.
-- question '' counts responses; item = row of a matrix, option of a choice. The nil unit stands for "no unit".
-- slot spreads a hot row: writers at the same moment take different slots; reading adds them up.
create table rollup (
  org_id uuid not null,
  survey_id uuid not null,
  question_id text not null,
  item text not null,
  segment_key text not null,
  segment_value text not null,
  grain "char" not null,
  bucket date not null,
  unit_id uuid not null,
  slot smallint not null,
  n integer not null,
  c0 integer not null, c1 integer not null, c2 integer not null, c3 integer not null, c4 integer not null, c5 integer not null,
  c6 integer not null, c7 integer not null, c8 integer not null, c9 integer not null, c10 integer not null,
  primary key (org_id, survey_id, question_id, item, segment_key, segment_value, grain, bucket, unit_id, slot),
  foreign key (org_id, survey_id) references survey (org_id, id) on delete cascade
) with (fillfactor = 80);
create index rollup_by_unit on rollup (org_id, survey_id, question_id, item, segment_key, segment_value, grain, unit_id, bucket);
select protect_table('rollup');

-- Somebody who answers is stuck: where in the form, what they ask, never what they answered.
create table help_request (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  question_id text,
  locale text not null,
  message text not null,
  email text,
  -- Leads the person back to the same question; forgotten with the reply.
  back_path text,
  -- sha256 of what the page of who asked knows, so that it can show the reply; not the hash that finds their answers.
  asker_hash bytea,
  state text not null default 'open' check (state in ('open', 'answered')),
  reply text,
  replied_by text,
  created_at timestamptz not null,
  answered_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey (org_id, id) on delete cascade
);
create index help_request_by_asker on help_request (org_id, asker_hash) where asker_hash is not null;
create index help_request_by_survey on help_request (org_id, survey_id, id desc);
select protect_table('help_request');
