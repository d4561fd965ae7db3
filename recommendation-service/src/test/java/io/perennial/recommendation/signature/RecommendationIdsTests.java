package io.perennial.recommendation.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.perennial.recommendation.signature.Verification.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class RecommendationIdsTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final RecommendationId ID = new RecommendationId(1, NOW, "home", "popular", List.of(), 1, null);

    @Test
    void theDemoSecretIsTakenByTheProfileLocalOnly() {
        SignatureProperties demo = properties(1, SignatureProperties.DEMO_SECRET, "");
        assertThatIllegalStateException()
                .isThrownBy(() -> new RecommendationIds(demo, new MockEnvironment()))
                .withMessageContaining("RECOMMENDATION_SIGNING_SECRET");
        MockEnvironment local = new MockEnvironment();
        local.setActiveProfiles("local");
        RecommendationIds ids = new RecommendationIds(demo, local);
        assertThat(ids.verify(ids.sign(ID), NOW, NOW)).isEqualTo(new Verification.Valid(ID));
    }

    @Test
    void anIdCountsWithinTheWindowAndTellsADayLonger() {
        RecommendationIds ids = ids(1, "a secret of the shop", "");
        String id = ids.sign(ID);
        Instant end = NOW.plus(Duration.ofDays(7));
        assertThat(ids.verify(id, end, end.plus(Duration.ofDays(1)))).isEqualTo(new Verification.Valid(ID));
        assertThat(ids.verify(id, end.plusMillis(1), end.plusMillis(1)))
                .isEqualTo(new Verification.Refused(Refusal.EXPIRED));
        assertThat(ids.verify(id, end, end.plus(Duration.ofDays(1)).plusMillis(1)))
                .isEqualTo(new Verification.Refused(Refusal.EXPIRED));
    }

    @Test
    void thePreviousKeyVerifiesAndNoLongerSigns() {
        String old = ids(1, "a secret of the shop", "").sign(ID);
        RecommendationIds rotated = ids(2, "the next secret of it", "a secret of the shop");
        assertThat(rotated.verify(old, NOW, NOW)).isEqualTo(new Verification.Valid(ID));
        assertThat(ids(1, "a secret of the shop", "").verify(rotated.sign(ID), NOW, NOW))
                .isEqualTo(new Verification.Refused(Refusal.UNKNOWN_KEY));
    }

    private static RecommendationIds ids(int keyId, String secret, String previous) {
        return new RecommendationIds(properties(keyId, secret, previous), new MockEnvironment());
    }

    private static SignatureProperties properties(int keyId, String secret, String previous) {
        return new SignatureProperties(keyId, secret, 1, previous, Duration.ofDays(7));
    }
}
