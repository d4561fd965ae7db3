package io.perennial.churn;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Says who is leaving and why. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ChurnServiceApplication {

    static void main(String[] args) {
        System.setProperty("spring.config.name", "churn-service");
        SpringApplication.run(ChurnServiceApplication.class, args);
    }
}
