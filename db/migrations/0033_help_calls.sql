-- “Please call me about this”: a number instead of an address, and the answer it is about. An anonymous answer is never named here.
alter table help_request add column phone text;
alter table help_request add column response_id uuid;
-- A reply to it carries the way back sealed with the installation's secret, so that neither the request nor the mail about it says which
-- answers are whose.
comment on column help_request.back_path is 'sealed; forgotten with the reply';
create index help_request_by_response on help_request (org_id, response_id) where response_id is not null;
create index help_request_by_email on help_request (org_id, email) where email is not null;
