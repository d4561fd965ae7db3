-- Shelves that were shown, what was known of their products then, and what was chosen. A row appears once an event brings the id of an
-- answer back; it names no shopper.
create table click_log (
    nonce     bigint primary key,
    shown_at  timestamptz not null,
    placement text        collate "C" not null,
    features  bytea       not null,
    seen      integer     not null,
    chosen    integer     not null,
    ordered   integer     not null
) with (fillfactor = 80);

comment on column click_log.nonce is 'of the recommendation, as its signed id carries it';
comment on column click_log.features is 'eight bytes for each place of the shelf, the first first';
comment on column click_log.seen is 'a bit for each place, the first the lowest; likewise chosen (clicked or put into the cart) and ordered';

create index click_log_shown on click_log (shown_at);
create index click_log_placement on click_log (placement, shown_at desc, nonce) where seen <> 0;

-- Trainings of a third kind.
alter table training_job drop constraint training_job_kind_check;
alter table training_job add constraint training_job_kind_check check (kind in ('models', 'blend', 'ranker'));

comment on column training_job.kind is
    'models: those that take seconds; blend: in a JVM of its own; ranker: from what was chosen of shelves';
