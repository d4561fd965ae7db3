-- Whose events of before the request are not taken any more, should they still come; kept as long as events can come.
create table erased_identifier (
    hash         bytea       primary key, -- SHA-256 of kind:value
    requested_at timestamptz not null
);
create index erased_identifier_age on erased_identifier (requested_at);

create table erasure_request (
    id      uuid        primary key, -- answered once, however often it comes
    done_at timestamptz not null
);
