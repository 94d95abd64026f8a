-- Who was removed from the members is not waited for any more, though the directory may still know them. Joining again lifts it.
alter table person add column login_removed_at timestamptz;

create function mark_left_colleague() returns trigger language plpgsql as $$
begin
  if old.accepted_at is not null then
    update person set login_removed_at = now()
      where org_id = old.org_id and erased_at is null
        and (user_id = old.user_id or (user_id is null and email = (select email from login where id = old.user_id)));
  end if;
  return old;
end $$;
create trigger left_colleague before delete on membership for each row execute function mark_left_colleague();
create index person_left on person (org_id) where login_removed_at is not null;
