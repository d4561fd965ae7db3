package io.perennial.deploy.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.perennial.deploy.bench.suite.SuiteSettings.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuiteSettingsTests {

    @Test
    void byDefaultEverythingIsMeasured() {
        var settings = SuiteSettings.parse(List.of());
        assertThat(settings.parts()).containsExactlyInAnyOrder(Part.values());
        assertThat(settings.events()).isEqualTo(200_000);
    }

    @Test
    void optionsChangeWhatTheyName() {
        var settings = SuiteSettings.parse(List.of(
                "--only", "ready,freshness", "--data", "there", "--events", "7", "--seconds", "3", "--rate", "50"));
        assertThat(settings)
                .isEqualTo(new SuiteSettings(
                        Set.of(Part.READY, Part.FRESHNESS), Path.of("there"), 7, Duration.ofSeconds(3), 50));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SuiteSettings.parse(List.of("--fast", "1")));
        assertThatIllegalArgumentException().isThrownBy(() -> SuiteSettings.parse(List.of("--events")));
        assertThatIllegalArgumentException().isThrownBy(() -> SuiteSettings.parse(List.of("--events", "0")));
        assertThatIllegalArgumentException().isThrownBy(() -> SuiteSettings.parse(List.of("--only", "luck")));
    }
}
