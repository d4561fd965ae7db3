package io.perennial.recommendation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Empties tables under the running service. Row by row: a truncation locks out readers, and deadlocks with one that is
 * between two of the tables.
 */
public final class Tables {

    /** All that answers are made from. */
    private static final List<String> SHOP = List.of(
            "product", "shopper_history", "shopper_order", "session_click", "recommendation_model", "training_job");

    private Tables() {}

    public static void emptyShop(JdbcClient jdbc) {
        SHOP.forEach(table -> empty(jdbc, table));
    }

    public static void empty(JdbcClient jdbc, String... tables) {
        for (String table : tables) {
            jdbc.sql("delete from " + table).update();
        }
    }
}
