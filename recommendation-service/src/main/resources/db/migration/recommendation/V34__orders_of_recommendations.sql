-- Orders as far as what they bring recommendations may still change. A refund may come before its order, so what was taken
-- back is kept of any order.
create table recommendation_order (
    order_key  text collate "C" primary key,
    content    bytea,
    updated_at timestamptz not null
) with (fillfactor = 80);

comment on column recommendation_order.order_key is 'hash of the order id, as in recommendation_outcome.sales';
comment on column recommendation_order.content is
    'lines, the recommendations they came of, and what was taken back, as AttributedOrderCodec writes it';

create index recommendation_order_updated on recommendation_order using brin (updated_at);

comment on column recommendation_outcome.sales is
    'order (hash), revenue less refunds, and "-" where it is no order, of each that named it, at most ten';
comment on column recommendation_day.revenue is 'less refunds, in the shop''s currency';
comment on column experiment_shopper.revenue is 'less refunds, in the shop''s currency';
