-- Which products were ordered together, and when by whom.
create table shopper_order (
    order_id          text collate "C" primary key,
    identifier        text collate "C" not null,
    ordered_at        timestamptz      not null,
    version           text collate "C",
    products          text[]           not null,
    cancelled_version text collate "C"
) with (fillfactor = 80);

comment on column shopper_order.identifier is 'kind:value, as the event carried it';
comment on column shopper_order.version is
    'time in ms and message id of the completion or update that told: the greatest wins; null: only a cancellation is known';
comment on column shopper_order.cancelled_version is 'of the cancellation; an order counts where version is greater';

create index shopper_order_shopper on shopper_order (identifier, ordered_at, order_id);
create index shopper_order_age on shopper_order (ordered_at);

-- What was clicked lately, a batch of the stream a row: every replica reads it into its session index.
create table session_click (
    batch_id   bigint generated always as identity primary key,
    written_at timestamptz not null,
    clicks     bytea       not null
);

comment on column session_click.clicks is 'identifier, product and time of each, as SessionClickCodec writes them';

create index session_click_age on session_click (written_at);
