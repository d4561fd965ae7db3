package io.perennial.churn;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The churn service. */
@SpringBootApplication
public class ChurnServiceApplication {

    static void main(String[] args) {
        SpringApplication application = new SpringApplication(ChurnServiceApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "churn-service"));
        application.run(args);
    }
}
