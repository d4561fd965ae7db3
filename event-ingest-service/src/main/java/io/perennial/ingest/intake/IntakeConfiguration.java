package io.perennial.ingest.intake;

import io.perennial.ingest.check.EventChecks;
import io.perennial.ingest.wire.BodyParser;
import io.perennial.ingest.wire.MessageReader;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the intake of its settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckProperties.class)
class IntakeConfiguration {

    @Bean
    MessageReader messageReader() {
        return new MessageReader();
    }

    @Bean
    BodyParser bodyParser(MessageReader reader) {
        return new BodyParser(reader);
    }

    @Bean
    Intake intake(CheckProperties properties, MessageReader reader) {
        var checks = new EventChecks(properties.toSettings(), () -> "ingest-" + UUID.randomUUID());
        return new Intake(checks, reader, Math.toIntExact(properties.maxRecord().toBytes()));
    }
}
