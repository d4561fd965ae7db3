package io.perennial.deploy.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory of this process that was resident at once. */
final class Peak {

    private Peak() {}

    /** As Linux counts it; 0 elsewhere. */
    static long kib() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
