-- What the shop sells: learnt from events beside what the feed says, each part written by its own side only.
create table product (
    product_id       text collate "C" primary key,
    name             text,
    name_version     text collate "C",
    category         text,
    category_version text collate "C",
    brand            text,
    brand_version    text collate "C",
    price            numeric,
    price_version    text collate "C",
    url              text,
    url_version      text collate "C",
    image            text,
    image_version    text collate "C",
    feed             jsonb       not null default '{}',
    feed_at          timestamptz,
    known_since      timestamptz not null,
    sellable         boolean     not null generated always as (
        coalesce((feed ->> 'stock')::bigint, 1) > 0
            and coalesce((feed ->> 'available')::boolean, true)
            and coalesce((feed ->> 'recommendable')::boolean, true)) stored
) with (fillfactor = 60);

comment on column product.name_version is
    'trust (1 server, 0 browser), time in ms and message id of the event that told: the greatest wins; the same for the others';
comment on column product.feed is 'fields set by PUT /v1/products; they win over the learnt ones';
comment on column product.sellable is 'without a feed row a product counts as sellable';

create index product_sellable on product (known_since desc, product_id) where sellable;

-- What each shopper did with which products, under the identifier the events carried.
create table shopper_history (
    identifier   text collate "C" primary key,
    interactions integer     not null,
    entries      bytea       not null,
    oldest_at    timestamptz not null,
    newest_at    timestamptz not null,
    updated_at   timestamptz not null
) with (fillfactor = 60);

alter table shopper_history alter column entries set storage external;

comment on column shopper_history.identifier is 'kind:value, e.g. userId:17850';
comment on column shopper_history.oldest_at is 'of the interactions kept, event time; newest_at likewise';
comment on column shopper_history.entries is 'the newest time of each (product, kind), as HistoryCodec writes it';

-- Trained models; of each kind one is published.
create table recommendation_model (
    model_id   uuid primary key,
    kind       text        not null,
    state      text        not null check (state in ('published', 'retired')),
    trained_at timestamptz not null,
    provenance jsonb       not null,
    checksum   text        not null,
    artefact   bytea
);

comment on column recommendation_model.checksum is 'SHA-256 of the artefact, hexadecimal';
comment on column recommendation_model.artefact is 'null once retired for long: provenance stays, bytes go';

alter table recommendation_model alter column artefact set storage external;

create unique index recommendation_model_published on recommendation_model (kind) where state = 'published';
create index recommendation_model_newest on recommendation_model (trained_at desc, model_id desc);

-- Trainings asked for, by schedule or by request.
create table training_job (
    job_id       uuid primary key,
    cause        text        not null check (cause in ('schedule', 'request')),
    state        text        not null check (state in ('queued', 'running', 'succeeded', 'refused', 'failed')),
    requested_at timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    detail       text
);

comment on column training_job.detail is 'what came of it, in words';

create unique index training_job_queued on training_job (state) where state = 'queued';
create index training_job_newest on training_job (requested_at desc, job_id desc);
