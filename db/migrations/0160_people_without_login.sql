-- Who owns alerts but cannot sign in is told by mail alone. What they are told is kept as it is for everybody, so that a flood comes together.
alter table notification
  alter column user_id drop not null,
  add column person_id uuid,
  add foreign key (org_id, person_id) references person (org_id, id) on delete cascade,
  add constraint notification_reader check (num_nonnulls(user_id, person_id) = 1);
create unique index notification_key_of_person on notification (org_id, person_id, key) where key is not null and person_id is not null;
create index notification_to_mail_to_person on notification (org_id, person_id) where mail_at is not null and person_id is not null;

-- So many mails of their own reached them since then; in the future: what else comes leaves together at that moment.
create table notification_turn (
  org_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  n smallint not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references person (org_id, id) on delete cascade
);
select protect_table('notification_turn');
