package io.perennial.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@EnableScheduling
@SpringBootApplication
public class EventIngestServiceApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "event-ingest-service");
        SpringApplication.run(EventIngestServiceApplication.class, args);
    }
}
