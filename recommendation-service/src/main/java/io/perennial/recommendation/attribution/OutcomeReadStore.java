package io.perennial.recommendation.attribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the outcomes' tables. */
@Component
final class OutcomeReadStore {

    private final JdbcClient jdbc;

    OutcomeReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sums by day and way of answering, newest day first; null: any placement. */
    Map<TallyKey, Tally> days(LocalDate from, LocalDate to, @Nullable String placement, int most) {
        Map<TallyKey, Tally> days = new LinkedHashMap<>();
        jdbc.sql("""
                select day, placement, strategy, experiment, arm, seen, clicked, carted, ordered, revenue
                from recommendation_day
                where day between ?::date and ?::date and (?::text is null or placement = ?::text)
                order by day desc, placement, strategy, experiment, arm limit ?
                """)
                .params(from.toString(), to.toString())
                .param(placement)
                .param(placement)
                .param(most)
                .query(row -> {
                    days.put(
                            new TallyKey(
                                    row.getObject(1, LocalDate.class),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5)),
                            new Tally(
                                    row.getLong(6),
                                    row.getLong(7),
                                    row.getLong(8),
                                    row.getLong(9),
                                    row.getBigDecimal(10)));
                });
        return days;
    }

    Map<String, Tally> arms(String experiment) {
        Map<String, Tally> arms = new TreeMap<>();
        jdbc.sql("""
                select arm, sum(seen)::bigint, sum(clicked)::bigint, sum(carted)::bigint, sum(ordered)::bigint,
                    sum(revenue) from recommendation_day where experiment = ? and experiment <> '' group by arm
                """).param(experiment).query(row -> {
            arms.put(
                    row.getString(1),
                    new Tally(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getBigDecimal(6)));
        });
        return arms;
    }

    List<ArmMoments> moments(String experiment) {
        return jdbc.sql("""
                select arm, count(*), count(*) filter (where ordered > 0),
                    sum(seen)::float8, sum(clicked)::float8, sum(carted)::float8, sum(revenue)::float8,
                    sum(seen::float8 * seen), sum(clicked::float8 * clicked), sum(carted::float8 * carted),
                    sum((revenue * revenue)::float8), sum(clicked::float8 * seen), sum(carted::float8 * seen)
                from experiment_shopper where experiment = ? group by arm order by arm
                """)
                .param(experiment)
                .query((row, number) -> new ArmMoments(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getDouble(6),
                        row.getDouble(7),
                        row.getDouble(8),
                        row.getDouble(9),
                        row.getDouble(10),
                        row.getDouble(11),
                        row.getDouble(12),
                        row.getDouble(13)))
                .list();
    }

    /** The newest recommendations of an experiment made before a time; of late ones some clicks are still to come. */
    List<LoggedOutcome> logged(String experiment, Instant before, int most) {
        return jdbc.sql("""
                select arm, propensity, clicked, carted, ordered, revenue::float8 from recommendation_outcome
                where experiment = ? and experiment <> '' and issued_at < ?::timestamptz
                order by issued_at desc limit ?
                """)
                .param(experiment)
                .param(before.toString())
                .param(most)
                .query((row, number) -> new LoggedOutcome(
                        row.getString(1),
                        row.getDouble(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getDouble(6)))
                .list();
    }
}
