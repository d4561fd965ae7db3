package io.perennial.ingest.testing;

import io.perennial.common.testkit.WithInfrastructure;
import io.perennial.ingest.EventIngestServiceApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The whole service on a free port, on real Postgres and Kafka, with the demo keys. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithInfrastructure
@SpringBootTest(
        classes = EventIngestServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=event-ingest-service", "management.server.port=0"})
@ActiveProfiles("local")
public @interface WithIngest {}
