-- What proves a contact (a link, a reference), whom a note brings in, and who is asked for help with it.
alter table alert_contact add column evidence text;
alter table alert_contact add column mentions uuid[] not null default '{}';
alter table alert_contact add column asks uuid;
create index alert_contact_mentions on alert_contact using gin (mentions) where mentions <> '{}';
