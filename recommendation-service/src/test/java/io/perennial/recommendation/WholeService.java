package io.perennial.recommendation;

import io.perennial.common.testkit.WithInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The whole service on real Postgres and Kafka, one context for all ITs; training by itself is off. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithInfrastructure
@SpringBootTest(
        classes = RecommendationServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=recommendation-service",
            "management.server.port=0",
            // ITs empty the tables under the service, of which its memory would not know.
            "perennial.recommendation.catalog.learnt-cache=0",
            "perennial.recommendation.demand.check=1d",
            "perennial.recommendation.model.due-check=1d",
            "perennial.recommendation.model.poll-interval=100ms",
            "perennial.recommendation.model.job-check=50ms",
            "perennial.recommendation.content.refresh=100ms",
            "perennial.recommendation.session.poll=100ms",
            "perennial.recommendation.placement-poll=100ms"
        })
@ActiveProfiles("local")
public @interface WholeService {}
