-- The stream runtime's own tables, in each service's schema.

create table stream_offset (
    consumer_group text        not null,
    topic_id       text        not null, -- Kafka's id, not the name: a recreated topic starts anew
    topic_name     text        not null,
    partition_no   integer     not null,
    next_offset    bigint      not null, -- the first record not yet handled
    updated_at     timestamptz not null default now(),
    primary key (consumer_group, topic_id, partition_no)
);

create table stream_seen (
    message_key uuid        primary key, -- hash of group, source and messageId
    seen_at     timestamptz not null default now()
);
create index stream_seen_seen_at on stream_seen using brin (seen_at);

create table stream_outbox (
    id         bigint generated always as identity primary key,
    lane       smallint    not null, -- hash of the key: order holds within a lane
    topic      text        not null,
    record_key text,
    value      bytea,                -- null: a tombstone
    headers    jsonb       not null default '{}',
    record_time timestamptz,         -- the record's own timestamp; null: when it is sent
    created_at timestamptz not null default now()
);
create index stream_outbox_lane on stream_outbox (lane, id);
alter table stream_outbox set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);

create table identity_copy (
    identifier text collate "C" primary key, -- kind:value
    profile_id uuid   not null,
    revision   bigint not null
);
create index identity_copy_profile on identity_copy (profile_id);

create table state_copy (
    topic      text collate "C" not null,
    record_key text collate "C" not null,
    revision   bigint      not null,
    value      bytea       not null,
    changed_at timestamptz not null default now(),
    primary key (topic, record_key)
) with (fillfactor = 60);
