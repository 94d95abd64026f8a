CREATE SCHEMA public;

COMMENT ON SCHEMA public IS 'standard public schema';

CREATE FUNCTION public.current_org() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid;

CREATE FUNCTION public.protect_table(name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', name);
  execute format('grant select, insert, update, delete on %I to fullcircle_app', name);
end $$;

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
    seal integer
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

CREATE TABLE public.org (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    status text DEFAULT 'active'::text NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT org_code_check CHECK ((code ~ '^[a-z0-9]{6}$'::text)),
    CONSTRAINT org_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'deleting'::text])))
);

ALTER TABLE ONLY public.org FORCE ROW LEVEL SECURITY;

CREATE TABLE public.outbox (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    payload jsonb NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone DEFAULT now() NOT NULL,
    error text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    done_at timestamp with time zone,
    CONSTRAINT outbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'kept'::text, 'failed'::text, 'unsure'::text])))
);

ALTER TABLE ONLY public.outbox FORCE ROW LEVEL SECURITY;

CREATE TABLE public.schema_migration (
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY public.activity_detail
    ADD CONSTRAINT activity_detail_pkey PRIMARY KEY (org_id, activity_id);

ALTER TABLE ONLY public.activity_link
    ADD CONSTRAINT activity_link_pkey PRIMARY KEY (org_id, subject_id, activity_id);

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT activity_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.activity_seal
    ADD CONSTRAINT activity_seal_pkey PRIMARY KEY (org_id, number);

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (org_id, route, key);

ALTER TABLE ONLY public.org
    ADD CONSTRAINT org_code_key UNIQUE (code);

ALTER TABLE ONLY public.org
    ADD CONSTRAINT org_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_org_id_key_key UNIQUE (org_id, key);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (name);

CREATE INDEX activity_by_actor ON public.activity USING btree (org_id, actor_id, id DESC);

CREATE INDEX activity_by_seal ON public.activity USING btree (org_id, seal, id);

CREATE INDEX activity_by_subject ON public.activity USING btree (org_id, subject_id, id DESC);

CREATE INDEX activity_unsealed ON public.activity USING btree (org_id, id) WHERE (seal IS NULL);

CREATE INDEX idempotency_key_age ON public.idempotency_key USING btree (created_at);

CREATE INDEX outbox_due ON public.outbox USING btree (org_id, next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));

ALTER TABLE ONLY public.activity_detail
    ADD CONSTRAINT activity_detail_org_id_activity_id_fkey FOREIGN KEY (org_id, activity_id) REFERENCES public.activity(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.activity_link
    ADD CONSTRAINT activity_link_org_id_activity_id_fkey FOREIGN KEY (org_id, activity_id) REFERENCES public.activity(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT activity_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.activity_seal
    ADD CONSTRAINT activity_seal_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;

ALTER TABLE public.activity ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.activity_detail ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.activity_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.activity_seal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.idempotency_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.org ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.outbox ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_org ON public.activity USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.activity_detail USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.activity_link USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.activity_seal USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.idempotency_key USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

CREATE POLICY own_org ON public.org USING (((id = public.current_org()) OR (public.current_org() IS NULL))) WITH CHECK (((id = public.current_org()) OR (public.current_org() IS NULL)));

CREATE POLICY own_org ON public.outbox USING ((org_id = public.current_org())) WITH CHECK ((org_id = public.current_org()));

