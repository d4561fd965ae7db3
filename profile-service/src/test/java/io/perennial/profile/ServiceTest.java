package io.perennial.profile;

import io.perennial.common.testkit.WithInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The whole service on real Postgres and Kafka; its scheduled jobs wait for the test to call them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithInfrastructure
@ActiveProfiles("local")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=profile-service",
            "management.server.port=0",
            "perennial.refresh.stages-every=1h",
            "perennial.refresh.population-every=1h"
        })
public @interface ServiceTest {}
