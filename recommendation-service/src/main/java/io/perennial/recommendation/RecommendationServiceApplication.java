package io.perennial.recommendation;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The recommendation service. */
@SpringBootApplication
public class RecommendationServiceApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(RecommendationServiceApplication.class)
                .properties("spring.config.name=recommendation-service")
                .run(args);
    }
}
