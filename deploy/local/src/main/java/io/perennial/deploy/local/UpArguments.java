package io.perennial.deploy.local;

import io.perennial.deploy.local.port.PortPlan;
import io.perennial.deploy.local.process.CannotStart;
import io.perennial.deploy.local.service.Service;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param demo whether to fill the demo shop; null where only a new data folder gets one
 * @param data null for the usual one
 */
record UpArguments(
        boolean detach,
        boolean empty,
        @Nullable Boolean demo,
        boolean aot,
        boolean help,
        Set<Service> services,
        PortPlan ports,
        @Nullable Path data) {

    static final String HELP = """
            deploy/local/up [OPTION …]    starts the whole suite on this machine, without Docker
              --detach             return when all is ready; deploy/local/down stops it (else Ctrl-C does)
              --empty              move the data folder aside and start anew, without the demo shop
              --demo, --no-demo    fill the demo shop now, or never (else: in a new data folder)
              --port-offset N      every port N higher
              --port NAME=N        one port elsewhere, 0 for any free one; also as PERENNIAL_PORT_NAME=N
                                   (%s)
              --data DIR           keep the data elsewhere than in deploy/local/data; also as PERENNIAL_DATA
              --without SERVICE    leave one out, e.g. profile-service to run it from your IDE
              --no-aot             do not record starts of the JVMs; each start then takes twice as long
            """;

    static UpArguments parse(List<String> arguments, Map<String, String> environment) {
        var words = new ArrayDeque<>(arguments);
        var ports = new PortArguments(environment);
        boolean detach = false;
        boolean empty = false;
        boolean aot = true;
        boolean help = false;
        var services = EnumSet.allOf(Service.class);
        Boolean demo = null;
        var data = path(environment.get("PERENNIAL_DATA"));
        while (!words.isEmpty()) {
            var word = words.remove();
            switch (word) {
                case "--detach", "-d" -> detach = true;
                case "--empty" -> empty = true;
                case "--demo" -> demo = true;
                case "--no-demo" -> demo = false;
                case "--no-aot" -> aot = false;
                case "--help", "-h" -> help = true;
                case "--port-offset" -> ports.offset(value(word, words));
                case "--port" -> ports.one(value(word, words));
                case "--without" -> services.remove(service(value(word, words)));
                case "--data" -> data = path(value(word, words));
                default -> throw new CannotStart("unknown option " + word + "; deploy/local/up --help names them all");
            }
        }
        var fill = (demo == null && empty) ? Boolean.FALSE : demo;
        return new UpArguments(detach, empty, fill, aot, help, services, ports.plan(), data);
    }

    private static String value(String option, Deque<String> words) {
        if (words.isEmpty()) {
            throw new CannotStart(option + " needs a value; see deploy/local/up --help");
        }
        return words.remove();
    }

    private static Service service(String name) {
        return Arrays.stream(Service.values())
                .filter(service -> service.module().equals(name))
                .findFirst()
                .orElseThrow(() -> new CannotStart("--without " + name + ": no such service; there are "
                        + Arrays.stream(Service.values()).map(Service::module).collect(Collectors.joining(", "))));
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null || text.isBlank() ? null : Path.of(text).toAbsolutePath();
    }
}
