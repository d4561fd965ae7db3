package io.perennial.deploy.bench.serving;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.local.Suite;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** What a benchmark does behind the service's back: it copies shoppers, which is sooner than telling of each, and swaps models. */
record RecommendationTables(Suite suite) {

    private static final String ROLE = "recommendation";

    /** Copies the visitors 0 to {@code written} under further numbers, up to {@code all}: who they are, allow and did. */
    void copyVisitors(int written, int all) {
        var copied = """
                (select identifier as original, profile_id as profile, 'userId:visitor-' || number as identifier,
                        md5('visitor-' || number)::uuid as profile_id, revision
                    from identity_copy
                    cross join lateral (select substring(identifier from length('userId:visitor-') + 1)::int as place) as at
                    cross join lateral generate_series(place + %d, %d, %d) as number) as copied""".formatted(written, all - 1, written);
        execute(List.of("create temp table copied as select * from " + copied, """
                insert into state_copy (topic, record_key, revision, value)
                select topic, copied.profile_id::text, state_copy.revision, value
                from copied join state_copy on record_key = copied.profile::text""", """
                insert into shopper_history (identifier, interactions, entries, oldest_at, newest_at, updated_at)
                select copied.identifier, interactions, entries, oldest_at, newest_at, updated_at
                from copied join shopper_history on shopper_history.identifier = copied.original""", """
                insert into identity_copy (identifier, profile_id, revision)
                select identifier, profile_id, revision from copied""", "vacuum analyze"));
    }

    /** Publishes what is published once more: to every replica they are new models. */
    void swapModels() {
        execute(List.of("update recommendation_model set model_id = gen_random_uuid() where state = 'published'"));
    }

    private void execute(List<String> statements) {
        var login = new Properties();
        login.put("user", ROLE);
        login.put("password", suite.databasePassword(ROLE));
        try (var connection = DriverManager.getConnection(suite.databaseUrl(), login);
                var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new CannotMeasure("the service's tables do not take it: " + e.getMessage(), e);
        }
    }
}
