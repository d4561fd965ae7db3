package io.perennial.churn.training;

import io.perennial.churn.label.Target;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Settings of training; {@code churn-service.yml} describes each. */
@Validated
@ConfigurationProperties("perennial.churn.training")
record TrainingProperties(
        @NotNull String cron,
        @NotEmpty List<Target> targets,
        @Nullable @Min(1) @Max(730) Integer horizonDays,
        @NotNull Duration gap,
        @Min(1) @Max(60) int snapshots,
        @NotNull Duration snapshotStep,
        long seed,
        @NotNull Solver trainer,
        @Min(1_000) long steps,
        @NotEmpty List<@PositiveOrZero Double> penalties,
        boolean balanced,
        @Min(2) int minShoppers,
        @Min(1) int minOfEachClass,
        @Min(1) int maxShoppers,
        @Min(20) int resamples,
        @NotNull @Pattern(regexp = "\\d+[mg]") String heap,
        @NotNull Duration timeout) {

    TrainingSettings settings() {
        return new TrainingSettings(seed, trainer, steps, penalties, balanced, minShoppers, minOfEachClass, resamples);
    }
}
