package io.perennial.profile;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Features use each other in one direction and only through what they publish. */
class ModularityTests {

    @Test
    void featuresHaveNoCyclesAndKeepToTheirFacades() {
        ApplicationModules.of(ProfileServiceApplication.class).verify();
    }
}
