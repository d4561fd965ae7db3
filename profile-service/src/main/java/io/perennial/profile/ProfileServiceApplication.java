package io.perennial.profile;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the profile service. */
@SpringBootApplication
@EnableScheduling
public class ProfileServiceApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "profile-service");
        SpringApplication.run(ProfileServiceApplication.class, args);
    }
}
