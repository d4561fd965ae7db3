package io.perennial.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Really starts PostgreSQL, Kafka and the mail server, as {@code up} does before the services. */
class FoundationIT {

    @TempDir
    Path data;

    @Test
    void whatIsCommittedOutlivesARestartAndNothingIsLeftRunning() throws Exception {
        var options = SuiteOptions.anywhere(data).only(Set.of()).withoutAot();
        var first = Suite.start(options);
        var processes = first.processes();
        try (first;
                var connection = connect(first)) {
            connection.createStatement().execute("create table kept (x int)");
            connection.createStatement().execute("insert into kept values (42)");
            assertThat(topics(first)).contains("ingest.event.accepted.v1", "ingest.event.accepted.v1.dlt");
        }
        assertThat(processes).hasSizeGreaterThan(3).noneMatch(ProcessHandle::isAlive);

        try (var second = Suite.start(options);
                var connection = connect(second)) {
            var rows = connection.createStatement().executeQuery("select x from profile.kept");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void aKilledPartComesBackWithItsData() throws Exception {
        try (var suite = Suite.start(SuiteOptions.anywhere(data).only(Set.of()).withoutAot())) {
            try (var connection = connect(suite)) {
                connection.createStatement().execute("create table kept (x int)");
            }
            var postgres = suite.part("postgres");
            postgres.kill();
            assertThat(postgres.isAlive()).isFalse();
            postgres.restart();
            try (var connection = connect(suite)) {
                connection.createStatement().execute("insert into kept values (1)");
            }
        }
    }

    /** As the profile service does. */
    private static Connection connect(Suite suite) throws SQLException {
        return DriverManager.getConnection(suite.databaseUrl(), "profile", suite.databasePassword("profile"));
    }

    private static Set<String> topics(Suite suite) throws Exception {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, suite.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }
}
