-- Files that people attach to something. They lie in the database, so that every node and every backup has them
-- (docs/decisions/050); the same bytes are kept once in an organisation.

create table file_content (
  org_id uuid not null references org (id) on delete cascade,
  -- sha256 of the bytes.
  digest bytea not null check (octet_length(digest) = 32),
  size bigint not null check (size > 0),
  -- Pictures only: drawn anew by us, small (WebP).
  thumbnail bytea,
  primary key (org_id, digest)
);
select protect_table('file_content');

create table file_chunk (
  org_id uuid not null,
  digest bytea not null,
  -- From 0; all but the last are equally long.
  number integer not null,
  bytes bytea not null,
  primary key (org_id, digest, number),
  foreign key (org_id, digest) references file_content (org_id, digest) on delete cascade
);
-- Pictures, PDF and sound are compressed already: trying again costs time and saves nothing.
alter table file_chunk alter column bytes set storage external;
select protect_table('file_chunk');

create table file (
  org_id uuid not null references org (id) on delete cascade,
  id uuid not null,
  -- Cleaned: no path, no control or direction characters, the ending of its type.
  name text not null,
  -- As its first bytes say, not as the upload called itself.
  type text not null,
  digest bytea not null,
  -- Login or API key. Until it is attached, nobody else can do anything with it.
  by_id text not null,
  uploaded_at timestamptz not null,
  -- Null: belongs to nobody, and is swept after a day.
  attached_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, digest) references file_content (org_id, digest)
);
create index file_of_content on file (org_id, digest);
create index file_by_age on file (org_id, uploaded_at);
create index file_unattached on file (org_id, uploaded_at) where attached_at is null;
select protect_table('file');

-- How much an organisation has uploaded on a day (UTC): the sum stays when files go.
create table file_day (
  org_id uuid not null references org (id) on delete cascade,
  day date not null,
  bytes bigint not null,
  primary key (org_id, day)
);
select protect_table('file_day');

-- The bytes go with the last file that has them. Locked first: two who remove the last two wait for each other, so that one sees it.
create function forget_file_content() returns trigger language plpgsql as $$
begin
  perform 1 from file_content where org_id = old.org_id and digest = old.digest for update;
  delete from file_content c where c.org_id = old.org_id and c.digest = old.digest
    and not exists (select from file f where f.org_id = c.org_id and f.digest = c.digest);
  return null;
end $$;
create trigger file_content_goes after delete on file for each row execute function forget_file_content();

-- For the tables that hold files (`file_id`): whatever takes the holder away takes the file with it.
create function forget_held_file() returns trigger language plpgsql as $$
begin
  delete from file where org_id = old.org_id and id = old.file_id;
  return null;
end $$;
