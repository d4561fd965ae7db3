package io.perennial.campaign;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the campaign service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CampaignServiceApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "campaign-service");
        SpringApplication.run(CampaignServiceApplication.class, args);
    }
}
