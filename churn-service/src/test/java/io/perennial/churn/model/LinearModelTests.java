package io.perennial.churn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.evaluation.PlattScaling;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The model as arithmetic and as JSON. */
class LinearModelTests {

    private static final List<double[]> ROWS =
            List.of(new double[] {1, 10, 5}, new double[] {3, Double.NaN, 5}, new double[] {5, 30, 5});

    @Test
    void standardisingUsesWhatIsPresent() {
        Standardiser standardiser = Standardiser.fit(ROWS, 3);
        assertThat(standardiser.apply(0, 3)).isZero();
        assertThat(standardiser.apply(0, 5)).isCloseTo(2 / Math.sqrt(8 / 3.0), within(1e-12));
        assertThat(standardiser.apply(1, 30)).isCloseTo(1, within(1e-12));
        assertThat(standardiser.apply(1, Double.NaN)).isZero();
        assertThat(standardiser.apply(2, 6))
                .as("without spread the scale stays")
                .isEqualTo(1);
    }

    @Test
    void logOddsAreTheInterceptAndContributions() {
        LinearModel model = new LinearModel(Standardiser.fit(ROWS, 3), new double[] {1, 2, 0}, -0.5);
        double[] row = {5, 30, 5};
        assertThat(model.contribution(1, 30)).isCloseTo(2, within(1e-12));
        assertThat(model.logOdds(row))
                .isCloseTo(-0.5 + model.contribution(0, 5) + model.contribution(1, 30), within(1e-12));
    }

    @Test
    void recalibratingMapsTheLogOdds() {
        LinearModel model = new LinearModel(Standardiser.fit(ROWS, 3), new double[] {1, 2, 0}, -0.5);
        double[] row = {4, 12, 5};
        PlattScaling scaling = new PlattScaling(0.8, 0.3);
        assertThat(model.recalibrated(scaling).logOdds(row))
                .isCloseTo(scaling.apply(model.logOdds(row)), within(1e-12));
    }

    @Test
    void jsonCarriesTheModelToTheBit() {
        List<String> columns = List.of("a", "b", "c");
        LinearModel model = new LinearModel(Standardiser.fit(ROWS, 3), new double[] {1 / 3.0, 2, 0}, Math.PI);
        JsonMapper json = new JsonMapper();
        String text = json.writeValueAsString(model.coefficients(columns));
        LinearModel read = json.readValue(text, LinearModel.Coefficients.class).model(columns);
        double[] row = {4.2, 12.1, 5};
        assertThat(read.logOdds(row)).isEqualTo(model.logOdds(row));
    }

    @Test
    void aModelOfOtherColumnsOrWithoutConvergenceIsRefused() {
        LinearModel model = new LinearModel(Standardiser.fit(ROWS, 3), new double[] {1, 2, 0}, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.coefficients(List.of("a", "b", "c")).model(List.of("a", "b", "d")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearModel(Standardiser.fit(ROWS, 3), new double[] {1, Double.NaN, 0}, 0));
    }

    @Test
    void partsOfManyRowsAreMergedIntoTheMomentsOfAll() {
        Random random = new Random(4);
        List<double[]> rows = random.doubles(2_000)
                .mapToObj(value -> new double[] {1e6 + value, random.nextInt(3) == 0 ? Double.NaN : value, Double.NaN})
                .toList();
        Standardiser fitted = Standardiser.fit(rows, 3);
        for (int column = 0; column < 2; column++) {
            int which = column;
            double[] present = rows.stream()
                    .mapToDouble(row -> row[which])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            double mean = Arrays.stream(present).average().orElseThrow();
            double variance = Arrays.stream(present)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            assertThat(fitted.means()[column]).isCloseTo(mean, within(1e-9));
            assertThat(fitted.scales()[column]).isCloseTo(Math.sqrt(variance), within(1e-9));
        }
        assertThat(fitted.means()[2]).isZero();
        assertThat(fitted.scales()[2]).isEqualTo(1);
    }
}
