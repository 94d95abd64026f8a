-- Evidence of a contact with a customer.
create table alert_contact_file (
  org_id uuid not null,
  contact_id uuid not null,
  file_id uuid not null,
  -- From 0, as they were given.
  place smallint not null,
  primary key (org_id, contact_id, file_id),
  foreign key (org_id, contact_id) references alert_contact (org_id, id) on delete cascade,
  foreign key (org_id, file_id) references file (org_id, id) on delete cascade
);
-- A file belongs to one thing.
create unique index alert_contact_file_once on alert_contact_file (org_id, file_id);
select protect_table('alert_contact_file');
create trigger alert_contact_file_goes after delete on alert_contact_file for each row execute function forget_held_file();
