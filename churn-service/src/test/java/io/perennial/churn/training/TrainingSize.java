package io.perennial.churn.training;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import io.perennial.common.job.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Whether a training of so many shoppers fits the heap it is given: {@code TrainingSize [SHOPPERS [HEAP]]}, by default the most a
 * service takes and the heap it has. Not a test: it takes minutes. Writes what the service writes, and runs the child it runs.
 */
final class TrainingSize {

    private static final TimeSplit SPLIT = TimeSplit.endingAt(
            SimulatedShoppers.AS_OF, Duration.ofDays(90), Duration.ofDays(1), Duration.ZERO, 6, Duration.ofDays(15));
    private static final int PAGE = 500;

    private TrainingSize() {}

    static void main(String... words) throws IOException {
        int shoppers = words.length > 0 ? Integer.parseInt(words[0]) : 200_000;
        String heap = words.length > 1 ? words[1] : "1g";
        TrainingFolder folder = TrainingFolder.create();
        try {
            write(shoppers, folder.shoppers());
            System.out.printf("%,d shoppers, %,d bytes%n", shoppers, Files.size(folder.shoppers()));
            long started = System.nanoTime();
            new ChildJvm(heap, Duration.ofMinutes(30))
                    .run(TrainingProgram.class, TrainingProgram.words(folder, TrainingSettings.DEFAULTS), folder.log());
            System.out.printf("trained in a heap of %s in %.1f s%n", heap, (System.nanoTime() - started) / 1e9);
            if (OutcomeFile.read(folder.outcome()) instanceof TrainingOutcome.Trained trained) {
                System.out.printf(
                        "%s, %,d rows, AUC %.3f%n",
                        trained.trainer(),
                        trained.rows(),
                        trained.report().auc().value());
            }
        } finally {
            folder.delete();
        }
    }

    private static void write(int shoppers, Path file) {
        try (TrainingDataWriter writer = new TrainingDataWriter(file, Target.CHURN, SPLIT)) {
            for (int page = 0; page < shoppers; page += PAGE) {
                TrainingData data = new TrainingData(Target.CHURN, SPLIT);
                for (int number = page; number < Math.min(shoppers, page + PAGE); number++) {
                    data.add(SimulatedShoppers.profile(number), history(new Random(number * 0x9E3779B97F4A7C15L)));
                }
                writer.add(data);
            }
        }
    }

    /** Who has ordered before the first snapshot, so that everybody is in each: the most rows there can be. */
    private static ShopperHistory history(Random random) {
        ShopperHistory history = new ShopperHistory();
        double gap = 10 + 60 * random.nextDouble();
        double hazard = 0.001 + 0.01 * random.nextDouble();
        Instant at = SPLIT.earliest().minus(Duration.ofDays(1 + random.nextInt(200)));
        Instant leaves = at.plus(Duration.ofHours((long) (-24 * Math.log(1 - random.nextDouble()) / hazard)));
        for (int order = 0; order == 0 || (at.isBefore(leaves) && at.isBefore(SimulatedShoppers.AS_OF)); order++) {
            history.active(Activity.VISIT, at);
            history.ordered(
                    "o" + order,
                    new OrderVersion(
                            at,
                            "m" + order,
                            Math.exp(3 + random.nextGaussian()),
                            1 + random.nextInt(5),
                            List.of(random.nextInt(9))));
            at = at.plus(Duration.ofHours((long) (-24 * gap * Math.log(1 - random.nextDouble())) + 1));
        }
        return history;
    }
}
