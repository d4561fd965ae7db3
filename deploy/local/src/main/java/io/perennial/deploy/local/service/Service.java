package io.perennial.deploy.local.service;

import io.perennial.deploy.local.port.Port;
import java.util.Locale;

/** The five services: module, role and schema, port, and the heap each gets on a laptop. */
public enum Service {
    INGEST(Port.INGEST, "160m"),
    PROFILE(Port.PROFILE, "256m"),
    RECOMMENDATION(Port.RECOMMENDATION, "448m"),
    CHURN(Port.CHURN, "192m"),
    CAMPAIGN(Port.CAMPAIGN, "160m");

    private final Port port;
    private final String heap;

    Service(Port port, String heap) {
        this.port = port;
        this.heap = heap;
    }

    /** Its Maven module, folder and process, as in {@code profile-service}. */
    public String module() {
        return port.part();
    }

    /** Its PostgreSQL role and schema, and the prefix of its topics. */
    public String role() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Port port() {
        return port;
    }

    String heap() {
        return heap;
    }
}
