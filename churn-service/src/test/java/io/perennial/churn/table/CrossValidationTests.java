package io.perennial.churn.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.table.CrossValidation.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The whole way from a small file to figures. */
class CrossValidationTests {

    @Test
    void threeHundredRowsAreEnoughForAnHonestFigure() throws IOException {
        LabelledTable table = table(300, 1);
        List<Result> results = CrossValidation.run(table, 1, 1);
        assertThat(results).extracting(Result::model).isEqualTo(TableModels.NAMES);
        assertThat(results).allSatisfy(result -> assertThat(result.auc()).isBetween(0.65, 0.95));
        assertThat(CrossValidation.run(table, 1, 1).getFirst().auc())
                .as("repeatable to the bit")
                .isEqualTo(results.getFirst().auc());
    }

    @Test
    void aColumnOfNoiseIsNoBetterThanChance() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder csv = new StringBuilder("city,x,y\n");
        for (int i = 0; i < 300; i++) {
            csv.append("town ")
                    .append(random.nextInt(60))
                    .append(',')
                    .append(random.nextDouble())
                    .append(',');
            csv.append(random.nextBoolean() ? "yes\n" : "no\n");
        }
        double auc =
                CrossValidation.run(labelled(csv.toString()), 1, 1).getLast().auc();
        assertThat(auc).isCloseTo(0.5, within(0.1));
    }

    @Test
    void tooFewOfAClassIsSaid() throws IOException {
        LabelledTable few = labelled("x,y\n1,yes\n2,no\n3,no\n5,no\n9,no\n4,no\n7,no\n6,no\n8,no\n0,no\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossValidation.run(few, 1, 1))
                .withMessageContaining("1 of 10 rows are positive");
    }

    /** A curved quantity with gaps, a category of many levels, a whole number of few. */
    private static LabelledTable table(int rows, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder csv = new StringBuilder("spend;town;plan;left\n");
        for (int i = 0; i < rows; i++) {
            double spend = random.nextDouble() * 100;
            int town = random.nextInt(30);
            int plan = random.nextInt(4);
            double logOdds = Math.abs(spend - 50) / 12 - 2.5 + (town % 3) * 0.5 + (plan == 2 ? 1 : 0);
            csv.append(random.nextInt(20) == 0 ? "" : String.valueOf(spend))
                    .append(";town ")
                    .append(town)
                    .append(';');
            csv.append(plan).append(random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? ";True\n" : ";False\n");
        }
        return labelled(csv.toString());
    }

    private static LabelledTable labelled(String csv) throws IOException {
        TextTable text = CsvReader.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        return LabelledTable.of(text, text.names().getLast(), null, Set.of());
    }
}
