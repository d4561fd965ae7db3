package io.perennial.ingest.source;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Makes the sources of their settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SourceProperties.class)
class SourceConfiguration {

    @Bean
    Sources sources(SourceProperties properties, Environment environment) {
        return properties.toSources(environment.acceptsProfiles(Profiles.of("local")));
    }
}
