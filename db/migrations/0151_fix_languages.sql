-- “You said, we did” in each language of the organisation: { "de": "Wir …" }. Empty where only the note tells what was done.
alter table cause_fix add column texts jsonb not null default '{}';
