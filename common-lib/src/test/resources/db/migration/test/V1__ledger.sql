-- What the test's handler writes: one row for each event handled, no key, so that a repetition shows.
create table ledger (
    message_id text not null,
    shopper    text not null
);
