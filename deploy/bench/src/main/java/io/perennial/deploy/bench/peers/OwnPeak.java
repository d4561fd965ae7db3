package io.perennial.deploy.bench.peers;

import io.perennial.deploy.bench.report.CannotMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory of this process that was resident at once. */
final class OwnPeak {

    private OwnPeak() {}

    /** As Linux counts it. @throws CannotMeasure elsewhere */
    static long kib() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow(() -> new CannotMeasure("/proc/self/status has no VmHWM"));
        } catch (IOException e) {
            throw new CannotMeasure("peak memory is measured on Linux alone: " + e.getMessage(), e);
        }
    }
}
