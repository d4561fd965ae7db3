package io.perennial.deploy.bench;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void benchmarksHaveNoCycles() {
        ApplicationModules.of("io.perennial.deploy.bench").verify();
    }
}
