package io.perennial.churn.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.churn.label.Target;
import io.perennial.common.testkit.WithInfrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import tools.jackson.databind.json.JsonMapper;

/** Reports of each target, and those of before there were targets, in a table of the connection's own. */
@WithInfrastructure
class WatchReportStoreIT {

    private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");

    private Connection connection;
    private JdbcClient jdbc;
    private WatchReportStore reports;

    @BeforeEach
    void aTableOfBeforeThereWereTargetsIsMigrated() throws SQLException {
        connection = DriverManager.getConnection(
                System.getProperty("DATABASE_URL"), "churn", System.getProperty("DATABASE_PASSWORD"));
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        reports = new WatchReportStore(jdbc, new JsonMapper());
        jdbc.sql("create temporary table watch_report (at timestamptz primary key, report text not null)")
                .update();
        jdbc.sql("insert into watch_report values (?::timestamptz, ?)")
                .param(AT.toString())
                .param("""
                        {"at":"2026-06-01T00:00:00Z","model":"churn-1","shoppers":400,"comparedWith":"2026-05-31T00:00:00Z",
                         "features":[{"feature":"score","shift":{"psi":0.31,"psiByChance":0.1,"ks":0.2,"ksByChance":0.1},"flagged":true}],
                         "quality":[],
                         "calibration":{"source":"lookback","shoppers":390,"treated":0,"predicted":0.4,"observed":0.41,
                           "gap":{"value":-0.01,"low":-0.05,"high":0.03},"flagged":false},
                         "fairness":[],
                         "alerts":[{"kind":"DRIFT","name":"score","text":"score moved since the training: PSI 0.310, KS 0.200"}]}
                        """)
                .update();
        ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/churn/V25__watch_targets.sql"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aReportOfBeforeThereWereTargetsIsChurns() {
        assertThat(reports.latest(Target.CHURN)).isNotNull().satisfies(report -> {
            assertThat(report.target()).isEqualTo("churn");
            assertThat(report.model()).isEqualTo("churn-1");
            assertThat(report.features().getFirst().shift().psi()).isEqualTo(0.31);
            assertThat(report.has(WatchReport.Kind.DRIFT)).isTrue();
        });
        assertThat(reports.latest(Target.ORDER)).isNull();
    }

    @Test
    void theLatestHundredOfEachTargetAreKept() {
        reports.add(report(Target.ORDER, AT));
        for (int hour = 1; hour <= 105; hour++) {
            reports.add(report(Target.CHURN, AT.plusSeconds(3_600L * hour)));
        }
        assertThat(reports.latest(Target.ORDER)).isEqualTo(report(Target.ORDER, AT));
        assertThat(reports.latest(Target.CHURN)).isEqualTo(report(Target.CHURN, AT.plusSeconds(3_600L * 105)));
        assertThat(jdbc.sql("select target, count(*) from watch_report group by 1 order by 1")
                        .query((row, number) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .containsExactly("churn 100", "order 1");
    }

    private static WatchReport report(Target target, Instant at) {
        return new WatchReport(
                at, target.wire(), target.wire() + "-2", 1, null, List.of(), List.of(), null, List.of(), List.of());
    }
}
