package io.perennial.recommendation;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresReachEachOtherOnlyThroughWhatTheyPublishAndWithoutCycles() {
        ApplicationModules.of(RecommendationServiceApplication.class).verify();
    }
}
