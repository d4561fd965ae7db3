package io.perennial.profile.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts over all profiles. */
@Component
class BusinessStore {

    /** How far to look back. */
    enum Window {
        DAY(1),
        WEEK(7),
        MONTH(30);

        private final Duration length;

        Window(int days) {
            this.length = Duration.ofDays(days);
        }

        Duration length() {
            return length;
        }

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Shoppers seen and first seen within a window, buyers from before it, and those of them who bought in it. */
    record Activity(long active, long fresh, long knownBuyers, long retainedBuyers) {
        static final Activity NONE = new Activity(0, 0, 0, 0);

        long returning() {
            return active - fresh;
        }
    }

    /** Sums over all shoppers. */
    record Totals(double revenue, long orders, long sessions, long sessionsOrdered) {
        static final Totals NONE = new Totals(0, 0, 0, 0);

        double conversion() {
            return sessions == 0 ? 0 : (double) sessionsOrdered / sessions;
        }
    }

    private final JdbcClient jdbc;

    BusinessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Activity activity(Instant since) {
        return jdbc.sql("""
                select count(*) filter (where last_seen >= :since::timestamptz) as active,
                       count(*) filter (where first_seen >= :since::timestamptz) as fresh,
                       count(*) filter (where first_order_at < :since::timestamptz) as known,
                       count(*) filter (where first_order_at < :since::timestamptz
                           and last_order_at >= :since::timestamptz) as retained
                from profile where not gone""")
                .param("since", since.toString())
                .query((row, number) -> new Activity(
                        row.getLong("active"), row.getLong("fresh"), row.getLong("known"), row.getLong("retained")))
                .single();
    }

    Map<String, Long> stages() {
        Map<String, Long> stages = new HashMap<>();
        jdbc.sql("select stage, count(*) as shoppers from profile where stage is not null group by stage")
                .query(row -> {
                    stages.put(row.getString("stage"), row.getLong("shoppers"));
                });
        return stages;
    }

    Totals totals() {
        return jdbc.sql("""
                select coalesce(sum(revenue), 0) as revenue, coalesce(sum(orders), 0) as orders,
                       coalesce(sum(sessions), 0) as sessions, coalesce(sum(sessions_ordered), 0) as ordered
                from profile where not gone""")
                .query((row, number) -> new Totals(
                        row.getDouble("revenue"),
                        row.getLong("orders"),
                        row.getLong("sessions"),
                        row.getLong("ordered")))
                .single();
    }
}
