-- What comments say: themes, what people taught, the rules learned from it, and how each comment was read.

create table comment_theme (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- Which of the product's own themes this is; its words are known without teaching.
  seed text,
  created_at timestamptz not null,
  -- Not found any more; what was taught with it is kept.
  retired_at timestamptz,
  -- Its picks count for this one.
  merged_into uuid,
  primary key (org_id, id),
  foreign key (org_id, merged_into) references comment_theme (org_id, id)
);
-- One name once, however it is written: two spellings of one theme would halve its share.
create unique index comment_theme_name on comment_theme (org_id, lower(name)) where merged_into is null;
select protect_table('comment_theme');

-- What somebody said of a comment: one row per wording, the latest word counts.
create table comment_label (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  -- Of the words without case and marks (comments/tokens.ts).
  text_key text not null,
  text text not null,
  language text,
  negative boolean,
  themes uuid[],
  -- What it was before the last change, for undoing that; null when there was nothing.
  before jsonb,
  taught_by text not null,
  taught_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, text_key)
);
create index comment_label_newest on comment_label (org_id, taught_at desc, id desc);
select protect_table('comment_label');

-- The rules learned from the labels, as comments/learned.ts writes them. Every node reads the same ones.
create table comment_model (
  org_id uuid not null references org (id) on delete cascade,
  -- Grows with every change of labels or themes: who holds an older one reads again.
  version integer not null,
  learned bytea,
  trained_at timestamptz not null,
  primary key (org_id)
);
select protect_table('comment_model');

create table comment_reading (
  org_id uuid not null,
  response_id uuid not null,
  question_id text not null,
  survey_id uuid not null,
  unit_id uuid,
  responded_on date not null,
  -- The version of the rules that read it; older ones are read again.
  version integer not null,
  language text not null,
  -- Whether words of the language were known beforehand.
  lexicon boolean not null,
  sentiment real not null,
  negative boolean not null,
  -- 0 … 1, near 1 when it could as well have been read the other way.
  doubt real not null,
  themes uuid[] not null,
  leaving boolean not null,
  call boolean not null,
  primary key (org_id, response_id, question_id),
  foreign key (org_id, response_id) references response (org_id, id) on delete cascade
) with (fillfactor = 80);
create index comment_reading_by_day on comment_reading (org_id, responded_on);
create index comment_reading_by_version on comment_reading (org_id, version, response_id);
create index comment_reading_by_doubt on comment_reading (org_id, doubt desc);
select protect_table('comment_reading');

-- How far new answers were read.
create table comment_progress (
  org_id uuid not null references org (id) on delete cascade,
  -- Every response with a smaller id was looked at, but for those completed since `swept_at`.
  read_up_to uuid not null,
  swept_at timestamptz not null,
  primary key (org_id)
);
select protect_table('comment_progress');
