-- How often the catalog was changed: every replica holds the catalog in memory and sees by this what it has missed.
create table catalog_version (
    only_one boolean primary key default true check (only_one),
    emptied  bigint not null,
    version  bigint not null
) with (fillfactor = 50);

comment on column catalog_version.emptied is 'how often products were deleted: replicas begin anew';
comment on column catalog_version.version is
    'whoever changes products takes the next one first, so versions are committed in their order';

insert into catalog_version (emptied, version) values (0, 0);

alter table product add column changed_in bigint not null default 0;

comment on column product.changed_in is 'the catalog''s version that last wrote it';

create index product_changed on product (changed_in, product_id);

create function catalog_emptied() returns trigger language plpgsql as $$
begin
    update catalog_version set emptied = emptied + 1;
    return null;
end $$;

create trigger product_emptied after delete or truncate on product for each statement execute function catalog_emptied();
