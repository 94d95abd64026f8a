CREATE SCHEMA public;

COMMENT ON SCHEMA public IS 'standard public schema';

CREATE FUNCTION public.current_org() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid;

CREATE FUNCTION public.forget_alert_clocks() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  delete from sla_clock where org_id = old.org_id and subject_type = 'alert' and subject_id = old.id;
  return null;
end $$;

CREATE FUNCTION public.forget_file_content() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform 1 from file_content where org_id = old.org_id and digest = old.digest for update;
  delete from file_content c where c.org_id = old.org_id and c.digest = old.digest
    and not exists (select from file f where f.org_id = c.org_id and f.digest = c.digest);
  return null;
end $$;

CREATE FUNCTION public.forget_held_file() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  delete from file where org_id = old.org_id and id = old.file_id;
  return null;
end $$;

CREATE FUNCTION public.outside_orgs() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (public.current_org() IS NULL);

CREATE FUNCTION public.protect_table(name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', name);
  execute format('grant select, insert, update, delete on %I to fullcircle_app', name);
end $$;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '% is immutable', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

CREATE TABLE public.absence (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    from_at timestamp with time zone NOT NULL,
    to_at timestamp with time zone NOT NULL,
    delegate_id uuid,
    CONSTRAINT absence_check CHECK ((to_at > from_at)),
    CONSTRAINT absence_check1 CHECK ((delegate_id <> person_id))
);

ALTER TABLE ONLY public.absence FORCE ROW LEVEL SECURITY;

CREATE TABLE public.activity (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    verb text NOT NULL,
    actor_kind text NOT NULL,
    actor_id text,
    subject_type text NOT NULL,
    subject_id uuid NOT NULL,
    commitment bytea NOT NULL,
    seal integer,
    mac bytea NOT NULL
);

ALTER TABLE ONLY public.activity FORCE ROW LEVEL SECURITY;

CREATE TABLE public.activity_detail (
    org_id uuid NOT NULL,
    activity_id uuid NOT NULL,
    salt bytea NOT NULL,
    actor_name text NOT NULL,
    detail jsonb NOT NULL
);

ALTER TABLE ONLY public.activity_detail FORCE ROW LEVEL SECURITY;

CREATE TABLE public.activity_link (
    org_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    activity_id uuid NOT NULL
);

ALTER TABLE ONLY public.activity_link FORCE ROW LEVEL SECURITY;

CREATE TABLE public.activity_seal (
    org_id uuid NOT NULL,
    number integer NOT NULL,
    rows integer NOT NULL,
    root bytea NOT NULL,
    hash bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.activity_seal FORCE ROW LEVEL SECURITY;

CREATE TABLE public.alert (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    rule_id uuid NOT NULL,
    survey_id uuid NOT NULL,
    response_id uuid,
    unit_id uuid,
    person_id uuid,
    owner_id uuid NOT NULL,
    kind text NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    path jsonb NOT NULL,
    reasons jsonb NOT NULL,
    headline jsonb,
    opened_at timestamp with time zone NOT NULL,
    reopened_at timestamp with time zone,
    acknowledged_at timestamp with time zone,
    contacted_at timestamp with time zone,
    resolved_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    outcome text,
    outcome_note text,
    occasion text,
    merged_into uuid,
    before_merge jsonb,
    senior_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    answered_on date NOT NULL,
    CONSTRAINT alert_kind_check CHECK ((kind = ANY (ARRAY['recovery'::text, 'excellence'::text]))),
    CONSTRAINT alert_not_into_itself CHECK ((merged_into <> id)),
    CONSTRAINT alert_state_check CHECK ((state = ANY (ARRAY['open'::text, 'acknowledged'::text, 'contacted'::text, 'resolved'::text, 'confirmed'::text])))
);

ALTER TABLE ONLY public.alert FORCE ROW LEVEL SECURITY;

CREATE TABLE public.alert_cause (
    org_id uuid NOT NULL,
    alert_id uuid NOT NULL,
    cause_id uuid NOT NULL,
    rank smallint NOT NULL
);

ALTER TABLE ONLY public.alert_cause FORCE ROW LEVEL SECURITY;

CREATE TABLE public.alert_confirmation (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    alert_id uuid NOT NULL,
    person_id uuid NOT NULL,
    resolved_at timestamp with time zone NOT NULL,
    locale text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    settled boolean,
    words text
);

ALTER TABLE ONLY public.alert_confirmation FORCE ROW LEVEL SECURITY;

CREATE TABLE public.alert_contact (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    alert_id uuid NOT NULL,
    how text NOT NULL,
    note text NOT NULL,
    reached boolean NOT NULL,
    by_id text,
    by_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    evidence text,
    mentions uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    asks uuid
);

ALTER TABLE ONLY public.alert_contact FORCE ROW LEVEL SECURITY;

CREATE TABLE public.alert_contact_file (
    org_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    file_id uuid NOT NULL,
    place smallint NOT NULL
);

ALTER TABLE ONLY public.alert_contact_file FORCE ROW LEVEL SECURITY;

CREATE TABLE public.alert_drift (
    org_id uuid NOT NULL,
    rule_id uuid NOT NULL,
    question_id text NOT NULL,
    direction text NOT NULL,
    unit_id uuid NOT NULL,
    p double precision NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT alert_drift_direction_check CHECK ((direction = ANY (ARRAY['falling'::text, 'rising'::text])))
);

ALTER TABLE ONLY public.alert_drift FORCE ROW LEVEL SECURITY;

CREATE TABLE public.alert_gap (
    org_id uuid NOT NULL,
    rule_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    path jsonb NOT NULL,
    since timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.alert_gap FORCE ROW LEVEL SECURITY;

CREATE TABLE public.alert_replay (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    rule_id uuid NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    conditions jsonb NOT NULL,
    route jsonb NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    seen integer DEFAULT 0 NOT NULL,
    total integer DEFAULT 0 NOT NULL,
    result jsonb,
    created_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT alert_replay_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);

ALTER TABLE ONLY public.alert_replay FORCE ROW LEVEL SECURITY;

CREATE TABLE public.alert_rule (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    survey_id uuid NOT NULL,
    kind text NOT NULL,
    conditions jsonb NOT NULL,
    route jsonb NOT NULL,
    on_since timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    removed_at timestamp with time zone,
    policy_id uuid,
    CONSTRAINT alert_rule_kind_check CHECK ((kind = ANY (ARRAY['recovery'::text, 'excellence'::text])))
);

ALTER TABLE ONLY public.alert_rule FORCE ROW LEVEL SECURITY;

CREATE TABLE public.alert_rule_stamp (
    org_id uuid NOT NULL,
    stamp uuid NOT NULL
);

ALTER TABLE ONLY public.alert_rule_stamp FORCE ROW LEVEL SECURITY;

CREATE TABLE public.alert_thanks (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    alert_id uuid NOT NULL,
    person_id uuid NOT NULL,
    message text NOT NULL,
    by_id text,
    by_name text NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.alert_thanks FORCE ROW LEVEL SECURITY;

CREATE TABLE public.alert_turn (
    org_id uuid NOT NULL,
    team_id uuid NOT NULL,
    person_id uuid NOT NULL,
    turn bigint NOT NULL
);

ALTER TABLE ONLY public.alert_turn FORCE ROW LEVEL SECURITY;

CREATE TABLE public.answer (
    org_id uuid NOT NULL,
    response_id uuid NOT NULL,
    question_id text NOT NULL,
    item text DEFAULT ''::text NOT NULL,
    kind text NOT NULL,
    number smallint,
    text text,
    choices text[]
);

ALTER TABLE ONLY public.answer FORCE ROW LEVEL SECURITY;

CREATE TABLE public.api_key (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    hash bytea NOT NULL,
    hint text NOT NULL,
    role text NOT NULL,
    units uuid[],
    operator boolean DEFAULT false NOT NULL,
    created_by text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT api_key_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'analyst'::text, 'manager'::text, 'agent'::text, 'viewer'::text])))
);

ALTER TABLE ONLY public.api_key FORCE ROW LEVEL SECURITY;

CREATE TABLE public.attempt (
    door text NOT NULL,
    who text NOT NULL,
    window_start timestamp with time zone NOT NULL,
    n integer DEFAULT 1 NOT NULL
);

CREATE TABLE public.calendar (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    archived_at timestamp with time zone
);

ALTER TABLE ONLY public.calendar FORCE ROW LEVEL SECURITY;

