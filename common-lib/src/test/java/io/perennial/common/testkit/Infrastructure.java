package io.perennial.common.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * A running Postgres, with the installation's roles and schemas, and a running Kafka.
 *
 * @param kind {@code containers} or {@code embedded}
 */
public record Infrastructure(String kind, String jdbcUrl, String bootstrapServers) {

    static final String PASSWORD = "test";

    private static final Logger LOG = LoggerFactory.getLogger(Infrastructure.class);
    private static final List<String> SERVICES = List.of("ingest", "profile", "recommendation", "churn", "campaign");

    private static @Nullable Infrastructure running;

    /** The JVM's infrastructure, started at the first call. */
    public static synchronized Infrastructure running() {
        Infrastructure started = running;
        if (started == null) {
            started = start();
            running = started;
            LOG.info("Tests run on {} Postgres and Kafka: {}", started.kind, started);
        }
        return started;
    }

    private static Infrastructure start() {
        if (dockerAnswers()) {
            try {
                return ContainerParts.start();
            } catch (RuntimeException e) {
                LOG.warn("Docker answers, but the containers do not start; going on embedded: {}", e.toString());
            }
        }
        return EmbeddedParts.start();
    }

    private static boolean dockerAnswers() {
        boolean likely = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return likely && DockerClientFactory.instance().isDockerAvailable();
    }

    /** One role and one schema for each service, as in an installation. */
    static void createSchemas(String adminUrl, String user, String password) {
        try (Connection connection = DriverManager.getConnection(adminUrl, user, password);
                Statement statement = connection.createStatement()) {
            for (String service : SERVICES) {
                statement.execute("create role %s login password '%s'".formatted(service, PASSWORD));
                statement.execute("create schema %s authorization %s".formatted(service, service));
                statement.execute("alter role %s set search_path = %s".formatted(service, service));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the test database could not be prepared", e);
        }
    }
}
