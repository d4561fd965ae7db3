-- Everything is kept under the identifier an event carries ('userId:17850'); profiles are merged when read or published.

create table timeline (
    identifier  text collate "C" not null,
    occurred_at timestamptz      not null,
    message_id  text collate "C" not null,
    source      text collate "C" not null,
    type        text             not null,
    name        text,
    event       bytea            not null,
    primary key (identifier, occurred_at, message_id, source)
);
-- Already deflated: another compression would only cost time.
alter table timeline alter column event set storage external;
comment on table timeline is 'The archive of accepted events, to page through and to rebuild everything else from';
comment on column timeline.name is 'Of a track its event, of a page or screen its name';
comment on column timeline.event is 'The event as it came, for EventCodec to read; raw deflate';

create table identity (
    identifier     text collate "C" primary key,
    own_profile_id uuid   not null unique,
    profile_id     uuid   not null,
    revision       bigint not null
);
create index identity_profile_idx on identity (profile_id);
comment on table identity is 'Every identifier seen and the profile it belongs to, as published; its row lock guards the identifier''s folds';

create table identity_link (
    anonymous  text collate "C" primary key,
    known      text collate "C" not null,
    linked_at  timestamptz      not null,
    message_id text collate "C" not null,
    source     text collate "C" not null
);
create index identity_link_known_idx on identity_link (known, linked_at, message_id, source);
comment on column identity.own_profile_id is 'What it leads to: derived from the identifier, its profile while it is alone';
comment on table identity_link is 'The earliest event that tied an anonymous identifier to a known one: why they were merged';

create table picture (
    identifier text collate "C" primary key,
    outline    bytea not null,
    affinities bytea not null,
    traits     bytea,
    personal   bytea
) with (fillfactor = 50);
alter table picture alter column affinities set storage external;
comment on table picture is 'What the events of an identifier add up to';
comment on column picture.outline is 'Times, counts, sessions (PictureCodec): what publishing needs';
comment on column picture.affinities is 'Categories, brands, products (PictureCodec): only for folding and answering';
comment on column picture.traits is 'JSON: name to value, stamp and trust';
comment on column picture.personal is 'As traits: what names the person, and nothing else does';

create table shop_order (
    identifier     text collate "C" not null,
    order_id       text collate "C" not null,
    placed_at      timestamptz,
    amount         numeric,
    amount_at      timestamptz,
    amount_message text collate "C",
    amount_source  text collate "C",
    cancelled      boolean not null,
    refunded_whole boolean not null,
    refunded       numeric not null,
    primary key (identifier, order_id)
);
comment on column shop_order.placed_at is 'Time of the earliest Order Completed; null: only an update, refund or cancellation was seen';
comment on column shop_order.amount is 'In the shop''s currency, of the latest Order Completed or Updated';
comment on column shop_order.refunded is 'Sum of the refunds that name an amount';

create table consent (
    identifier text collate "C" not null,
    purpose    text             not null,
    granted    boolean          not null,
    stated_at  timestamptz      not null,
    message_id text collate "C" not null,
    source     text collate "C" not null,
    reason     text,
    primary key (identifier, purpose)
);
comment on table consent is 'The latest statement about each purpose';

create table profile (
    profile_id         uuid primary key,
    revision           bigint  not null default 0,
    content            uuid,
    gone               boolean not null default false,
    updated_at         timestamptz,
    stage              text,
    stage_until        timestamptz,
    first_seen         timestamptz,
    last_seen          timestamptz,
    events             bigint  not null default 0,
    orders             bigint  not null default 0,
    standing           bigint  not null default 0,
    revenue            numeric not null default 0,
    first_order_at     timestamptz,
    last_order_at      timestamptz,
    sessions           bigint  not null default 0,
    sessions_ordered   bigint  not null default 0,
    rfm                text
) with (fillfactor = 50);
-- No index on what every order changes: updates stay heap-only, and the minute's look at stage_until scans the table.
comment on table profile is 'The merged profile as last published, and the lock under which it is';
comment on column profile.content is 'Digest of what was published, so that nothing is published twice';
comment on column profile.gone is 'All its identifiers belong to another profile';
comment on column profile.stage_until is 'When the stage changes if nothing else happens';
comment on column profile.standing is 'Orders not cancelled';
comment on column profile.rfm is 'Three digits: recency, frequency, monetary value';

create table population (
    singleton        boolean primary key default true check (singleton),
    as_of            timestamptz not null,
    fingerprint      text        not null,
    buyers           bigint      not null,
    recency          double precision[],
    frequency        double precision[],
    monetary         double precision[],
    interval_seconds bigint
);
comment on table population is 'What all buyers have in common as of the last computation';
comment on column population.fingerprint is 'Of what it was computed from: unchanged, nothing is computed again';
comment on column population.recency is 'Four cut points between quintiles, of the last order''s time in epoch seconds; null with fewer than five buyers';
comment on column population.interval_seconds is 'Median of the repeat buyers'' mean time between orders; null while too few';