CREATE TABLE public.calendar_version (
    org_id uuid NOT NULL,
    calendar_id uuid NOT NULL,
    version integer NOT NULL,
    spec jsonb NOT NULL,
    valid_from timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.calendar_version FORCE ROW LEVEL SECURITY;

CREATE TABLE public.cause (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    retired_at timestamp with time zone
);

ALTER TABLE ONLY public.cause FORCE ROW LEVEL SECURITY;

CREATE TABLE public.cause_fix (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    cause_id uuid NOT NULL,
    note text NOT NULL,
    by_name text NOT NULL,
    fixed_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    texts jsonb DEFAULT '{}'::jsonb NOT NULL
);

ALTER TABLE ONLY public.cause_fix FORCE ROW LEVEL SECURITY;

CREATE TABLE public.comment_label (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    text_key text NOT NULL,
    text text NOT NULL,
    language text,
    negative boolean,
    themes uuid[],
    taught_by text NOT NULL,
    taught_at timestamp with time zone NOT NULL,
    earlier jsonb DEFAULT '[]'::jsonb NOT NULL
);

ALTER TABLE ONLY public.comment_label FORCE ROW LEVEL SECURITY;

CREATE TABLE public.comment_model (
    org_id uuid NOT NULL,
    version integer NOT NULL,
    learned bytea,
    trained_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.comment_model FORCE ROW LEVEL SECURITY;

CREATE TABLE public.comment_progress (
    org_id uuid NOT NULL,
    read_up_to uuid NOT NULL,
    swept_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.comment_progress FORCE ROW LEVEL SECURITY;

CREATE TABLE public.comment_reading (
    org_id uuid NOT NULL,
    response_id uuid NOT NULL,
    question_id text NOT NULL,
    survey_id uuid NOT NULL,
    unit_id uuid,
    responded_on date NOT NULL,
    version integer NOT NULL,
    language text NOT NULL,
    lexicon boolean NOT NULL,
    sentiment real NOT NULL,
    negative boolean NOT NULL,
    doubt real NOT NULL,
    themes uuid[] NOT NULL,
    leaving boolean NOT NULL,
    call boolean NOT NULL,
    rules smallint DEFAULT 0 NOT NULL
)
WITH (fillfactor='80');

ALTER TABLE ONLY public.comment_reading FORCE ROW LEVEL SECURITY;

CREATE TABLE public.comment_theme (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    seed text,
    created_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone,
    merged_into uuid
);

ALTER TABLE ONLY public.comment_theme FORCE ROW LEVEL SECURITY;

CREATE TABLE public.customer_account (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    owner_id uuid,
    segments jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY public.customer_account FORCE ROW LEVEL SECURITY;

CREATE TABLE public.digest_off (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL
);

ALTER TABLE ONLY public.digest_off FORCE ROW LEVEL SECURITY;

CREATE TABLE public.erased_identity (
    org_id uuid NOT NULL,
    hash bytea NOT NULL,
    erased_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.erased_identity FORCE ROW LEVEL SECURITY;

CREATE TABLE public.file (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    digest bytea NOT NULL,
    by_id text NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    attached_at timestamp with time zone
);

ALTER TABLE ONLY public.file FORCE ROW LEVEL SECURITY;

CREATE TABLE public.file_chunk (
    org_id uuid NOT NULL,
    digest bytea NOT NULL,
    number integer NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY public.file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE ONLY public.file_chunk FORCE ROW LEVEL SECURITY;

CREATE TABLE public.file_content (
    org_id uuid NOT NULL,
    digest bytea NOT NULL,
    size bigint NOT NULL,
    thumbnail bytea,
    CONSTRAINT file_content_digest_check CHECK ((octet_length(digest) = 32)),
    CONSTRAINT file_content_size_check CHECK ((size > 0))
);

ALTER TABLE ONLY public.file_content FORCE ROW LEVEL SECURITY;

CREATE TABLE public.file_day (
    org_id uuid NOT NULL,
    day date NOT NULL,
    bytes bigint NOT NULL
);

ALTER TABLE ONLY public.file_day FORCE ROW LEVEL SECURITY;

CREATE TABLE public.fix_told (
    org_id uuid NOT NULL,
    fix_id uuid NOT NULL,
    person_id uuid NOT NULL,
    id uuid NOT NULL,
    told_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.fix_told FORCE ROW LEVEL SECURITY;

CREATE TABLE public.help_request (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    survey_id uuid NOT NULL,
    question_id text,
    locale text NOT NULL,
    message text NOT NULL,
    email text,
    back_path text,
    asker_hash bytea,
    state text DEFAULT 'open'::text NOT NULL,
    reply text,
    replied_by text,
    created_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    phone text,
    response_id uuid,
    CONSTRAINT help_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text])))
);

ALTER TABLE ONLY public.help_request FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.help_request.back_path IS 'sealed; forgotten with the reply';

CREATE TABLE public.idempotency_key (
    org_id uuid NOT NULL,
    key text NOT NULL,
    route text NOT NULL,
    request_hash bytea NOT NULL,
    status integer,
    reply jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY public.idempotency_key FORCE ROW LEVEL SECURITY;

CREATE TABLE public.insight_view (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    owner_id text NOT NULL,
    owner_name text NOT NULL,
    name text NOT NULL,
    shared boolean NOT NULL,
    search jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.insight_view FORCE ROW LEVEL SECURITY;

CREATE TABLE public.installation (
    one boolean DEFAULT true NOT NULL,
    set_up_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT installation_one_check CHECK (one)
);

CREATE TABLE public.invitation (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    send_id uuid NOT NULL,
    survey_id uuid NOT NULL,
    occurrence integer NOT NULL,
    person_id uuid NOT NULL,
    locale text,
    unit_id uuid,
    segments jsonb DEFAULT '{}'::jsonb NOT NULL,
    token_hash bytea,
    state text DEFAULT 'planned'::text NOT NULL,
    held_reason text,
    held_until timestamp with time zone,
    held_by uuid,
    forced boolean DEFAULT false NOT NULL,
    error text,
    due_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone,
    sent_at timestamp with time zone,
    answered_at timestamp with time zone,
    reminded_at timestamp with time zone[] DEFAULT '{}'::timestamp with time zone[] NOT NULL,
    next_reminder_at timestamp with time zone,
    CONSTRAINT invitation_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'waiting'::text, 'sent'::text, 'started'::text, 'answered'::text, 'bounced'::text, 'failed'::text, 'opted-out'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY public.invitation FORCE ROW LEVEL SECURITY;

CREATE TABLE public.login (
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    password_hash text,
    verified_at timestamp with time zone,
    operator boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_org_id uuid,
    locale text,
    CONSTRAINT login_locale_check CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
);

CREATE TABLE public.membership (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role text NOT NULL,
    units uuid[],
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    invited_by text,
    mail_hash bytea,
    link_hash bytea,
    invitation_expires_at timestamp with time zone,
    accepted_at timestamp with time zone,
    CONSTRAINT membership_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'analyst'::text, 'manager'::text, 'agent'::text, 'viewer'::text])))
);

ALTER TABLE ONLY public.membership FORCE ROW LEVEL SECURITY;

CREATE TABLE public.notification (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid,
    kind text NOT NULL,
    text text NOT NULL,
    detail text,
    href text,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    mail_at timestamp with time zone,
    key text,
    person_id uuid,
    CONSTRAINT notification_reader CHECK ((num_nonnulls(user_id, person_id) = 1))
);

ALTER TABLE ONLY public.notification FORCE ROW LEVEL SECURITY;

CREATE TABLE public.notification_choice (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    mail text NOT NULL,
    CONSTRAINT notification_choice_mail_check CHECK ((mail = ANY (ARRAY['at-once'::text, 'hourly'::text, 'daily'::text, 'never'::text])))
);

ALTER TABLE ONLY public.notification_choice FORCE ROW LEVEL SECURITY;

CREATE TABLE public.notification_mailed (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.notification_mailed FORCE ROW LEVEL SECURITY;

CREATE TABLE public.notification_quiet (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    zone text NOT NULL,
    from_minute smallint NOT NULL,
    to_minute smallint NOT NULL,
    weekends boolean NOT NULL,
    CONSTRAINT notification_quiet_check CHECK ((((to_minute >= 0) AND (to_minute <= 1439)) AND (to_minute <> from_minute))),
    CONSTRAINT notification_quiet_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439)))
);

ALTER TABLE ONLY public.notification_quiet FORCE ROW LEVEL SECURITY;

CREATE TABLE public.notification_turn (
    org_id uuid NOT NULL,
    person_id uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    n smallint NOT NULL
);

