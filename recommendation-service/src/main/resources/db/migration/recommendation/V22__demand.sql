-- What events say of orders' units, put aside by the stream until the leader folds it.
create table demand_aside (
    id            bigint generated always as identity primary key,
    order_key     uuid    not null,
    placed_at     timestamptz,
    taken_back_at timestamptz,
    version       text    collate "C" not null,
    lines         text    not null,
    off           boolean not null,
    refunded      text    not null
);

comment on column demand_aside.order_key is 'hash of the order id';
comment on column demand_aside.version is 'trust, time and message id of the event that told the lines: the greatest wins';
comment on column demand_aside.lines is 'product id and units, separated by U+001F, lines by U+001E; refunded likewise';
comment on column demand_aside.off is 'cancelled, or refunded as a whole';

-- Orders as far as their units may still change, and what of them stands in product_week.
create table demand_order (
    order_key     uuid primary key,
    placed_at     timestamptz,
    taken_back_at timestamptz,
    version       text    collate "C" not null,
    lines         text    not null,
    off           boolean not null,
    refunded      text    not null,
    counted_week  date,
    counted       text    not null,
    updated_at    timestamptz not null
) with (fillfactor = 80);

create index demand_order_updated on demand_order using brin (updated_at);

-- Units by product and week: ordered less taken back.
create table product_week (
    product_id text    collate "C" not null,
    week       date    not null,
    units      numeric not null,
    primary key (product_id, week)
) with (fillfactor = 80);

comment on column product_week.week is 'the Monday it begins on';
comment on column product_week.units is 'below zero where more came back than was sold';

create index product_week_week on product_week (week);

-- What the next weeks are expected to take.
create table demand_forecast (
    product_id    text     collate "C" primary key,
    as_of         date     not null,
    class         text     not null,
    method        text     not null,
    expected      float8   not null,
    low           float8   not null,
    high          float8   not null,
    week_expected float8[] not null,
    week_low      float8[] not null,
    week_high     float8[] not null
);

comment on column demand_forecast.as_of is 'the first week that is forecast';
comment on column demand_forecast.low is 'of all weeks together: one time in ten it is less; high: one time in ten it is more';

-- The last forecast as a whole.
create table demand_run (
    only_one    boolean primary key default true check (only_one),
    as_of       date        not null,
    computed_at timestamptz not null,
    provenance  jsonb       not null
);
