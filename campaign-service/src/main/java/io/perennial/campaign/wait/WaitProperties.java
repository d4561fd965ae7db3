package io.perennial.campaign.wait;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of waits.
 *
 * @param poll pause between looks at what is due
 * @param batch most decided in one transaction
 * @param retry when to ask again about what could not be decided
 * @param grace how much longer than its time a wait for a follower lasts, for events still on their way
 * @param maxEventAge how far our reading of events may be behind before such waits stand still
 */
@Validated
@ConfigurationProperties("perennial.campaign.wait")
public record WaitProperties(
        Duration poll, @Positive int batch, Duration retry, Duration grace, Duration maxEventAge) {}
