package io.perennial.recommendation.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalog's table. */
@Component
final class CatalogStore {

    private static final String SELECT = """
            select product_id, coalesce(feed ->> 'name', name), coalesce(feed ->> 'category', category),
                coalesce(feed ->> 'brand', brand), coalesce((feed ->> 'price')::numeric, price),
                coalesce(feed ->> 'url', url), coalesce(feed ->> 'imageUrl', image), (feed ->> 'stock')::bigint,
                coalesce((feed ->> 'available')::boolean, true), coalesce((feed ->> 'recommendable')::boolean, true),
                sellable
            from product
            """;

    private final JdbcClient jdbc;

    CatalogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, CatalogProduct> find(Collection<String> productIds) {
        Map<String, CatalogProduct> products = HashMap.newHashMap(productIds.size());
        jdbc.sql(SELECT + "where product_id = any(?)")
                .param(productIds.toArray(String[]::new))
                .query(row -> {
                    products.put(row.getString(1), product(row));
                });
        return products;
    }

    /** The newest sellable products but some. */
    List<CatalogProduct> sellable(Collection<String> without, int limit) {
        return jdbc.sql(SELECT + """
                where sellable and product_id <> all(?) order by known_since desc, product_id limit ?
                """)
                .param(without.toArray(String[]::new))
                .param(limit)
                .query((row, number) -> product(row))
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from product").query(Long.class).single();
    }

    /** Takes over what was learnt where it is of a greater version; in the order given, so that nothing deadlocks. */
    void learn(Map<String, LearntProduct> products, Instant now) {
        jdbc.sql("""
                insert into product (known_since, product_id, name, name_version, category, category_version, brand, brand_version, price, price_version, url, url_version, image, image_version)
                select ?::timestamptz, product_id, name, name_version, category, category_version,
                    brand, brand_version, price::numeric, price_version, url, url_version, image, image_version
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as learnt (product_id, name, name_version, category, category_version, brand, brand_version, price, price_version, url, url_version, image, image_version)
                on conflict (product_id) do update set
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
                insert into product (product_id, feed, feed_at, known_since)
                select product_id, feed::jsonb, at, at
                from unnest(?::text[], ?::text[]) as fed (product_id, feed), (values (?::timestamptz)) as clock (at)
                on conflict (product_id) do update set
                    feed = product.feed || excluded.feed, feed_at = excluded.feed_at
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
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBigDecimal(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, Long.class),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getBoolean(11));
    }
}
