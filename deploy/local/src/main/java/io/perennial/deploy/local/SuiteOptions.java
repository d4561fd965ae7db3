package io.perennial.deploy.local;

import io.perennial.deploy.local.console.Watcher;
import io.perennial.deploy.local.port.PortPlan;
import io.perennial.deploy.local.service.Service;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to start, and where.
 *
 * @param aot whether Java parts are recorded once and start from that; switch off where a suite is started only once
 * @param services those to start; PostgreSQL, Kafka and the mail server always are
 * @param environment more environment variables, by the name of the part, e.g. {@code profile-service}
 * @param databaseMib memory PostgreSQL keeps of its tables; a shop gives it a quarter of the machine's
 * @param java more options for the services' JVMs; they win over the usual ones
 */
public record SuiteOptions(
        Layout layout,
        PortPlan ports,
        boolean aot,
        Set<Service> services,
        Map<String, Map<String, String>> environment,
        int databaseMib,
        List<String> java,
        Watcher watcher) {

    /** Enough for a demo shop. */
    static final int LAPTOP_MIB = 128;

    public SuiteOptions {
        services = Set.copyOf(services);
        environment = Map.copyOf(environment);
        java = List.copyOf(java);
    }

    /** Everything, in this data folder, on ports nobody uses: for tests and benchmarks. */
    public static SuiteOptions anywhere(Path data) {
        return new SuiteOptions(
                new Layout(Layout.findCheckout(), data.toAbsolutePath()),
                PortPlan.free(),
                true,
                EnumSet.allOf(Service.class),
                Map.of(),
                LAPTOP_MIB,
                List.of(),
                Watcher.NOBODY);
    }

    public SuiteOptions with(PortPlan elsewhere) {
        return new SuiteOptions(layout, elsewhere, aot, services, environment, databaseMib, java, watcher);
    }

    public SuiteOptions with(Watcher told) {
        return new SuiteOptions(layout, ports, aot, services, environment, databaseMib, java, told);
    }

    public SuiteOptions only(Set<Service> some) {
        return new SuiteOptions(layout, ports, aot, some, environment, databaseMib, java, watcher);
    }

    public SuiteOptions withoutAot() {
        return new SuiteOptions(layout, ports, false, services, environment, databaseMib, java, watcher);
    }

    public SuiteOptions withDatabaseMib(int mib) {
        return new SuiteOptions(layout, ports, aot, services, environment, mib, java, watcher);
    }

    /** More options for the services' JVMs, such as a greater heap. */
    public SuiteOptions withJava(String... options) {
        return new SuiteOptions(layout, ports, aot, services, environment, databaseMib, List.of(options), watcher);
    }

    /** One more environment variable for a part. */
    public SuiteOptions with(String part, String variable, String value) {
        var all = new HashMap<>(environment);
        var own = new HashMap<>(all.getOrDefault(part, Map.of()));
        own.put(variable, value);
        all.put(part, Map.copyOf(own));
        return new SuiteOptions(layout, ports, aot, services, all, databaseMib, java, watcher);
    }
}
