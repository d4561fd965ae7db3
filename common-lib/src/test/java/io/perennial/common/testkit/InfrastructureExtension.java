package io.perennial.common.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the infrastructure before the first class that wants it; it ends with the JVM. */
final class InfrastructureExtension implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Infrastructure infrastructure = Infrastructure.running();
        System.setProperty("DATABASE_URL", infrastructure.jdbcUrl());
        System.setProperty("DATABASE_PASSWORD", Infrastructure.PASSWORD);
        System.setProperty("KAFKA_BOOTSTRAP_SERVERS", infrastructure.bootstrapServers());
    }
}
