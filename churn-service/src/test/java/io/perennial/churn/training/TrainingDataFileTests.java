package io.perennial.churn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perennial.churn.label.Target;
import io.perennial.churn.treatment.Treatment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shoppers on their way to the JVM that trains. */
class TrainingDataFileTests {

    private static final int SHOPPERS = 20;

    @TempDir
    private Path folder;

    private final TrainingData known = shop(0, SHOPPERS);

    @BeforeEach
    void writtenInTwoParts() {
        try (TrainingDataWriter writer = new TrainingDataWriter(file(), Target.CHURN, known.split())) {
            writer.add(shop(0, 7));
            writer.add(shop(7, SHOPPERS));
        }
    }

    @Test
    void shoppersAndBackAreTheSameToTheBit() {
        TrainingData read = TrainingDataReader.read(file());
        assertThat(read.split()).isEqualTo(known.split());
        assertThat(read.treated()).isEqualTo(known.treated()).isPositive();
        assertThat(rows(read.training())).isEqualTo(rows(known.training())).isNotEmpty();
        assertThat(rows(read.evaluation())).isEqualTo(rows(known.evaluation())).isNotEmpty();
        assertThat(known.evaluation())
                .anyMatch(row -> Arrays.stream(row.columns()).anyMatch(Double::isNaN));
    }

    @Test
    void thoseOfTheEvaluationCanBeReadAlone() {
        TrainingData read = TrainingDataReader.readEvaluation(file());
        assertThat(read.training()).isEmpty();
        assertThat(rows(read.evaluation())).isEqualTo(rows(known.evaluation()));
        assertThat(read.treated()).isEqualTo(known.treated());
    }

    @Test
    void aFileCutShortOrChangedIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file());
        for (int length = 0; length < bytes.length; length += 97) {
            Files.write(file(), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> TrainingDataReader.read(file())).isInstanceOf(IllegalStateException.class);
        }
        for (int at = 0; at < bytes.length; at += 97) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(file(), changed);
            assertThatThrownBy(() -> TrainingDataReader.read(file())).isInstanceOf(IllegalStateException.class);
        }
    }

    /** Every fifth was held out by a campaign in the evaluation's window, every seventh was contacted. */
    private static TrainingData shop(int from, int to) {
        TrainingData data = new TrainingData(Target.CHURN, SimulatedShoppers.split());
        Instant decided = SimulatedShoppers.AS_OF.minus(Duration.ofDays(20));
        for (int number = from; number < to; number++) {
            List<Instant> orders = IntStream.rangeClosed(0, number % 4)
                    .mapToObj(order -> SimulatedShoppers.AS_OF.minus(Duration.ofDays(190 - 31L * order)))
                    .toList();
            List<Treatment> treatments = number % 5 > 0 && number % 7 > 0
                    ? List.of()
                    : List.of(new Treatment(number % 7 == 0, 0.4, decided));
            data.add(SimulatedShoppers.profile(number), SimulatedShoppers.ordering(orders), treatments);
        }
        return data;
    }

    private static List<String> rows(List<LabelledShopper> shoppers) {
        return shoppers.stream()
                .map(row -> row.profileId() + " " + row.outcome() + " " + Double.doubleToRawLongBits(row.weight())
                        + Arrays.toString(Arrays.stream(row.columns())
                                .mapToLong(Double::doubleToRawLongBits)
                                .toArray()))
                .toList();
    }

    private Path file() {
        return folder.resolve("shoppers");
    }
}
