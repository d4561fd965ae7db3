create table campaign_version (
    id         bigint generated always as identity primary key,
    name       text        not null,
    version    bigint      not null,
    definition text        not null, -- the JSON as it was written
    changed_at timestamptz not null,
    unique (name, version)
);

create table template (
    name       text primary key,
    subject    text        not null,
    text_part  text        not null,
    html_part  text        not null,
    changed_at timestamptz not null
);

create table opt_out (
    profile_id   uuid primary key, -- of the identifier in the link, before any merge
    opted_out_at timestamptz not null
);

create table pending_trigger (
    campaign     text        not null,
    profile_id   uuid        not null, -- of the identifier it was stored under, before any merge
    wait_key     text        not null, -- value of the shared property; empty: none
    identifier   text,                 -- kind:value; null: a churn score, which knows the profile only
    trigger_id   text        not null,
    started_at   timestamptz not null, -- event time of the start
    triggered_at timestamptz not null, -- event time from which freshness counts
    received_at  timestamptz not null,
    by_activity  boolean     not null, -- claims that the shopper just did something
    not_followed boolean     not null, -- off if a follower came between started_at and triggered_at
    due_at       timestamptz not null,
    facts        jsonb       not null,
    primary key (campaign, profile_id, wait_key)
);
create index pending_trigger_due on pending_trigger (due_at);

create table wait_follower (
    campaign       text        not null,
    profile_id     uuid        not null,
    wait_key       text        not null,
    occurred_at    timestamptz not null,
    relevant_until timestamptz not null,
    primary key (campaign, profile_id, wait_key, occurred_at)
);
create index wait_follower_relevant on wait_follower (relevant_until);

create table decision (
    decision_id      uuid primary key, -- named by what it is about: deciding twice records once
    profile_id       uuid        not null, -- at the time of the decision
    identifier       text,                 -- leading one, kind:value
    user_id          text,
    campaign         text        not null,
    campaign_version bigint      not null,
    outcome          text        not null check (outcome in ('sent', 'held_out', 'suppressed')),
    reason           text        not null,
    variant          text,
    propensity       double precision,     -- probability of exactly this arm
    hold_out         double precision,     -- share held out when it was drawn
    channel          text,
    trigger_id       text        not null,
    triggered_at     timestamptz not null,
    decided_at       timestamptz not null
);
create index decision_profile on decision (profile_id, decided_at);
create index decision_campaign on decision (campaign, outcome, decided_at);
create index decision_decided on decision (decided_at, decision_id);

create table delivery (
    decision_id     uuid        not null references decision,
    step            int         not null, -- place of the action in the treatment
    channel         text        not null check (channel in ('email', 'webhook')),
    profile_id      uuid        not null,
    identifier      text,
    campaign        text        not null,
    variant         text        not null,
    template        text,
    subject         text,
    url             text,
    facts           jsonb       not null,
    state           text        not null check (state in ('pending', 'sent', 'failed', 'cancelled')),
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null, -- while claimed: when the lease ends
    cause           text,                 -- of the last failure
    created_at      timestamptz not null,
    finished_at     timestamptz,
    primary key (decision_id, step)
);
create index delivery_due on delivery (channel, next_attempt_at) where state = 'pending';
create index delivery_campaign on delivery (campaign, state);

create table coupon (
    code           text primary key,
    decision_id    uuid        not null references decision,
    step           int         not null,
    profile_id     uuid        not null,
    user_id        text,
    campaign       text        not null,
    percent        numeric,
    amount         numeric,
    currency       text,
    issued_at      timestamptz not null,
    expires_at     timestamptz not null,
    redeemed_at    timestamptz,
    redemption_key text,                  -- Idempotency-Key of the redemption
    order_id       text,
    unique (decision_id, step),
    check ((percent is null) <> (amount is null)),
    check ((amount is null) = (currency is null))
);
create index coupon_profile on coupon (profile_id) where redeemed_at is null;

create table purchase (
    order_id   text primary key,
    profile_id uuid        not null, -- of the identifier it carries
    identifier text        not null,
    ordered_at timestamptz,          -- null: only an update or a cancellation was seen
    said_at    timestamptz not null, -- event time of the latest word on it
    message_id text        not null,
    amount     numeric     not null, -- in the shop's currency
    currency   text,
    cancelled  boolean     not null
);
create index purchase_ordered on purchase (ordered_at);
create index purchase_said on purchase (said_at);
