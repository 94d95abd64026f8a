-- Every word that people said of a comment, not only the last but one: each can be taken back.

-- [{ negative, themes, by, at }], oldest first; empty when the label was never changed.
alter table comment_label add column earlier jsonb not null default '[]';
update comment_label set earlier = jsonb_build_array(before || jsonb_build_object('by', taught_by, 'at', taught_at)) where before is not null;
alter table comment_label drop column before;