ALTER TABLE ONLY public.notification_turn FORCE ROW LEVEL SECURITY;

CREATE TABLE public.org (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    status text DEFAULT 'active'::text NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    delete_after timestamp with time zone,
    suspended_reason text,
    CONSTRAINT org_code_check CHECK ((code ~ '^[a-z0-9]{6}$'::text)),
    CONSTRAINT org_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'deleting'::text])))
);

ALTER TABLE ONLY public.org FORCE ROW LEVEL SECURITY;

CREATE TABLE public.org_logo (
    org_id uuid NOT NULL,
    digest text NOT NULL,
    png bytea NOT NULL
);

ALTER TABLE ONLY public.org_logo FORCE ROW LEVEL SECURITY;

CREATE TABLE public.outbox (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    payload jsonb NOT NULL,
    recipient text GENERATED ALWAYS AS (lower((payload ->> 'to'::text))) STORED,
    bulk boolean DEFAULT false NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone DEFAULT now() NOT NULL,
    claim uuid,
    error text,
    reply text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    done_at timestamp with time zone,
    CONSTRAINT outbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'handing'::text, 'sent'::text, 'kept'::text, 'failed'::text, 'unsure'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY public.outbox FORCE ROW LEVEL SECURITY;

CREATE TABLE public.person (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    external_id text,
    email text,
    name text DEFAULT ''::text NOT NULL,
    title text,
    kind text NOT NULL,
    phone text,
    locale text,
    user_id uuid,
    account_id uuid,
    segments jsonb DEFAULT '{}'::jsonb NOT NULL,
    opted_out_at timestamp with time zone,
    bounced_at timestamp with time zone,
    erased_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    sort_name text GENERATED ALWAYS AS (lower(COALESCE(NULLIF(name, ''::text), email, external_id, ''::text))) STORED NOT NULL,
    login_removed_at timestamp with time zone,
    CONSTRAINT person_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'contact'::text])))
);

ALTER TABLE ONLY public.person FORCE ROW LEVEL SECURITY;

CREATE TABLE public.policy (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    archived_at timestamp with time zone
);

ALTER TABLE ONLY public.policy FORCE ROW LEVEL SECURITY;

CREATE TABLE public.policy_version (
    org_id uuid NOT NULL,
    policy_id uuid NOT NULL,
    version integer NOT NULL,
    calendar_id uuid NOT NULL,
    content jsonb NOT NULL,
    valid_from timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.policy_version FORCE ROW LEVEL SECURITY;

CREATE TABLE public.practice (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    alert_id uuid,
    unit_id uuid,
    person_id uuid,
    title text NOT NULL,
    story text NOT NULL,
    theme text,
    words text,
    customer text,
    by_id text,
    by_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    hidden_at timestamp with time zone,
    hidden_by text,
    hidden_reason text
);

ALTER TABLE ONLY public.practice FORCE ROW LEVEL SECURITY;

CREATE TABLE public.practice_applause (
    org_id uuid NOT NULL,
    practice_id uuid NOT NULL,
    user_id text NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.practice_applause FORCE ROW LEVEL SECURITY;

CREATE TABLE public.practice_reuse (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    practice_id uuid NOT NULL,
    place text NOT NULL,
    note text,
    by_id text,
    by_name text NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.practice_reuse FORCE ROW LEVEL SECURITY;

CREATE TABLE public.reporting (
    org_id uuid NOT NULL,
    person_id uuid NOT NULL,
    manager_id uuid,
    valid_from date DEFAULT '0001-01-01'::date NOT NULL,
    valid_to date,
    CONSTRAINT reporting_check CHECK ((valid_to > valid_from)),
    CONSTRAINT reporting_check1 CHECK ((manager_id <> person_id))
);

ALTER TABLE ONLY public.reporting FORCE ROW LEVEL SECURITY;

CREATE TABLE public.response (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    survey_id uuid NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    source text NOT NULL,
    locale text,
    person_id uuid,
    unit_id uuid,
    invitation_id uuid,
    link_id uuid,
    import_id uuid,
    segments jsonb DEFAULT '{}'::jsonb NOT NULL,
    draft jsonb,
    token_hash bytea,
    started_at timestamp with time zone NOT NULL,
    responded_at timestamp with time zone NOT NULL,
    responded_on date NOT NULL,
    CONSTRAINT response_state_check CHECK ((state = ANY (ARRAY['partial'::text, 'complete'::text])))
)
WITH (fillfactor='90');

ALTER TABLE ONLY public.response FORCE ROW LEVEL SECURITY;

CREATE TABLE public.response_import (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    survey_id uuid NOT NULL,
    imported integer NOT NULL,
    skipped integer NOT NULL,
    created_by text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    undone_at timestamp with time zone,
    undone_by text
);

ALTER TABLE ONLY public.response_import FORCE ROW LEVEL SECURITY;

CREATE TABLE public.rollup (
    org_id uuid NOT NULL,
    survey_id uuid NOT NULL,
    question_id text NOT NULL,
    item text NOT NULL,
    segment_key text NOT NULL,
    segment_value text NOT NULL,
    grain "char" NOT NULL,
    bucket date NOT NULL,
    unit_id uuid NOT NULL,
    slot smallint NOT NULL,
    n integer NOT NULL,
    c0 integer NOT NULL,
    c1 integer NOT NULL,
    c2 integer NOT NULL,
    c3 integer NOT NULL,
    c4 integer NOT NULL,
    c5 integer NOT NULL,
    c6 integer NOT NULL,
    c7 integer NOT NULL,
    c8 integer NOT NULL,
    c9 integer NOT NULL,
    c10 integer NOT NULL
)
WITH (fillfactor='80');

ALTER TABLE ONLY public.rollup FORCE ROW LEVEL SECURITY;

CREATE TABLE public.schema_migration (
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.second_factor (
    user_id uuid NOT NULL,
    secret text NOT NULL,
    recovery_hashes bytea[] DEFAULT '{}'::bytea[] NOT NULL,
    last_step bigint DEFAULT 0 NOT NULL,
    confirmed_at timestamp with time zone
);

CREATE TABLE public.send (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    survey_id uuid NOT NULL,
    audience jsonb NOT NULL,
    message jsonb NOT NULL,
    schedule jsonb NOT NULL,
    reminders integer[] DEFAULT '{}'::integer[] NOT NULL,
    state text DEFAULT 'scheduled'::text NOT NULL,
    next_at timestamp with time zone,
    occurrence integer DEFAULT 0 NOT NULL,
    link_id uuid,
    created_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT send_state_check CHECK ((state = ANY (ARRAY['scheduled'::text, 'running'::text, 'done'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY public.send FORCE ROW LEVEL SECURITY;

CREATE TABLE public.sending_rule (
    org_id uuid NOT NULL,
    same_survey integer,
    except_surveys uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    except_people uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    hours jsonb NOT NULL,
    CONSTRAINT sending_rule_same_survey_check CHECK (((same_survey >= 1) AND (same_survey <= 730)))
);

ALTER TABLE ONLY public.sending_rule FORCE ROW LEVEL SECURITY;

CREATE TABLE public.session (
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    user_id uuid NOT NULL,
    org_id uuid,
    user_agent text DEFAULT ''::text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.sign_in_ticket (
    token_hash bytea NOT NULL,
    kind text NOT NULL,
    user_id uuid NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_ticket_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'reset'::text, 'second-factor'::text])))
);

CREATE TABLE public.sla_clock (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    subject_type text NOT NULL,
    subject_id uuid NOT NULL,
    target text NOT NULL,
    policy_id uuid NOT NULL,
    policy_version integer NOT NULL,
    calendar_id uuid NOT NULL,
    priority text NOT NULL,
    phase text NOT NULL,
    round integer DEFAULT 1 NOT NULL,
    target_ms bigint,
    warn_ms bigint,
    elapsed_ms bigint NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    warned_at timestamp with time zone,
    breached_at timestamp with time zone,
    breached_ms bigint,
    due_at timestamp with time zone,
    next_at timestamp with time zone,
    pieces jsonb DEFAULT '[]'::jsonb NOT NULL,
    started_at timestamp with time zone,
    CONSTRAINT sla_clock_phase_check CHECK ((phase = ANY (ARRAY['idle'::text, 'running'::text, 'paused'::text, 'done'::text])))
);

ALTER TABLE ONLY public.sla_clock FORCE ROW LEVEL SECURITY;

CREATE TABLE public.sla_step (
    org_id uuid NOT NULL,
    clock_id uuid NOT NULL,
    round integer NOT NULL,
    step text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    fired_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.sla_step FORCE ROW LEVEL SECURITY;

CREATE TABLE public.survey (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    anonymous boolean DEFAULT false NOT NULL,
    default_locale text NOT NULL,
    draft jsonb NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    owner_id uuid,
    closes_at timestamp with time zone,
    quota integer,
    archived_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT survey_quota_check CHECK ((quota > 0)),
    CONSTRAINT survey_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'live'::text, 'closed'::text])))
);

ALTER TABLE ONLY public.survey FORCE ROW LEVEL SECURITY;

CREATE TABLE public.survey_link (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    survey_id uuid NOT NULL,
    kind text DEFAULT 'open'::text NOT NULL,
    name text NOT NULL,
    token text NOT NULL,
    unit_id uuid,
    segments jsonb DEFAULT '{}'::jsonb NOT NULL,
    closed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT survey_link_kind_check CHECK ((kind = ANY (ARRAY['open'::text, 'site'::text])))
);

ALTER TABLE ONLY public.survey_link FORCE ROW LEVEL SECURITY;

CREATE TABLE public.survey_logo (
    org_id uuid NOT NULL,
    survey_id uuid NOT NULL,
    digest text NOT NULL,
    png bytea NOT NULL
);

ALTER TABLE ONLY public.survey_logo FORCE ROW LEVEL SECURITY;

CREATE TABLE public.survey_opt_out (
    org_id uuid NOT NULL,
    person_id uuid NOT NULL,
    survey_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.survey_opt_out FORCE ROW LEVEL SECURITY;

CREATE TABLE public.survey_version (
    org_id uuid NOT NULL,
    survey_id uuid NOT NULL,
    version integer NOT NULL,
    content jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_by text NOT NULL
);

ALTER TABLE ONLY public.survey_version FORCE ROW LEVEL SECURITY;

CREATE TABLE public.team (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY public.team FORCE ROW LEVEL SECURITY;

CREATE TABLE public.team_member (
    org_id uuid NOT NULL,
    team_id uuid NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY public.team_member FORCE ROW LEVEL SECURITY;

CREATE TABLE public.unit (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    closed_on date,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY public.unit FORCE ROW LEVEL SECURITY;

CREATE TABLE public.unit_member (
    org_id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    role text DEFAULT 'member'::text NOT NULL,
    valid_from date DEFAULT '0001-01-01'::date NOT NULL,
    valid_to date,
    CONSTRAINT unit_member_check CHECK ((valid_to > valid_from)),
    CONSTRAINT unit_member_role_check CHECK ((role = ANY (ARRAY['manager'::text, 'member'::text])))
);

ALTER TABLE ONLY public.unit_member FORCE ROW LEVEL SECURITY;

CREATE TABLE public.unit_placement (
    org_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    parent_id uuid,
    valid_from date DEFAULT '0001-01-01'::date NOT NULL,
    valid_to date,
    CONSTRAINT unit_placement_check CHECK ((valid_to > valid_from)),
    CONSTRAINT unit_placement_check1 CHECK ((parent_id <> unit_id))
);

ALTER TABLE ONLY public.unit_placement FORCE ROW LEVEL SECURITY;

CREATE TABLE public.webhook_cursor (
    org_id uuid NOT NULL,
    seal integer NOT NULL,
    fresh uuid NOT NULL
);

ALTER TABLE ONLY public.webhook_cursor FORCE ROW LEVEL SECURITY;

CREATE TABLE public.webhook_delivery (
    org_id uuid NOT NULL,
    endpoint_id uuid NOT NULL,
    event_id uuid NOT NULL,
    kind text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone NOT NULL,
    claim uuid,
    status integer,
    error text,
    reply text,
    tried_at timestamp with time zone,
    took_ms integer,
    created_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    CONSTRAINT webhook_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text])))
);

ALTER TABLE ONLY public.webhook_delivery FORCE ROW LEVEL SECURITY;

CREATE TABLE public.webhook_endpoint (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    kinds text[],
    state text DEFAULT 'on'::text NOT NULL,
    since timestamp with time zone NOT NULL,
    secret text NOT NULL,
    old_secret text,
    old_secret_until timestamp with time zone,
    failing_since timestamp with time zone,
    rest_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT webhook_endpoint_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text, 'failed'::text])))
);

