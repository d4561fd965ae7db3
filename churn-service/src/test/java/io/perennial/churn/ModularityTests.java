package io.perennial.churn;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The features know each other in one direction only. */
class ModularityTests {

    @Test
    void featuresHaveNoCyclesAndKeepTheirInternals() {
        ApplicationModules.of(ChurnServiceApplication.class).verify();
    }
}
