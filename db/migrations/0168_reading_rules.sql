-- The rules of the product itself that read a comment (comments/rules.ts); those of an earlier release are read again. What was read before
-- this column counts as earlier than all.
alter table comment_reading add column rules smallint not null default 0;
create index comment_reading_by_rules on comment_reading (org_id, rules, response_id);
