package io.perennial.campaign;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresImportEachOtherWithoutCyclesAndOnlyWhatIsPublic() {
        ApplicationModules.of(CampaignServiceApplication.class).verify();
    }
}
