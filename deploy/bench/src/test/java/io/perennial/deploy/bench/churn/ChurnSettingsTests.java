package io.perennial.deploy.bench.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChurnSettingsTests {

    @Test
    void tooFewShoppersForTheRateAreRefusedBeforeAnythingIsMeasured() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnSettings.parse(List.of("--shoppers", "5000")))
                .withMessageContaining("20000 shoppers");

        assertThat(ChurnSettings.parse(List.of("--shoppers", "5000", "--rate", "500"))
                        .rate())
                .isEqualTo(500);
        assertThat(ChurnSettings.parse(List.of("--shoppers", "5000", "--only", "scoring"))
                        .parts())
                .containsExactly(ChurnSettings.Part.SCORING);
    }
}
