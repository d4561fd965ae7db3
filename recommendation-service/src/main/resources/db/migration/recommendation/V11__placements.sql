-- Placements as they were changed over REST; the newest version of a name holds, before the configuration's.
create table placement (
    name       text        not null,
    version    bigint      not null,
    definition jsonb       not null,
    changed_at timestamptz not null,
    primary key (name, version)
);

comment on column placement.version is 'from 1, one more with every change';
