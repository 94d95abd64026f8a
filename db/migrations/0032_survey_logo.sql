-- Logos of single surveys, drawn anew by us. A published version keeps the one it was published with, so none is replaced.
create table survey_logo (
  org_id uuid not null,
  survey_id uuid not null,
  -- Hex of sha256 over the bytes, shortened: part of its public name.
  digest text not null,
  png bytea not null,
  primary key (org_id, digest, survey_id),
  foreign key (org_id, survey_id) references survey (org_id, id) on delete cascade
);
select protect_table('survey_logo');
