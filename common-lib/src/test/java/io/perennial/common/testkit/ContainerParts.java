package io.perennial.common.testkit;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Postgres and Kafka as Testcontainers; Ryuk removes them after the JVM. */
final class ContainerParts {

    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:4.2.1";

    private ContainerParts() {}

    @SuppressWarnings("resource") // lives as long as the JVM
    static Infrastructure start() {
        PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        KafkaContainer kafka = new KafkaContainer(KAFKA)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        postgres.start();
        kafka.start();
        Infrastructure.createSchemas(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
        return new Infrastructure("containers", postgres.getJdbcUrl(), kafka.getBootstrapServers());
    }
}
