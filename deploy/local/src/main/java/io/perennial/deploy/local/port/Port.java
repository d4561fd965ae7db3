package io.perennial.deploy.local.port;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every port the suite listens on, by the name the command line uses; defaults keep away from a usual installation's. */
public enum Port {
    POSTGRES("postgres", 15432),
    KAFKA("kafka", 19092),
    KAFKA_CONTROLLER("kafka", 19093),
    SMTP("mail", 13025),
    MAIL("mail", 18025),
    INGEST("event-ingest-service", 8081),
    PROFILE("profile-service", 8082),
    RECOMMENDATION("recommendation-service", 8083),
    CHURN("churn-service", 8084),
    CAMPAIGN("campaign-service", 8085);

    private final String part;
    private final int usual;

    Port(String part, int usual) {
        this.part = part;
        this.usual = usual;
    }

    /** The part that listens on it. */
    public String part() {
        return part;
    }

    public int usual() {
        return usual;
    }

    /** A service has a second port for operators, {@link PortPlan#MANAGEMENT_DISTANCE} above its own. */
    public boolean isService() {
        return part.endsWith("-service");
    }

    /** As in {@code --port kafka-controller=29093}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As in {@code PERENNIAL_PORT_KAFKA_CONTROLLER=29093}. */
    public String variable() {
        return "PERENNIAL_PORT_" + name();
    }

    /** By its name on the command line. */
    public static Optional<Port> named(String option) {
        return Arrays.stream(values())
                .filter(port -> port.option().equals(option))
                .findFirst();
    }
}
