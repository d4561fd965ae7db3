package io.perennial.common.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Postgres binaries and a KRaft broker in this machine's own processes. */
final class EmbeddedParts {

    private EmbeddedParts() {}

    @SuppressWarnings("resource") // lives as long as the JVM
    static Infrastructure start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            Infrastructure.createSchemas(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
            kafka.brokerProperty("auto.create.topics.enable", "false");
            kafka.brokerProperty("group.initial.rebalance.delay.ms", "0");
            kafka.brokerProperty("offsets.topic.num.partitions", "4");
            kafka.afterPropertiesSet();
            return new Infrastructure(
                    "embedded",
                    "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort()),
                    kafka.getBrokersAsString());
        } catch (IOException e) {
            throw new UncheckedIOException("embedded Postgres does not start", e);
        }
    }
}