ALTER TABLE ONLY public.webhook_endpoint FORCE ROW LEVEL SECURITY;

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT absence_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.activity_detail
    ADD CONSTRAINT activity_detail_pkey PRIMARY KEY (org_id, activity_id);

ALTER TABLE ONLY public.activity_link
    ADD CONSTRAINT activity_link_pkey PRIMARY KEY (org_id, subject_id, activity_id);

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT activity_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.activity_seal
    ADD CONSTRAINT activity_seal_pkey PRIMARY KEY (org_id, number);

ALTER TABLE ONLY public.alert_cause
    ADD CONSTRAINT alert_cause_pkey PRIMARY KEY (org_id, alert_id, cause_id);

ALTER TABLE ONLY public.alert_confirmation
    ADD CONSTRAINT alert_confirmation_org_id_alert_id_resolved_at_key UNIQUE (org_id, alert_id, resolved_at);

ALTER TABLE ONLY public.alert_confirmation
    ADD CONSTRAINT alert_confirmation_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.alert_contact_file
    ADD CONSTRAINT alert_contact_file_pkey PRIMARY KEY (org_id, contact_id, file_id);

ALTER TABLE ONLY public.alert_contact
    ADD CONSTRAINT alert_contact_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.alert_drift
    ADD CONSTRAINT alert_drift_pkey PRIMARY KEY (org_id, rule_id, question_id, direction, unit_id);

ALTER TABLE ONLY public.alert_gap
    ADD CONSTRAINT alert_gap_pkey PRIMARY KEY (org_id, rule_id, unit_id);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_org_id_response_id_rule_id_key UNIQUE (org_id, response_id, rule_id);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.alert_replay
    ADD CONSTRAINT alert_replay_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.alert_rule
    ADD CONSTRAINT alert_rule_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.alert_rule_stamp
    ADD CONSTRAINT alert_rule_stamp_pkey PRIMARY KEY (org_id);

ALTER TABLE ONLY public.alert_thanks
    ADD CONSTRAINT alert_thanks_org_id_alert_id_person_id_key UNIQUE (org_id, alert_id, person_id);

ALTER TABLE ONLY public.alert_thanks
    ADD CONSTRAINT alert_thanks_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.alert_turn
    ADD CONSTRAINT alert_turn_pkey PRIMARY KEY (org_id, team_id, person_id);

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (org_id, response_id, question_id, item);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_org_id_hash_key UNIQUE (org_id, hash);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_pkey PRIMARY KEY (door, who, window_start);

ALTER TABLE ONLY public.calendar
    ADD CONSTRAINT calendar_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.calendar_version
    ADD CONSTRAINT calendar_version_pkey PRIMARY KEY (org_id, calendar_id, version);

ALTER TABLE ONLY public.cause_fix
    ADD CONSTRAINT cause_fix_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.cause
    ADD CONSTRAINT cause_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.comment_label
    ADD CONSTRAINT comment_label_org_id_text_key_key UNIQUE (org_id, text_key);

ALTER TABLE ONLY public.comment_label
    ADD CONSTRAINT comment_label_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.comment_model
    ADD CONSTRAINT comment_model_pkey PRIMARY KEY (org_id);

ALTER TABLE ONLY public.comment_progress
    ADD CONSTRAINT comment_progress_pkey PRIMARY KEY (org_id);

ALTER TABLE ONLY public.comment_reading
    ADD CONSTRAINT comment_reading_pkey PRIMARY KEY (org_id, response_id, question_id);

ALTER TABLE ONLY public.comment_theme
    ADD CONSTRAINT comment_theme_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.customer_account
    ADD CONSTRAINT customer_account_org_id_key_key UNIQUE (org_id, key);

ALTER TABLE ONLY public.customer_account
    ADD CONSTRAINT customer_account_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.digest_off
    ADD CONSTRAINT digest_off_pkey PRIMARY KEY (org_id, user_id);

ALTER TABLE ONLY public.erased_identity
    ADD CONSTRAINT erased_identity_pkey PRIMARY KEY (org_id, hash);

ALTER TABLE ONLY public.file_chunk
    ADD CONSTRAINT file_chunk_pkey PRIMARY KEY (org_id, digest, number);

ALTER TABLE ONLY public.file_content
    ADD CONSTRAINT file_content_pkey PRIMARY KEY (org_id, digest);

ALTER TABLE ONLY public.file_day
    ADD CONSTRAINT file_day_pkey PRIMARY KEY (org_id, day);

