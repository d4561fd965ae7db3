package io.perennial.deploy.local.service;

import io.perennial.deploy.local.port.PortPlan;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every service is told about the others' whereabouts, by the environment variables all of them read. */
public record ServiceSettings(PortPlan ports, String databaseUrl, String bootstrapServers, int smtpPort) {

    /** The service as a part; {@code more} and {@code java} win over what we say. */
    public ServicePart part(
            Service service, Path jar, Path cache, String password, Map<String, String> more, List<String> java) {
        var environment = new HashMap<>(environment(service, password));
        environment.putAll(more);
        return new ServicePart(service, jar, cache, ports.management(service.port()), environment, java);
    }

    private Map<String, String> environment(Service service, String password) {
        var environment = new HashMap<String, String>();
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put("DATABASE_URL", databaseUrl);
        environment.put("DATABASE_USER", service.role());
        environment.put("DATABASE_PASSWORD", password);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        // The launcher has created them.
        environment.put("KAFKA_CREATE_TOPICS", "false");
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", Integer.toString(smtpPort));
        environment.put("SERVER_PORT", Integer.toString(ports.of(service.port())));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management(service.port())));
        // The demo keys are known to everybody: they must not open a laptop to its network.
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        return environment;
    }
}
