package io.perennial.deploy.local;

import io.perennial.deploy.local.port.PortPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** What the next launcher has to know of a running suite: where it listens, and which parts live. */
final class SuiteState {

    private final Path file;

    SuiteState(Layout layout) {
        this.file = layout.run().resolve("ports.properties");
    }

    PortPlan ports() {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException none) {
            return PortPlan.usual(0);
        }
        return PortPlan.from(properties);
    }

    void write(PortPlan ports) {
        try {
            Files.createDirectories(file.getParent());
            try (var out = Files.newBufferedWriter(file)) {
                ports.toProperties().store(out, "Where the suite listens");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the parts whose process lives. */
    static List<String> alive(Layout layout) {
        return SuiteStop.parts().stream()
                .filter(part -> SuiteStop.slot(layout, part).isAlive())
                .toList();
    }
}
