package io.perennial.common.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives an IT real Postgres and Kafka, one of each a JVM: containers where a Docker engine answers and has or can pull the
 * images, embedded otherwise. Sets {@code DATABASE_URL}, {@code DATABASE_PASSWORD} and {@code KAFKA_BOOTSTRAP_SERVERS}
 * as system properties; stands above {@code @SpringBootTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InfrastructureExtension.class)
public @interface WithInfrastructure {}
