package io.perennial.common.state;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the copies that most services keep. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@EnableConfigurationProperties(ConsentProperties.class)
class StateAutoConfiguration {

    @Bean
    IdentityCopy identityCopy(JdbcClient jdbc) {
        return new IdentityCopy(jdbc);
    }

    @Bean
    ConsentPolicy consentPolicy(ConsentProperties properties) {
        return new ConsentPolicy(properties);
    }
}
