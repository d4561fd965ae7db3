-- Experiments by placement, as people write them.
create table recommendation_experiment (
    name       text collate "C" primary key,
    placement  text        not null,
    state      text        not null check (state in ('draft', 'running', 'stopped')),
    definition jsonb       not null,
    salt       text        not null,
    changed_at timestamptz not null,
    started_at timestamptz,
    stopped_at timestamptz
);

comment on column recommendation_experiment.salt is 'makes its draw independent of others; made once, never shown';

create unique index recommendation_experiment_running on recommendation_experiment (placement) where state = 'running';
