package io.perennial.recommendation.signature;

import io.perennial.recommendation.signature.Verification.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;

/** Signs the ids of recommendations, and checks those that come back. */
@Service
@EnableConfigurationProperties(SignatureProperties.class)
public class RecommendationIds {

    /** An event may arrive so much later than it happened, and still count. */
    static final Duration GRACE = Duration.ofDays(1);

    private final Signer signer;
    private final Duration window;

    RecommendationIds(SignatureProperties properties, Environment environment) {
        if (properties.secret().equals(SignatureProperties.DEMO_SECRET)
                && !environment.acceptsProfiles(Profiles.of("local"))) {
            throw new IllegalStateException("perennial.recommendation.signature.secret is the demo secret, which only"
                    + " the profile local may use; set RECOMMENDATION_SIGNING_SECRET to one of your own");
        }
        this.signer = new Signer(properties.keyId(), properties.secret());
        if (!properties.previousSecret().isEmpty()) {
            signer.alsoVerify(properties.previousKeyId(), properties.previousSecret());
        }
        this.window = properties.window();
    }

    /** How long after it was made an event may still tell of a recommendation. */
    public Duration lifetime() {
        return window.plus(GRACE);
    }

    /** The id as a shop sends it back, safe in a URL: about 100 characters, and 13 for each item that is to be learnt from. */
    public String sign(RecommendationId id) {
        return signer.sign(id);
    }

    /**
     * Whether what happened counts as an outcome of the recommendation.
     *
     * @param occurredAt when it happened: at most the window after the recommendation
     * @param receivedAt when it was told: at most a day later than that
     */
    public Verification verify(String text, Instant occurredAt, Instant receivedAt) {
        Verification verification = signer.verify(text);
        if (verification instanceof Verification.Valid(RecommendationId id)) {
            Instant end = id.issuedAt().plus(window);
            if (occurredAt.isAfter(end) || receivedAt.isAfter(end.plus(GRACE))) {
                return new Verification.Refused(Refusal.EXPIRED);
            }
        }
        return verification;
    }
}
