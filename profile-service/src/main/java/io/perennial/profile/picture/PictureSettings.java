package io.perennial.profile.picture;

import io.perennial.profile.affinity.Fading;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pictures are folded. Both are part of what is stored: after a change rebuild from the timeline.
 *
 * @param affinityHalfLife after which an interest weighs half
 * @param sessionGap the longest pause within a visit
 */
@ConfigurationProperties("perennial.picture")
public record PictureSettings(
        @DefaultValue("30d") Duration affinityHalfLife,
        @DefaultValue("30m") Duration sessionGap) {

    Fading fading() {
        return new Fading(affinityHalfLife);
    }

    Picture blank() {
        return new Picture(fading(), sessionGap.toSeconds());
    }
}
