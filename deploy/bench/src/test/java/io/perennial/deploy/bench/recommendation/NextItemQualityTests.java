package io.perennial.deploy.bench.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextItemQualityTests {

    @TempDir
    Path folder;

    @Test
    void aFileOfAHundredShoppersIsMeasuredThoughSomeItemsCameNeverBefore() throws IOException {
        var lines = IntStream.range(0, 100)
                .mapToObj(shopper -> "u" + shopper + " "
                        + IntStream.range(shopper, shopper + 5)
                                .mapToObj(step -> "item" + step % 12)
                                .collect(Collectors.joining(" "))
                        + (shopper % 10 == 0 ? " never" + shopper : ""))
                .toList();
        Map<String, Double> figures = measure(lines).stream().collect(Collectors.toMap(Figure::name, Figure::value));
        assertThat(figures).containsKeys("data_ndcg10", "data_hr10", "data_train_seconds", "data_search_seconds");
        assertThat(figures.get("data_hr10")).isGreaterThan(0.85);
        assertThat(figures.get("data_user_knn_hr10")).isGreaterThan(0.85);
    }

    @Test
    void shortOrEmptyLinesAreNoFaultButSomethingMustBeThereToValidateOn() throws IOException {
        assertThat(measure(List.of("a 1 2 3", "", "b", "c 1", "d 2 3"))).isNotEmpty();
        assertThatThrownBy(() -> measure(List.of("a 1 2"))).isInstanceOf(CannotMeasure.class);
    }

    private List<Figure> measure(List<String> lines) throws IOException {
        var file = Files.write(folder.resolve("sequences.txt"), lines);
        return new NextItemQuality("data", 1e9, new Progress(new PrintStream(OutputStream.nullOutputStream())))
                .measure(file);
    }
}
