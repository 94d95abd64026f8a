-- The language in which a colleague is written to; null: as the directory or the organisation says.
alter table login add column locale text check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
