-- Which messages were durably taken. The key is a hash, so that the index stays small and holds nothing of the sender.
create table seen_message (
    message_key uuid primary key,              -- first 128 bits of SHA-256(source, 0, messageId)
    seen_at     timestamptz not null
);
create index seen_message_seen_at on seen_message using brin (seen_at);

-- What was not accepted, until somebody corrects it or it grows old.
create table rejected_event (
    id               uuid primary key,         -- of source and bytes where the message had an id: a retry is no new row
    source           text        not null,
    kind             text        not null check (kind in ('event', 'body')),
    path_type        text,                     -- the type the path named; null: the message says it, or it is a batch
    envelope         text        not null,     -- what the batch said for all its messages, JSON; text: jsonb refuses U+0000
    body             bytea       not null,     -- as sent
    truncated        boolean     not null,     -- only the beginning was kept
    message_id       text,
    code             text        not null,
    detail           text        not null,
    received_at      timestamptz not null,
    last_received_at timestamptz not null,
    times            integer     not null default 1,
    replays          integer     not null default 0,
    replayed_at      timestamptz               -- when it was accepted after all
);
create index rejected_event_page on rejected_event (received_at desc, id desc);
create index rejected_event_code on rejected_event (code, received_at desc, id desc);
comment on column rejected_event.times is 'how often exactly this was sent';