ALTER TABLE ONLY public.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.fix_told
    ADD CONSTRAINT fix_told_pkey PRIMARY KEY (org_id, fix_id, person_id);

ALTER TABLE ONLY public.help_request
    ADD CONSTRAINT help_request_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (org_id, route, key);

ALTER TABLE ONLY public.insight_view
    ADD CONSTRAINT insight_view_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_org_id_send_id_occurrence_person_id_key UNIQUE (org_id, send_id, occurrence, person_id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.login
    ADD CONSTRAINT login_email_key UNIQUE (email);

ALTER TABLE ONLY public.login
    ADD CONSTRAINT login_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (org_id, user_id);

ALTER TABLE ONLY public.notification_choice
    ADD CONSTRAINT notification_choice_pkey PRIMARY KEY (org_id, user_id, kind);

ALTER TABLE ONLY public.notification_mailed
    ADD CONSTRAINT notification_mailed_pkey PRIMARY KEY (org_id, user_id);

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.notification_quiet
    ADD CONSTRAINT notification_quiet_pkey PRIMARY KEY (org_id, user_id);

ALTER TABLE ONLY public.notification_turn
    ADD CONSTRAINT notification_turn_pkey PRIMARY KEY (org_id, person_id);

ALTER TABLE ONLY public.org
    ADD CONSTRAINT org_code_key UNIQUE (code);

ALTER TABLE ONLY public.org_logo
    ADD CONSTRAINT org_logo_pkey PRIMARY KEY (org_id);

ALTER TABLE ONLY public.org
    ADD CONSTRAINT org_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_org_id_key_key UNIQUE (org_id, key);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.policy
    ADD CONSTRAINT policy_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.policy_version
    ADD CONSTRAINT policy_version_pkey PRIMARY KEY (org_id, policy_id, version);

ALTER TABLE ONLY public.practice_applause
    ADD CONSTRAINT practice_applause_pkey PRIMARY KEY (org_id, practice_id, user_id);

ALTER TABLE ONLY public.practice
    ADD CONSTRAINT practice_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.practice_reuse
    ADD CONSTRAINT practice_reuse_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.reporting
    ADD CONSTRAINT reporting_pkey PRIMARY KEY (org_id, person_id, valid_from);

ALTER TABLE ONLY public.response_import
    ADD CONSTRAINT response_import_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.response
    ADD CONSTRAINT response_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.rollup
    ADD CONSTRAINT rollup_pkey PRIMARY KEY (org_id, survey_id, question_id, item, segment_key, segment_value, grain, bucket, unit_id, slot);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.send
    ADD CONSTRAINT send_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.sending_rule
    ADD CONSTRAINT sending_rule_pkey PRIMARY KEY (org_id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.sign_in_ticket
    ADD CONSTRAINT sign_in_ticket_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.sla_clock
    ADD CONSTRAINT sla_clock_org_id_subject_type_subject_id_target_key UNIQUE (org_id, subject_type, subject_id, target);

ALTER TABLE ONLY public.sla_clock
    ADD CONSTRAINT sla_clock_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.sla_step
    ADD CONSTRAINT sla_step_pkey PRIMARY KEY (org_id, clock_id, round, step);

ALTER TABLE ONLY public.survey_link
    ADD CONSTRAINT survey_link_org_id_token_key UNIQUE (org_id, token);

ALTER TABLE ONLY public.survey_link
    ADD CONSTRAINT survey_link_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.survey_logo
    ADD CONSTRAINT survey_logo_pkey PRIMARY KEY (org_id, digest, survey_id);

ALTER TABLE ONLY public.survey_opt_out
    ADD CONSTRAINT survey_opt_out_pkey PRIMARY KEY (org_id, person_id, survey_id);

ALTER TABLE ONLY public.survey
    ADD CONSTRAINT survey_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.survey_version
    ADD CONSTRAINT survey_version_pkey PRIMARY KEY (org_id, survey_id, version);

ALTER TABLE ONLY public.team_member
    ADD CONSTRAINT team_member_pkey PRIMARY KEY (org_id, team_id, person_id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.unit_member
    ADD CONSTRAINT unit_member_pkey PRIMARY KEY (org_id, person_id, unit_id, valid_from);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_org_id_key_key UNIQUE (org_id, key);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.unit_placement
    ADD CONSTRAINT unit_placement_pkey PRIMARY KEY (org_id, unit_id, valid_from);

ALTER TABLE ONLY public.webhook_cursor
    ADD CONSTRAINT webhook_cursor_pkey PRIMARY KEY (org_id);

ALTER TABLE ONLY public.webhook_delivery
    ADD CONSTRAINT webhook_delivery_pkey PRIMARY KEY (org_id, endpoint_id, event_id);

ALTER TABLE ONLY public.webhook_endpoint
    ADD CONSTRAINT webhook_endpoint_pkey PRIMARY KEY (org_id, id);

CREATE INDEX absence_by_person ON public.absence USING btree (org_id, person_id, to_at);

CREATE INDEX activity_by_actor ON public.activity USING btree (org_id, actor_id, id DESC);

CREATE INDEX activity_by_seal ON public.activity USING btree (org_id, seal, id);

CREATE INDEX activity_by_subject ON public.activity USING btree (org_id, subject_id, id DESC);

CREATE INDEX activity_unsealed ON public.activity USING btree (org_id, id) WHERE (seal IS NULL);

CREATE UNIQUE INDEX alert_by_occasion ON public.alert USING btree (org_id, rule_id, occasion) WHERE (occasion IS NOT NULL);

CREATE INDEX alert_by_owner ON public.alert USING btree (org_id, owner_id, id DESC);

CREATE INDEX alert_by_person ON public.alert USING btree (org_id, person_id, id DESC) WHERE (person_id IS NOT NULL);

CREATE INDEX alert_by_rule ON public.alert USING btree (org_id, rule_id, id DESC);

CREATE INDEX alert_by_senior ON public.alert USING gin (senior_ids) WHERE (senior_ids <> '{}'::uuid[]);

CREATE INDEX alert_by_survey ON public.alert USING btree (org_id, survey_id, opened_at);

CREATE INDEX alert_by_unit ON public.alert USING btree (org_id, unit_id, id DESC);

CREATE INDEX alert_cause_by_cause ON public.alert_cause USING btree (org_id, cause_id, alert_id);

CREATE INDEX alert_confirmation_by_person ON public.alert_confirmation USING btree (org_id, person_id);

CREATE UNIQUE INDEX alert_contact_file_once ON public.alert_contact_file USING btree (org_id, file_id);

CREATE INDEX alert_contact_mentions ON public.alert_contact USING gin (mentions) WHERE (mentions <> '{}'::uuid[]);

CREATE INDEX alert_contact_of ON public.alert_contact USING btree (org_id, alert_id, id);

CREATE INDEX alert_merged ON public.alert USING btree (org_id, merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX alert_replay_by_rule ON public.alert_replay USING btree (org_id, rule_id, id DESC);

CREATE INDEX alert_rule_on ON public.alert_rule USING btree (org_id, survey_id) WHERE ((on_since IS NOT NULL) AND (removed_at IS NULL));

CREATE INDEX alert_thanks_of_person ON public.alert_thanks USING btree (org_id, person_id, id DESC);

CREATE INDEX alert_waiting ON public.alert USING btree (org_id, owner_id, opened_at) WHERE (state = ANY (ARRAY['open'::text, 'acknowledged'::text, 'contacted'::text]));

CREATE INDEX attempt_by_window ON public.attempt USING btree (window_start);

CREATE UNIQUE INDEX calendar_name ON public.calendar USING btree (org_id, lower(name)) WHERE (archived_at IS NULL);

CREATE INDEX calendar_version_newest ON public.calendar_version USING btree (org_id, valid_from DESC);

CREATE UNIQUE INDEX cause_fix_of ON public.cause_fix USING btree (org_id, cause_id) WHERE (undone_at IS NULL);

CREATE UNIQUE INDEX cause_name ON public.cause USING btree (org_id, COALESCE(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), lower(name));

CREATE INDEX comment_label_newest ON public.comment_label USING btree (org_id, taught_at DESC, id DESC);

CREATE INDEX comment_reading_by_day ON public.comment_reading USING btree (org_id, responded_on);

CREATE INDEX comment_reading_by_doubt ON public.comment_reading USING btree (org_id, doubt DESC);

CREATE INDEX comment_reading_by_rules ON public.comment_reading USING btree (org_id, rules, response_id);

CREATE INDEX comment_reading_by_version ON public.comment_reading USING btree (org_id, version, response_id);

CREATE UNIQUE INDEX comment_theme_name ON public.comment_theme USING btree (org_id, lower(name)) WHERE (merged_into IS NULL);

CREATE INDEX customer_account_by_owner ON public.customer_account USING btree (org_id, owner_id) WHERE (owner_id IS NOT NULL);

CREATE INDEX file_by_age ON public.file USING btree (org_id, uploaded_at);

CREATE INDEX file_of_content ON public.file USING btree (org_id, digest);

CREATE INDEX file_unattached ON public.file USING btree (org_id, uploaded_at) WHERE (attached_at IS NULL);

CREATE UNIQUE INDEX fix_told_by_id ON public.fix_told USING btree (org_id, id);

CREATE INDEX fix_told_by_person ON public.fix_told USING btree (org_id, person_id, told_at DESC);

CREATE INDEX help_request_by_asker ON public.help_request USING btree (org_id, asker_hash) WHERE (asker_hash IS NOT NULL);

CREATE INDEX help_request_by_email ON public.help_request USING btree (org_id, email) WHERE (email IS NOT NULL);

CREATE INDEX help_request_by_response ON public.help_request USING btree (org_id, response_id) WHERE (response_id IS NOT NULL);

CREATE INDEX help_request_by_survey ON public.help_request USING btree (org_id, survey_id, id DESC);

CREATE INDEX idempotency_key_age ON public.idempotency_key USING btree (created_at);

CREATE UNIQUE INDEX insight_view_name ON public.insight_view USING btree (org_id, owner_id, lower(name));

CREATE INDEX insight_view_shared ON public.insight_view USING btree (org_id, id) WHERE shared;

CREATE INDEX invitation_by_person ON public.invitation USING btree (org_id, person_id, asked_at DESC);

CREATE INDEX invitation_by_survey ON public.invitation USING btree (org_id, survey_id, id DESC);

CREATE UNIQUE INDEX invitation_by_token ON public.invitation USING btree (org_id, token_hash) WHERE (token_hash IS NOT NULL);

CREATE INDEX invitation_due ON public.invitation USING btree (org_id, due_at) WHERE (state = 'planned'::text);

CREATE INDEX invitation_held_until ON public.invitation USING btree (org_id, held_until) WHERE ((state = 'held'::text) AND (held_until IS NOT NULL));

CREATE INDEX invitation_to_remind ON public.invitation USING btree (org_id, next_reminder_at) WHERE (next_reminder_at IS NOT NULL);

CREATE INDEX membership_by_user ON public.membership USING btree (user_id);

CREATE UNIQUE INDEX notification_key ON public.notification USING btree (org_id, user_id, key) WHERE (key IS NOT NULL);

CREATE UNIQUE INDEX notification_key_of_person ON public.notification USING btree (org_id, person_id, key) WHERE ((key IS NOT NULL) AND (person_id IS NOT NULL));

CREATE INDEX notification_of_user ON public.notification USING btree (org_id, user_id, id DESC);

CREATE INDEX notification_to_mail ON public.notification USING btree (org_id, mail_at) WHERE (mail_at IS NOT NULL);

CREATE INDEX notification_to_mail_to_person ON public.notification USING btree (org_id, person_id) WHERE ((mail_at IS NOT NULL) AND (person_id IS NOT NULL));

CREATE INDEX notification_unread ON public.notification USING btree (org_id, user_id) WHERE (read_at IS NULL);

CREATE INDEX outbox_due ON public.outbox USING btree (org_id, next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text, 'handing'::text]));

CREATE INDEX outbox_newest ON public.outbox USING btree (org_id, created_at DESC, id DESC);

CREATE INDEX outbox_recipient ON public.outbox USING btree (org_id, recipient, created_at DESC);

CREATE INDEX outbox_turn ON public.outbox USING btree (org_id, kind, bulk, next_at) WHERE (state = 'waiting'::text);

CREATE INDEX person_by_account ON public.person USING btree (org_id, account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX person_by_name ON public.person USING btree (org_id, sort_name, id);

CREATE UNIQUE INDEX person_email ON public.person USING btree (org_id, email) WHERE (email IS NOT NULL);

CREATE UNIQUE INDEX person_external_id ON public.person USING btree (org_id, external_id) WHERE (external_id IS NOT NULL);

CREATE INDEX person_left ON public.person USING btree (org_id) WHERE (login_removed_at IS NOT NULL);

CREATE UNIQUE INDEX person_user ON public.person USING btree (org_id, user_id) WHERE (user_id IS NOT NULL);

CREATE UNIQUE INDEX policy_name ON public.policy USING btree (org_id, lower(name)) WHERE (archived_at IS NULL);

CREATE INDEX policy_version_calendar ON public.policy_version USING btree (org_id, calendar_id);

CREATE INDEX practice_by_theme ON public.practice USING btree (org_id, lower(theme));

CREATE INDEX practice_by_unit ON public.practice USING btree (org_id, unit_id);

CREATE UNIQUE INDEX practice_of_alert ON public.practice USING btree (org_id, alert_id) WHERE (alert_id IS NOT NULL);

CREATE INDEX practice_reuse_of ON public.practice_reuse USING btree (org_id, practice_id, id DESC);

CREATE INDEX reporting_by_manager ON public.reporting USING btree (org_id, manager_id);

CREATE UNIQUE INDEX reporting_last ON public.reporting USING btree (org_id, person_id) WHERE (valid_to IS NULL);

CREATE INDEX response_by_import ON public.response USING btree (org_id, import_id) WHERE (import_id IS NOT NULL);

CREATE UNIQUE INDEX response_by_invitation ON public.response USING btree (org_id, invitation_id) WHERE (invitation_id IS NOT NULL);

CREATE INDEX response_by_person ON public.response USING btree (org_id, person_id, responded_at DESC) WHERE (person_id IS NOT NULL);

CREATE INDEX response_by_time ON public.response USING btree (org_id, survey_id, responded_at DESC, id DESC);

CREATE UNIQUE INDEX response_by_token ON public.response USING btree (org_id, token_hash) WHERE (token_hash IS NOT NULL);

CREATE INDEX response_by_unit ON public.response USING btree (org_id, survey_id, unit_id, responded_at DESC) WHERE (unit_id IS NOT NULL);

CREATE INDEX response_import_by_survey ON public.response_import USING btree (org_id, survey_id, id DESC);

CREATE INDEX rollup_by_segment ON public.rollup USING btree (org_id, survey_id, question_id, segment_key, segment_value, grain, unit_id, bucket);

CREATE INDEX send_by_survey ON public.send USING btree (org_id, survey_id, id DESC);

CREATE INDEX send_due ON public.send USING btree (org_id, next_at) WHERE ((state = ANY (ARRAY['scheduled'::text, 'running'::text])) AND (next_at IS NOT NULL));

CREATE INDEX session_by_expiry ON public.session USING btree (expires_at);

CREATE INDEX session_by_user ON public.session USING btree (user_id, id);

CREATE INDEX sign_in_ticket_by_expiry ON public.sign_in_ticket USING btree (expires_at);

CREATE INDEX sign_in_ticket_by_user ON public.sign_in_ticket USING btree (user_id, kind);

CREATE INDEX sla_clock_anywhere ON public.sla_clock USING btree (next_at, org_id) WHERE (next_at IS NOT NULL);

CREATE INDEX sla_clock_calendar ON public.sla_clock USING btree (org_id, calendar_id, id) WHERE (phase = ANY (ARRAY['running'::text, 'paused'::text]));

CREATE INDEX sla_clock_next ON public.sla_clock USING btree (org_id, next_at) WHERE (next_at IS NOT NULL);

CREATE INDEX sla_clock_policy ON public.sla_clock USING btree (org_id, policy_id, id) WHERE (phase = ANY (ARRAY['running'::text, 'paused'::text]));

CREATE INDEX sla_step_broken ON public.sla_step USING btree (org_id, clock_id) WHERE (step = 'breach'::text);

CREATE INDEX survey_link_by_survey ON public.survey_link USING btree (org_id, survey_id, id);

CREATE INDEX team_member_by_person ON public.team_member USING btree (org_id, person_id);

CREATE UNIQUE INDEX team_name ON public.team USING btree (org_id, lower(name));

CREATE INDEX unit_member_by_unit ON public.unit_member USING btree (org_id, unit_id, role);

CREATE UNIQUE INDEX unit_member_last ON public.unit_member USING btree (org_id, person_id, unit_id) WHERE (valid_to IS NULL);

CREATE INDEX unit_placement_by_parent ON public.unit_placement USING btree (org_id, parent_id);

CREATE UNIQUE INDEX unit_placement_last ON public.unit_placement USING btree (org_id, unit_id) WHERE (valid_to IS NULL);

CREATE INDEX webhook_delivery_age ON public.webhook_delivery USING btree (org_id, created_at);

CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (org_id, endpoint_id, next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));

CREATE TRIGGER alert_clocks_go AFTER DELETE ON public.alert FOR EACH ROW EXECUTE FUNCTION public.forget_alert_clocks();

CREATE TRIGGER alert_contact_file_goes AFTER DELETE ON public.alert_contact_file FOR EACH ROW EXECUTE FUNCTION public.forget_held_file();

CREATE TRIGGER file_content_goes AFTER DELETE ON public.file FOR EACH ROW EXECUTE FUNCTION public.forget_file_content();

CREATE TRIGGER survey_version_immutable BEFORE UPDATE ON public.survey_version FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT absence_org_id_delegate_id_fkey FOREIGN KEY (org_id, delegate_id) REFERENCES public.person(org_id, id);

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT absence_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES public.person(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.activity_detail
    ADD CONSTRAINT activity_detail_org_id_activity_id_fkey FOREIGN KEY (org_id, activity_id) REFERENCES public.activity(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.activity_link
    ADD CONSTRAINT activity_link_org_id_activity_id_fkey FOREIGN KEY (org_id, activity_id) REFERENCES public.activity(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT activity_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.activity_seal
    ADD CONSTRAINT activity_seal_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_cause
    ADD CONSTRAINT alert_cause_org_id_alert_id_fkey FOREIGN KEY (org_id, alert_id) REFERENCES public.alert(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_cause
    ADD CONSTRAINT alert_cause_org_id_cause_id_fkey FOREIGN KEY (org_id, cause_id) REFERENCES public.cause(org_id, id);

ALTER TABLE ONLY public.alert_confirmation
    ADD CONSTRAINT alert_confirmation_org_id_alert_id_fkey FOREIGN KEY (org_id, alert_id) REFERENCES public.alert(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_contact_file
    ADD CONSTRAINT alert_contact_file_org_id_contact_id_fkey FOREIGN KEY (org_id, contact_id) REFERENCES public.alert_contact(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_contact_file
    ADD CONSTRAINT alert_contact_file_org_id_file_id_fkey FOREIGN KEY (org_id, file_id) REFERENCES public.file(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_contact
    ADD CONSTRAINT alert_contact_org_id_alert_id_fkey FOREIGN KEY (org_id, alert_id) REFERENCES public.alert(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_drift
    ADD CONSTRAINT alert_drift_org_id_rule_id_fkey FOREIGN KEY (org_id, rule_id) REFERENCES public.alert_rule(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_gap
    ADD CONSTRAINT alert_gap_org_id_rule_id_fkey FOREIGN KEY (org_id, rule_id) REFERENCES public.alert_rule(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_gap
    ADD CONSTRAINT alert_gap_org_id_unit_id_fkey FOREIGN KEY (org_id, unit_id) REFERENCES public.unit(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_merged_into FOREIGN KEY (org_id, merged_into) REFERENCES public.alert(org_id, id);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES public.person(org_id, id);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_org_id_response_id_fkey FOREIGN KEY (org_id, response_id) REFERENCES public.response(org_id, id);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_org_id_rule_id_fkey FOREIGN KEY (org_id, rule_id) REFERENCES public.alert_rule(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_replay
    ADD CONSTRAINT alert_replay_org_id_rule_id_fkey FOREIGN KEY (org_id, rule_id) REFERENCES public.alert_rule(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_rule
    ADD CONSTRAINT alert_rule_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_rule
    ADD CONSTRAINT alert_rule_org_id_survey_id_fkey FOREIGN KEY (org_id, survey_id) REFERENCES public.survey(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_rule
    ADD CONSTRAINT alert_rule_policy FOREIGN KEY (org_id, policy_id) REFERENCES public.policy(org_id, id);

ALTER TABLE ONLY public.alert_rule_stamp
    ADD CONSTRAINT alert_rule_stamp_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_thanks
    ADD CONSTRAINT alert_thanks_org_id_alert_id_fkey FOREIGN KEY (org_id, alert_id) REFERENCES public.alert(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_thanks
    ADD CONSTRAINT alert_thanks_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES public.person(org_id, id);

ALTER TABLE ONLY public.alert_turn
    ADD CONSTRAINT alert_turn_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES public.person(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_turn
    ADD CONSTRAINT alert_turn_org_id_team_id_fkey FOREIGN KEY (org_id, team_id) REFERENCES public.team(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_org_id_response_id_fkey FOREIGN KEY (org_id, response_id) REFERENCES public.response(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.calendar
    ADD CONSTRAINT calendar_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.calendar_version
    ADD CONSTRAINT calendar_version_org_id_calendar_id_fkey FOREIGN KEY (org_id, calendar_id) REFERENCES public.calendar(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.cause_fix
    ADD CONSTRAINT cause_fix_org_id_cause_id_fkey FOREIGN KEY (org_id, cause_id) REFERENCES public.cause(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.cause
    ADD CONSTRAINT cause_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.cause
    ADD CONSTRAINT cause_org_id_parent_id_fkey FOREIGN KEY (org_id, parent_id) REFERENCES public.cause(org_id, id);

ALTER TABLE ONLY public.comment_label
    ADD CONSTRAINT comment_label_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.comment_model
    ADD CONSTRAINT comment_model_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.comment_progress
    ADD CONSTRAINT comment_progress_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.comment_reading
    ADD CONSTRAINT comment_reading_org_id_response_id_fkey FOREIGN KEY (org_id, response_id) REFERENCES public.response(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.comment_theme
    ADD CONSTRAINT comment_theme_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.comment_theme
    ADD CONSTRAINT comment_theme_org_id_merged_into_fkey FOREIGN KEY (org_id, merged_into) REFERENCES public.comment_theme(org_id, id);

ALTER TABLE ONLY public.customer_account
    ADD CONSTRAINT customer_account_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.customer_account
    ADD CONSTRAINT customer_account_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES public.person(org_id, id);

ALTER TABLE ONLY public.digest_off
    ADD CONSTRAINT digest_off_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES public.membership(org_id, user_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.erased_identity
    ADD CONSTRAINT erased_identity_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.file_chunk
    ADD CONSTRAINT file_chunk_org_id_digest_fkey FOREIGN KEY (org_id, digest) REFERENCES public.file_content(org_id, digest) ON DELETE CASCADE;

ALTER TABLE ONLY public.file_content
    ADD CONSTRAINT file_content_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.file_day
    ADD CONSTRAINT file_day_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.file
    ADD CONSTRAINT file_org_id_digest_fkey FOREIGN KEY (org_id, digest) REFERENCES public.file_content(org_id, digest);

ALTER TABLE ONLY public.file
    ADD CONSTRAINT file_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.fix_told
    ADD CONSTRAINT fix_told_org_id_fix_id_fkey FOREIGN KEY (org_id, fix_id) REFERENCES public.cause_fix(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.fix_told
    ADD CONSTRAINT fix_told_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES public.person(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.help_request
    ADD CONSTRAINT help_request_org_id_survey_id_fkey FOREIGN KEY (org_id, survey_id) REFERENCES public.survey(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.insight_view
    ADD CONSTRAINT insight_view_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES public.person(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_org_id_send_id_fkey FOREIGN KEY (org_id, send_id) REFERENCES public.send(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_org_id_survey_id_fkey FOREIGN KEY (org_id, survey_id) REFERENCES public.survey(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.login
    ADD CONSTRAINT login_last_org_id_fkey FOREIGN KEY (last_org_id) REFERENCES public.org(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.login(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notification_choice
    ADD CONSTRAINT notification_choice_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES public.membership(org_id, user_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notification_mailed
    ADD CONSTRAINT notification_mailed_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES public.membership(org_id, user_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES public.person(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES public.membership(org_id, user_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notification_quiet
    ADD CONSTRAINT notification_quiet_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES public.membership(org_id, user_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notification_turn
    ADD CONSTRAINT notification_turn_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES public.person(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.org_logo
    ADD CONSTRAINT org_logo_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES public.customer_account(org_id, id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_org_id_user_id_fkey FOREIGN KEY (org_id, user_id) REFERENCES public.membership(org_id, user_id);

ALTER TABLE ONLY public.policy
    ADD CONSTRAINT policy_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.policy_version
    ADD CONSTRAINT policy_version_org_id_calendar_id_fkey FOREIGN KEY (org_id, calendar_id) REFERENCES public.calendar(org_id, id);

ALTER TABLE ONLY public.policy_version
    ADD CONSTRAINT policy_version_org_id_policy_id_fkey FOREIGN KEY (org_id, policy_id) REFERENCES public.policy(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.practice_applause
    ADD CONSTRAINT practice_applause_org_id_practice_id_fkey FOREIGN KEY (org_id, practice_id) REFERENCES public.practice(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.practice
    ADD CONSTRAINT practice_org_id_alert_id_fkey FOREIGN KEY (org_id, alert_id) REFERENCES public.alert(org_id, id);

ALTER TABLE ONLY public.practice
    ADD CONSTRAINT practice_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.practice
    ADD CONSTRAINT practice_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES public.person(org_id, id);

ALTER TABLE ONLY public.practice
    ADD CONSTRAINT practice_org_id_unit_id_fkey FOREIGN KEY (org_id, unit_id) REFERENCES public.unit(org_id, id);

ALTER TABLE ONLY public.practice_reuse
    ADD CONSTRAINT practice_reuse_org_id_practice_id_fkey FOREIGN KEY (org_id, practice_id) REFERENCES public.practice(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reporting
    ADD CONSTRAINT reporting_org_id_manager_id_fkey FOREIGN KEY (org_id, manager_id) REFERENCES public.person(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reporting
    ADD CONSTRAINT reporting_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES public.person(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.response_import
    ADD CONSTRAINT response_import_org_id_survey_id_fkey FOREIGN KEY (org_id, survey_id) REFERENCES public.survey(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.response
    ADD CONSTRAINT response_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES public.response_import(org_id, id);

ALTER TABLE ONLY public.response
    ADD CONSTRAINT response_org_id_survey_id_fkey FOREIGN KEY (org_id, survey_id) REFERENCES public.survey(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.rollup
    ADD CONSTRAINT rollup_org_id_survey_id_fkey FOREIGN KEY (org_id, survey_id) REFERENCES public.survey(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.login(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.send
    ADD CONSTRAINT send_org_id_survey_id_fkey FOREIGN KEY (org_id, survey_id) REFERENCES public.survey(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sending_rule
    ADD CONSTRAINT sending_rule_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.login(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sign_in_ticket
    ADD CONSTRAINT sign_in_ticket_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.login(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sla_clock
    ADD CONSTRAINT sla_clock_org_id_calendar_id_fkey FOREIGN KEY (org_id, calendar_id) REFERENCES public.calendar(org_id, id);

ALTER TABLE ONLY public.sla_clock
    ADD CONSTRAINT sla_clock_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sla_clock
    ADD CONSTRAINT sla_clock_org_id_policy_id_policy_version_fkey FOREIGN KEY (org_id, policy_id, policy_version) REFERENCES public.policy_version(org_id, policy_id, version);

ALTER TABLE ONLY public.sla_step
    ADD CONSTRAINT sla_step_org_id_clock_id_fkey FOREIGN KEY (org_id, clock_id) REFERENCES public.sla_clock(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.survey_link
    ADD CONSTRAINT survey_link_org_id_survey_id_fkey FOREIGN KEY (org_id, survey_id) REFERENCES public.survey(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.survey_logo
    ADD CONSTRAINT survey_logo_org_id_survey_id_fkey FOREIGN KEY (org_id, survey_id) REFERENCES public.survey(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.survey_opt_out
    ADD CONSTRAINT survey_opt_out_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES public.person(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.survey_opt_out
    ADD CONSTRAINT survey_opt_out_org_id_survey_id_fkey FOREIGN KEY (org_id, survey_id) REFERENCES public.survey(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.survey
    ADD CONSTRAINT survey_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.survey_version
    ADD CONSTRAINT survey_version_org_id_survey_id_fkey FOREIGN KEY (org_id, survey_id) REFERENCES public.survey(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.team_member
    ADD CONSTRAINT team_member_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES public.person(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.team_member
    ADD CONSTRAINT team_member_org_id_team_id_fkey FOREIGN KEY (org_id, team_id) REFERENCES public.team(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.unit_member
    ADD CONSTRAINT unit_member_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES public.person(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.unit_member
    ADD CONSTRAINT unit_member_org_id_unit_id_fkey FOREIGN KEY (org_id, unit_id) REFERENCES public.unit(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.unit_placement
    ADD CONSTRAINT unit_placement_org_id_parent_id_fkey FOREIGN KEY (org_id, parent_id) REFERENCES public.unit(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.unit_placement
    ADD CONSTRAINT unit_placement_org_id_unit_id_fkey FOREIGN KEY (org_id, unit_id) REFERENCES public.unit(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.webhook_cursor
    ADD CONSTRAINT webhook_cursor_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.webhook_delivery
    ADD CONSTRAINT webhook_delivery_org_id_endpoint_id_fkey FOREIGN KEY (org_id, endpoint_id) REFERENCES public.webhook_endpoint(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.webhook_endpoint
    ADD CONSTRAINT webhook_endpoint_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE public.absence ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.activity ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.activity_detail ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.activity_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.activity_seal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_cause ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_confirmation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_contact_file ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_drift ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_gap ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_replay ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_rule ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_rule_stamp ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_thanks ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_turn ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.api_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.calendar ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.calendar_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cause ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cause_fix ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.comment_label ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.comment_model ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.comment_progress ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.comment_reading ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.comment_theme ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.customer_account ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.digest_off ENABLE ROW LEVEL SECURITY;

CREATE POLICY due_anywhere ON public.outbox FOR SELECT USING (public.outside_orgs());

CREATE POLICY due_anywhere ON public.sla_clock FOR SELECT USING (public.outside_orgs());

ALTER TABLE public.erased_identity ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.file ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.file_chunk ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.file_content ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.file_day ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.fix_told ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.help_request ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.idempotency_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.insight_view ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.invitation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.membership ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.notification ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.notification_choice ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.notification_mailed ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.notification_quiet ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.notification_turn ENABLE ROW LEVEL SECURITY;

CREATE POLICY on_anywhere ON public.webhook_endpoint FOR SELECT USING (public.outside_orgs());

ALTER TABLE public.org ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.org_logo ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.outbox ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_org ON public.absence USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.activity USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.activity_detail USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.activity_link USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.activity_seal USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.alert USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.alert_cause USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.alert_confirmation USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.alert_contact USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.alert_contact_file USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.alert_drift USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.alert_gap USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.alert_replay USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.alert_rule USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.alert_rule_stamp USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.alert_thanks USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.alert_turn USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.answer USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.api_key USING (((org_id = public.current_org()) OR public.outside_orgs())) WITH CHECK (((org_id = public.current_org()) OR public.outside_orgs()));

CREATE POLICY own_org ON public.calendar USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.calendar_version USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.cause USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.cause_fix USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.comment_label USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.comment_model USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.comment_progress USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.comment_reading USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.comment_theme USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.customer_account USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.digest_off USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.erased_identity USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.file USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.file_chunk USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.file_content USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.file_day USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.fix_told USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.help_request USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.idempotency_key USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.insight_view USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.invitation USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.membership USING (((org_id = public.current_org()) OR public.outside_orgs())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.notification USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.notification_choice USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.notification_mailed USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.notification_quiet USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.notification_turn USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.org USING (((id = public.current_org()) OR public.outside_orgs())) WITH CHECK (((id = public.current_org()) OR public.outside_orgs()));

CREATE POLICY own_org ON public.org_logo USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.outbox USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.person USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.policy USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.policy_version USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.practice USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.practice_applause USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.practice_reuse USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.reporting USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.response USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.response_import USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.rollup USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.send USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.sending_rule USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.sla_clock USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.sla_step USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.survey USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.survey_link USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.survey_logo USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.survey_opt_out USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.survey_version USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.team USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.team_member USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.unit USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.unit_member USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.unit_placement USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.webhook_cursor USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.webhook_delivery USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.webhook_endpoint USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

ALTER TABLE public.person ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.policy ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.policy_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.practice ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.practice_applause ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.practice_reuse ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reporting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.response ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.response_import ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.rollup ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.send ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sending_rule ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sla_clock ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sla_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.survey ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.survey_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.survey_logo ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.survey_opt_out ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.survey_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.team ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.team_member ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.unit_member ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.unit_placement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.webhook_cursor ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.webhook_delivery ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.webhook_endpoint ENABLE ROW LEVEL SECURITY;

