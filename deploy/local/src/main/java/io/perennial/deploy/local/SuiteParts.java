package io.perennial.deploy.local;

import io.perennial.deploy.local.kafka.KafkaPart;
import io.perennial.deploy.local.mail.MailPart;
import io.perennial.deploy.local.port.Port;
import io.perennial.deploy.local.port.PortPlan;
import io.perennial.deploy.local.postgres.PostgresPart;
import io.perennial.deploy.local.process.Part;
import io.perennial.deploy.local.service.Service;
import io.perennial.deploy.local.service.ServicePart;
import io.perennial.deploy.local.service.ServiceSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The parts of one suite, in the order they are started; stopping goes the other way. */
record SuiteParts(PostgresPart postgres, KafkaPart kafka, MailPart mail, List<ServicePart> services) {

    static SuiteParts of(SuiteOptions options, PortPlan ports) {
        var layout = options.layout();
        var roles = Arrays.stream(Service.values()).map(Service::role).toList();
        var postgres =
                new PostgresPart(layout.cache(), layout.data(), ports.of(Port.POSTGRES), options.databaseMib(), roles);
        var kafka =
                new KafkaPart(layout.data(), ports.of(Port.KAFKA), ports.of(Port.KAFKA_CONTROLLER), layout.libraries());
        var mail = new MailPart(layout.mailServer(), ports.of(Port.SMTP), ports.of(Port.MAIL));
        var settings = new ServiceSettings(ports, postgres.url(), kafka.bootstrapServers(), ports.of(Port.SMTP));
        var services = Arrays.stream(Service.values())
                .filter(options.services()::contains)
                .map(service -> settings.part(
                        service,
                        layout.jar(service.module()),
                        layout.cache(),
                        postgres.password(service.role()),
                        options.environment().getOrDefault(service.module(), Map.of()),
                        options.java()))
                .toList();
        return new SuiteParts(postgres, kafka, mail, services);
    }

    /** What services need before they can start. */
    List<Part> foundation() {
        return List.of(postgres, kafka, mail);
    }
}
