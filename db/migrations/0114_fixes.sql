-- “You said, we did”: what was done about a cause, and who of those who named it has been told.

create table cause_fix (
  org_id uuid not null,
  id uuid not null,
  cause_id uuid not null,
  note text not null,
  by_name text not null,
  fixed_at timestamptz not null,
  -- It turned out not to be fixed.
  undone_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, cause_id) references cause (org_id, id) on delete cascade
);
create unique index cause_fix_of on cause_fix (org_id, cause_id) where undone_at is null;
select protect_table('cause_fix');

-- Each person once for each fix. Counts as a contact for the contact-frequency rule.
create table fix_told (
  org_id uuid not null,
  fix_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  told_at timestamptz not null,
  primary key (org_id, fix_id, person_id),
  foreign key (org_id, fix_id) references cause_fix (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references person (org_id, id) on delete cascade
);
create unique index fix_told_by_id on fix_told (org_id, id);
create index fix_told_by_person on fix_told (org_id, person_id, told_at desc);
select protect_table('fix_told');
