package io.perennial.churn.watch;

import io.perennial.churn.trait.Trait;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Settings of the watch; {@code churn-service.yml} describes each. */
@Validated
@ConfigurationProperties("perennial.churn.watch")
record WatchProperties(
        @NotNull Duration interval,
        @Min(1) int maxShoppers,
        @Min(0) int loggedScores,
        @PositiveOrZero double psiBound,
        @PositiveOrZero double ksBound,
        @PositiveOrZero double calibrationBound,
        boolean retrainOnDrift,
        @DefaultValue List<String> fairnessTraits,
        @PositiveOrZero double fairnessBound,
        @Min(2) int fairnessMinShoppers) {

    Watcher watcher() {
        return new Watcher(
                new Watcher.Bounds(psiBound, ksBound, calibrationBound, fairnessBound, fairnessMinShoppers), traits());
    }

    List<Trait> traits() {
        return fairnessTraits.stream()
                .map(Trait::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    @AssertTrue(message = "fairness-traits are stage, zone, segment:NAME, channel:NAME or consent:PURPOSE") boolean isKnown() {
        return fairnessTraits.stream().allMatch(name -> Trait.parse(name).isPresent());
    }
}
