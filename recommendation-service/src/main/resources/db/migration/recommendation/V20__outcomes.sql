-- What came of recommendations. Serving writes nothing: a row appears once an event brings a recommendation's id back.
create table recommendation_outcome (
    nonce          bigint primary key,
    issued_at      timestamptz not null,
    recommendation bytea,
    experiment     text    collate "C" not null default '',
    arm            text    collate "C" not null default '',
    propensity     float8  not null default 1,
    clicked        boolean not null default false,
    carted         boolean not null default false,
    ordered        boolean not null default false,
    revenue        numeric not null default 0,
    sales          text[]  not null default '{}'
) with (fillfactor = 70);

comment on column recommendation_outcome.nonce is 'of the recommendation, as its signed id carries it';
comment on column recommendation_outcome.recommendation is 'what the id carries, as RecommendationIdCodec writes it';
comment on column recommendation_outcome.propensity is 'probability with which the arm was chosen';
comment on column recommendation_outcome.sales is 'order (hash), revenue and version of each order it led to, at most ten';

create index recommendation_outcome_issued on recommendation_outcome using brin (issued_at);
create index recommendation_outcome_experiment on recommendation_outcome (experiment, issued_at desc)
    where experiment <> '';

-- Sums over recommendations, by the day they were made (UTC) and how.
create table recommendation_day (
    day        date    not null,
    placement  text    collate "C" not null,
    strategy   text    collate "C" not null,
    experiment text    collate "C" not null,
    arm        text    collate "C" not null,
    seen       bigint  not null,
    clicked    bigint  not null,
    carted     bigint  not null,
    ordered    bigint  not null,
    revenue    numeric not null,
    primary key (day, placement, strategy, experiment, arm)
) with (fillfactor = 60);

comment on column recommendation_day.seen is 'recommendations seen; clicked, carted, ordered: those of them with at least one';
comment on column recommendation_day.revenue is 'in the shop''s currency';

create index recommendation_day_experiment on recommendation_day (experiment) where experiment <> '';

-- The same sums of each shopper in an experiment: shoppers, not views, are what chance deals out.
create table experiment_shopper (
    experiment text    collate "C" not null,
    arm        text    collate "C" not null,
    unit       bigint  not null,
    seen       bigint  not null,
    clicked    bigint  not null,
    carted     bigint  not null,
    ordered    bigint  not null,
    revenue    numeric not null,
    updated_at timestamptz not null,
    primary key (experiment, arm, unit)
) with (fillfactor = 60);

comment on column experiment_shopper.unit is 'hash of the experiment''s salt and the shopper: tells nobody who it is';
