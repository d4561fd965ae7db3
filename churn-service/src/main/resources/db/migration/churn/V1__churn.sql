-- What churn knows of each shopper, one row an identifier (kind:value), never of a merged profile.
create table shopper_history (
    identifier text collate "C" primary key,
    history    bytea       not null, -- orders, refunds, active hours: HistoryCodec, the first byte is its version
    orders     integer     not null, -- distinct orders in it
    buyer      boolean     not null generated always as (orders > 0) stored,
    updated_at timestamptz not null default now()
) with (fillfactor = 60);
alter table shopper_history alter column history set storage external; -- dense already
comment on table shopper_history is 'A shopper''s past as features need it, by the identifier events carry';
-- Of a column that changes once: an update that moves only the number of orders stays heap-only.
create index shopper_history_buyer on shopper_history (identifier) where buyer;

-- Models; exactly one is published once there is any.
create table churn_model (
    id           text        primary key,
    state        text        not null check (state in ('published', 'retired')),
    trained_at   timestamptz not null,
    horizon_days integer     not null,
    artefact     text        not null, -- the portable model as JSON, byte for byte as hashed
    sha256       text        not null, -- of the artefact; checked before a replica serves it
    scored_at    timestamptz           -- when all shoppers had been scored with it; null: still to do
);
create unique index churn_model_published on churn_model (state) where state = 'published';

create table training_job (
    id           uuid        primary key,
    state        text        not null check (state in ('queued', 'running', 'published', 'refused', 'failed')),
    cause        text        not null check (cause in ('request', 'schedule')),
    horizon_days integer     not null,
    as_of        timestamptz not null,
    requested_at timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    model        text references churn_model (id),
    reason       text,                 -- slug, where refused or failed
    detail       text
);
create unique index training_job_open on training_job ((true)) where state in ('queued', 'running');
create index training_job_recent on training_job (requested_at desc);

-- The score of each profile as last published: GET /v1/churn/{id} computes anew, this is what lists and campaigns see.
create table churn_score (
    profile_id   uuid             primary key,
    revision     bigint           not null, -- grows with every change; microseconds of the first scoring at first
    user_id      text,
    probability  double precision not null,
    band         text             not null check (band in ('low', 'medium', 'high')),
    horizon_days integer          not null,
    model        text             not null,
    cause        text             not null check (cause in ('event', 'clock', 'model')),
    scored_at    timestamptz      not null
);
create index churn_score_rank on churn_score (probability desc, profile_id);
