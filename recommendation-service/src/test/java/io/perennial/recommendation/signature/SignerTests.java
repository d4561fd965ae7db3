package io.perennial.recommendation.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.recommendation.signature.Verification.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignerTests {

    private static final RecommendationId ID = new RecommendationId(
            -7_000_000_001L,
            Instant.parse("2026-03-01T10:00:00.123Z"),
            "home",
            "personal",
            List.of(0x27d5b9aa, 1),
            0.35,
            new Exposure("taste", "popular-only", -42));

    private final Signer signer = new Signer(1, "a secret of the shop");

    @Test
    void whatIsSignedComesBackWhole() {
        RecommendationId plain = new RecommendationId(1, ID.issuedAt(), "home", "popular", List.of(), 1, null);
        assertThat(signer.verify(signer.sign(ID))).isEqualTo(new Verification.Valid(ID));
        assertThat(signer.verify(signer.sign(plain))).isEqualTo(new Verification.Valid(plain));
        assertThat(signer.sign(ID)).hasSizeLessThan(150).matches("r1\\.[A-Za-z0-9_-]+");
    }

    @Test
    void itemsTravelWithAndWithoutAnExperiment() {
        List<ShownItem> items = List.of(ShownItem.of("product-1", -1), ShownItem.of("product-2", 0));
        for (Exposure exposure : new Exposure[] {null, ID.exposure()}) {
            RecommendationId id =
                    new RecommendationId(1, ID.issuedAt(), "home", "popular", List.of(), 1, exposure, items);
            assertThat(signer.verify(signer.sign(id))).isEqualTo(new Verification.Valid(id));
        }
        assertThat(items.getFirst().is("product-1")).isTrue();
        assertThat(items.getFirst().is("product-2")).isFalse();
    }

    @Test
    void ofAllThatStoodThereTheFirstTravelAndTheIdStaysShortEnoughToBeRead() {
        List<ShownItem> many = Collections.nCopies(50, ShownItem.of("product", Long.MAX_VALUE));
        String longest = "p".repeat(RecommendationId.MOST_BYTES);
        RecommendationId id = new RecommendationId(
                1,
                ID.issuedAt(),
                longest,
                longest,
                Collections.nCopies(9, 1),
                1,
                new Exposure(longest, longest, 1),
                many);
        assertThat(id.items()).hasSize(RecommendationId.MOST_ITEMS);
        assertThat(signer.verify(signer.sign(id))).isEqualTo(new Verification.Valid(id));
    }

    @Test
    void anyOtherByteIsNoticed() {
        byte[] bytes = Base64.getUrlDecoder().decode(signer.sign(ID).substring(3));
        for (int i = 1; i < bytes.length; i++) {
            byte[] forged = bytes.clone();
            forged[i] ^= 1;
            assertThat(refusal(
                            signer,
                            "r1." + Base64.getUrlEncoder().withoutPadding().encodeToString(forged)))
                    .as("byte %d", i)
                    .isEqualTo(Refusal.FORGED);
        }
        assertThat(refusal(signer, signer.sign(ID).substring(0, 90))).isEqualTo(Refusal.FORGED);
    }

    @Test
    void whatIsNoIdGetsAVerdictAndNoException() {
        assertThat(refusal(signer, "christmas-gifts")).isEqualTo(Refusal.NOT_OURS);
        assertThat(refusal(signer, "")).isEqualTo(Refusal.NOT_OURS);
        assertThat(refusal(signer, "r1.")).isEqualTo(Refusal.MALFORMED);
        assertThat(refusal(signer, "r1.%%%")).isEqualTo(Refusal.MALFORMED);
        assertThat(refusal(signer, "r1." + "A".repeat(100_000))).isEqualTo(Refusal.MALFORMED);
        assertThat(refusal(new Signer(2, "a secret of the shop"), signer.sign(ID)))
                .isEqualTo(Refusal.UNKNOWN_KEY);
        assertThat(refusal(new Signer(1, "another shop's secret"), signer.sign(ID)))
                .isEqualTo(Refusal.FORGED);
        long seed = 20260301;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertThat(signer.verify("r1." + Base64.getUrlEncoder().encodeToString(noise)))
                    .as("seed %d, round %d", seed, i)
                    .isInstanceOf(Verification.Refused.class);
        }
    }

    @Test
    void idsOfThePreviousKeyStillCountAfterARotation() {
        Signer rotated = new Signer(2, "the next secret");
        rotated.alsoVerify(1, "a secret of the shop");
        assertThat(rotated.verify(signer.sign(ID))).isEqualTo(new Verification.Valid(ID));
        assertThat(refusal(signer, rotated.sign(ID))).isEqualTo(Refusal.UNKNOWN_KEY);
    }

    @Test
    void moreModelsThanFitAreLeftOut() {
        List<Integer> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(i);
        }
        RecommendationId id = new RecommendationId(1, ID.issuedAt(), "home", "popular", many, 1, null);
        assertThat(id.models()).hasSize(RecommendationId.MOST_MODELS);
        assertThat(signer.verify(signer.sign(id))).isEqualTo(new Verification.Valid(id));
    }

    private static Refusal refusal(Signer signer, String text) {
        return ((Verification.Refused) signer.verify(text)).why();
    }
}
