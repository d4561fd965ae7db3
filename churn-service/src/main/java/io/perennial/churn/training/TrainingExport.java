package io.perennial.churn.training;

import io.perennial.churn.history.Population;
import io.perennial.churn.history.Shopper;
import io.perennial.churn.history.Shoppers;
import io.perennial.churn.label.InterPurchaseTimes;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import io.perennial.churn.label.Window;
import io.perennial.churn.scoring.Consents;
import io.perennial.churn.treatment.Treatment;
import io.perennial.churn.treatment.Treatments;
import io.perennial.common.identity.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes the consenting shoppers into a file as a training wants them, page by page, so that this JVM never holds them all. */
@Component
class TrainingExport {

    private final Shoppers shoppers;
    private final Consents consents;
    private final Treatments treatments;
    private final TrainingProperties properties;

    TrainingExport(Shoppers shoppers, Consents consents, Treatments treatments, TrainingProperties properties) {
        this.shoppers = shoppers;
        this.consents = consents;
        this.treatments = treatments;
        this.properties = properties;
    }

    /** Writes them; returns those of now, who need no label. */
    Snapshot write(TrainingJob job, Duration horizon, Path file) {
        Target target = job.target();
        Window now = Window.before(job.asOf(), target, properties.snapshotStep());
        TimeSplit split = TimeSplit.endingAt(
                job.asOf(), horizon, properties.gap(), now.length(), properties.snapshots(), properties.snapshotStep());
        Snapshot present = new Snapshot(now);
        double share = (double) properties.maxShoppers() / Math.max(1, shoppers.count(target.population()));
        try (TrainingDataWriter writer = new TrainingDataWriter(file, target, split)) {
            shoppers.forEach(target.population(), page -> {
                List<Shopper> consenting = consenting(page, share);
                writer.add(labelled(target, consenting, split));
                consenting.forEach(shopper -> present.add(shopper.profileId(), shopper.history()));
            });
        }
        return present;
    }

    /** How long the shop's shoppers take between orders. */
    InterPurchaseTimes interPurchaseTimes(Instant asOf) {
        InterPurchaseTimes times = new InterPurchaseTimes();
        shoppers.sample(
                Population.BUYERS,
                properties.maxShoppers(),
                page -> consenting(page, 1)
                        .forEach(shopper -> times.add(shopper.history().asOf(asOf))));
        return times;
    }

    private List<Shopper> consenting(List<Shopper> page, double share) {
        List<Shopper> sampled = page.stream()
                .filter(shopper -> sampled(shopper.profileId(), share))
                .toList();
        Set<ProfileId> consenting = consents.consenting(profiles(sampled));
        return sampled.stream()
                .filter(shopper -> consenting.contains(shopper.profileId()))
                .toList();
    }

    /** The same shoppers each time, since ids are hashes. */
    private static boolean sampled(ProfileId profile, double share) {
        return Integer.toUnsignedLong((int) profile.value().getLeastSignificantBits()) < share * 0x1.0p32;
    }

    private TrainingData labelled(Target target, List<Shopper> page, TimeSplit split) {
        Map<ProfileId, List<Treatment>> treated = treatments.of(profiles(page), split.earliest());
        TrainingData data = new TrainingData(target, split);
        for (Shopper shopper : page) {
            data.add(shopper.profileId(), shopper.history(), treated.getOrDefault(shopper.profileId(), List.of()));
        }
        return data;
    }

    private static List<ProfileId> profiles(List<Shopper> page) {
        return page.stream().map(Shopper::profileId).toList();
    }
}
