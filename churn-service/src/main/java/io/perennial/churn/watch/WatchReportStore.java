package io.perennial.churn.watch;

import io.perennial.churn.label.Target;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the watch found, in Postgres: the latest hundred of each target. */
@Component
class WatchReportStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WatchReportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(WatchReport report) {
        jdbc.sql("""
                insert into watch_report (target, at, report) values (?, ?, ?)
                on conflict (target, at) do update set report = excluded.report
                """)
                .param(report.target())
                .param(report.at().atOffset(ZoneOffset.UTC))
                .param(json.writeValueAsString(report))
                .update();
        jdbc.sql("""
                delete from watch_report
                where target = :target
                  and at < (select at from watch_report where target = :target order by at desc offset 99 limit 1)
                """).param("target", report.target()).update();
    }

    @Nullable WatchReport latest(Target target) {
        return jdbc.sql("select report from watch_report where target = ? order by at desc limit 1")
                .param(target.wire())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, WatchReport.class))
                .orElse(null);
    }
}
