package io.perennial.recommendation.catalog;

import io.perennial.recommendation.product.ProductNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The catalog's table. */
@Component
final class CatalogStore {

    private static final String SELECT = """
            select product_id, coalesce(feed ->> 'name', name), coalesce(feed ->> 'category', category),
                coalesce(feed ->> 'brand', brand), coalesce((feed ->> 'price')::numeric, price), (feed ->> 'margin')::numeric,
                coalesce(feed ->> 'url', url), coalesce(feed ->> 'imageUrl', image), (feed ->> 'stock')::bigint,
                coalesce((feed ->> 'available')::boolean, true), coalesce((feed ->> 'recommendable')::boolean, true),
                sellable, known_since, changed_in
            from product
            """;

    private static final String CONTENT = """
            select product_id, coalesce(feed ->> 'name', name), feed ->> 'description',
                coalesce(feed ->> 'category', category), coalesce(feed ->> 'brand', brand),
                coalesce((feed ->> 'price')::numeric, price), feed ->> 'language', feed ->> 'attributes'
            from product
            """;
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    CatalogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A product, since when it has been known, and the catalog's version that last wrote it. */
    record Change(CatalogProduct product, Instant knownSince, long version) {}

    /** The next so many changes after a product of a version, in the order of versions. */
    List<Change> changes(long version, String productId, int limit) {
        return jdbc.sql(SELECT + "where (changed_in, product_id) > (?, ?) order by changed_in, product_id limit ?")
                .param(version)
                .param(productId)
                .param(limit)
                .query((row, number) -> new Change(
                        product(row), row.getObject(13, OffsetDateTime.class).toInstant(), row.getLong(14)))
                .list();
    }

    CatalogVersion catalogVersion() {
        return jdbc.sql("select emptied, version from catalog_version")
                .query((row, number) -> new CatalogVersion(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** What texts and attributes say of a product; null where it is not known. */
    @Nullable ProductContent content(String productId) {
        return jdbc.sql(CONTENT + "where product_id = ?")
                .param(productId)
                .query((row, number) -> content(row))
                .optional()
                .orElse(null);
    }

    /** The next so many products after an id (null: from the start), in the ids' order. */
    List<ProductContent> contents(@Nullable String after, int limit) {
        return jdbc.sql(CONTENT + "where product_id > ? order by product_id limit ?")
                .param(after == null ? "" : after)
                .param(limit)
                .query((row, number) -> content(row))
                .list();
    }

    /** Another text as soon as a product is new or the feed has changed one. */
    String version() {
        return jdbc.sql("select concat_ws(' ', count(*), max(known_since), max(feed_at)) from product")
                .query(String.class)
                .single();
    }

    /** Takes over what was learnt where it is of a greater version; in the order given, so that nothing deadlocks. */
    void learn(Map<String, LearntProduct> products, Instant now) {
        jdbc.sql("""
                with next as (update catalog_version set version = version + 1 returning version)
                insert into product (changed_in, known_since, product_id, name, name_version, category, category_version, brand, brand_version, price, price_version, url, url_version, image, image_version)
                select (select version from next), ?::timestamptz, product_id, name, name_version, category, category_version,
                    brand, brand_version, price::numeric, price_version, url, url_version, image, image_version
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as learnt (product_id, name, name_version, category, category_version, brand, brand_version, price, price_version, url, url_version, image, image_version)
                on conflict (product_id) do update set
                    changed_in = excluded.changed_in,
                    name = case when product.name_version is null or excluded.name_version > product.name_version
                        then excluded.name else product.name end,
                    name_version = greatest(product.name_version, excluded.name_version),
                    category = case when product.category_version is null or excluded.category_version > product.category_version
                        then excluded.category else product.category end,
                    category_version = greatest(product.category_version, excluded.category_version),
                    brand = case when product.brand_version is null or excluded.brand_version > product.brand_version
                        then excluded.brand else product.brand end,
                    brand_version = greatest(product.brand_version, excluded.brand_version),
                    price = case when product.price_version is null or excluded.price_version > product.price_version
                        then excluded.price else product.price end,
                    price_version = greatest(product.price_version, excluded.price_version),
                    url = case when product.url_version is null or excluded.url_version > product.url_version
                        then excluded.url else product.url end,
                    url_version = greatest(product.url_version, excluded.url_version),
                    image = case when product.image_version is null or excluded.image_version > product.image_version
                        then excluded.image else product.image end,
                    image_version = greatest(product.image_version, excluded.image_version)
                """).params(parameters(products, now)).update();
    }

    /** Lays feed fields, as JSON objects, over those that stand; a JSON null counts as absent. In the order given. */
    void feed(Map<String, String> fields, Instant now) {
        jdbc.sql("""
                with next as (update catalog_version set version = version + 1 returning version)
                insert into product (product_id, feed, feed_at, known_since, changed_in)
                select product_id, feed::jsonb, at, at, (select version from next)
                from unnest(?::text[], ?::text[]) as fed (product_id, feed), (values (?::timestamptz)) as clock (at)
                on conflict (product_id) do update set
                    feed = product.feed || excluded.feed, feed_at = excluded.feed_at, changed_in = excluded.changed_in
                """)
                .param(fields.keySet().toArray(String[]::new))
                .param(fields.values().toArray(String[]::new))
                .param(now.toString())
                .update();
    }

    private static List<Object> parameters(Map<String, LearntProduct> products, Instant now) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(now.toString());
        parameters.add(products.keySet().toArray(String[]::new));
        for (LearntAttribute attribute : LearntAttribute.values()) {
            parameters.add(column(products, attribute, LearntProduct.Learnt::value));
            parameters.add(
                    column(products, attribute, learnt -> learnt.version().text()));
        }
        return parameters;
    }

    private static @Nullable String[] column(
            Map<String, LearntProduct> products,
            LearntAttribute attribute,
            Function<LearntProduct.Learnt, String> part) {
        @Nullable String[] column = new @Nullable String[products.size()];
        int i = 0;
        for (LearntProduct product : products.values()) {
            LearntProduct.Learnt learnt = product.get(attribute);
            column[i++] = learnt == null ? null : part.apply(learnt);
        }
        return column;
    }

    private static CatalogProduct product(ResultSet row) throws SQLException {
        return new CatalogProduct(
                ProductNumbers.shared(row.getString(1)),
                row.getString(2),
                shared(row.getString(3)),
                shared(row.getString(4)),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, Long.class),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getBoolean(12));
    }

    /** One text for all products that say the same. */
    private static @Nullable String shared(@Nullable String text) {
        return text == null ? null : text.intern();
    }

    private static ProductContent content(ResultSet row) throws SQLException {
        String attributes = row.getString(8);
        return new ProductContent(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBigDecimal(6),
                row.getString(7),
                attributes == null ? Map.of() : JSON.readValue(attributes, new TypeReference<>() {}));
    }
}
