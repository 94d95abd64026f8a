-- Invitations to questionnaires: who is asked when, what held one back, who wants no more.

-- What people decided about asking; an organisation without a row has the usual rules.
create table sending_rule (
  org_id uuid not null references org (id) on delete cascade,
  -- At most one invitation to the same survey in so many days; null = as often as one likes. Over all surveys: org.settings.contactEveryDays.
  same_survey integer check (same_survey between 1 and 730),
  except_surveys uuid[] not null default '{}',
  except_people uuid[] not null default '{}',
  -- When mail may leave by itself: {"mon": [["08:00", "20:00"]], …}
  hours jsonb not null,
  primary key (org_id)
);
select protect_table('sending_rule');

create table send (
  org_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  audience jsonb not null,
  message jsonb not null,
  schedule jsonb not null,
  -- Days after the invitation.
  reminders integer[] not null default '{}',
  state text not null default 'scheduled' check (state in ('scheduled', 'running', 'done', 'cancelled')),
  -- The next occurrence begins; null when there is none any more.
  next_at timestamptz,
  -- Occurrences that have begun.
  occurrence integer not null default 0,
  -- Of an anonymous survey: the one link that everybody gets.
  link_id uuid,
  created_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey (org_id, id) on delete cascade
);
create index send_by_survey on send (org_id, survey_id, id desc);
create index send_due on send (org_id, next_at) where state in ('scheduled', 'running') and next_at is not null;
select protect_table('send');

create table invitation (
  org_id uuid not null,
  id uuid not null,
  send_id uuid not null,
  survey_id uuid not null,
  occurrence integer not null,
  person_id uuid not null,
  locale text,
  unit_id uuid,
  segments jsonb not null default '{}',
  -- sha256 of the personal link; none in an anonymous survey, where everybody has the same one.
  token_hash bytea,
  state text not null default 'planned'
    check (state in ('planned', 'held', 'waiting', 'sent', 'started', 'answered', 'bounced', 'failed', 'opted-out', 'cancelled')),
  -- What held it back, and until when; `held_by` is the survey of the earlier invitation.
  held_reason text,
  held_until timestamptz,
  held_by uuid,
  -- A person decided to ask all the same.
  forced boolean not null default false,
  error text,
  due_at timestamptz not null,
  -- Decided to leave: what the contact-frequency rule counts.
  asked_at timestamptz,
  sent_at timestamptz,
  answered_at timestamptz,
  reminded_at timestamptz[] not null default '{}',
  next_reminder_at timestamptz,
  primary key (org_id, id),
  unique (org_id, send_id, occurrence, person_id),
  foreign key (org_id, send_id) references send (org_id, id) on delete cascade,
  foreign key (org_id, survey_id) references survey (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references person (org_id, id) on delete cascade
);
create index invitation_by_survey on invitation (org_id, survey_id, id desc);
create index invitation_by_person on invitation (org_id, person_id, asked_at desc);
create unique index invitation_by_token on invitation (org_id, token_hash) where token_hash is not null;
create index invitation_due on invitation (org_id, due_at) where state = 'planned';
create index invitation_to_remind on invitation (org_id, next_reminder_at) where next_reminder_at is not null;
select protect_table('invitation');

-- “No more questions like this”: from one survey. Who wants none at all has person.opted_out_at.
create table survey_opt_out (
  org_id uuid not null,
  person_id uuid not null,
  survey_id uuid not null,
  at timestamptz not null,
  primary key (org_id, person_id, survey_id),
  foreign key (org_id, person_id) references person (org_id, id) on delete cascade,
  foreign key (org_id, survey_id) references survey (org_id, id) on delete cascade
);
select protect_table('survey_opt_out');
