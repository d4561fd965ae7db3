package io.perennial.deploy.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.Interaction;
import io.perennial.recommendation.neighbours.InteractionMatrix;
import io.perennial.recommendation.neighbours.ItemToItemCodec;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import io.perennial.recommendation.neighbours.ItemToItemTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemToItemParityTests {

    private static final int PRODUCTS = 90;
    private static final String[] KINDS = {"view", "wish", "cart", "order", "unwish", "remove", "cancel", "return"};

    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        spark = new JavaSparkContext(new SparkConf()
                .setMaster("local[2]")
                .setAppName("parity")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "localhost")
                .set("spark.driver.bindAddress", "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    @Test
    void theArtefactIsThatOfTheServicesOwnTrainer(@TempDir Path folder) throws IOException {
        var lines = exported(600, 7);
        // More blocks than one, and not a divisor of the products.
        var settings = new JobSettings("", "", 20, 2, 10, 15, 7);
        var inJvm = inJvm(lines, settings);
        var file = folder.resolve("item-to-item");
        new Artefact(new ItemToItemTraining(spark, settings).train(spark.parallelize(lines, 5))).write(file);
        var onSpark = ItemToItemCodec.read(Files.readAllBytes(file));
        assertThat(onSpark.products()).isEqualTo(inJvm.products());
        assertThat(onSpark.pairs()).isEqualTo(inJvm.pairs()).isGreaterThan(1000);
        for (var product = 0; product < PRODUCTS; product++) {
            var expected = inJvm.neighboursOf(product(product));
            var actual = onSpark.neighboursOf(product(product));
            assertThat(actual)
                    .extracting(ItemToItemModel.Neighbour::productId)
                    .isEqualTo(expected.stream()
                            .map(ItemToItemModel.Neighbour::productId)
                            .toList());
            for (var i = 0; i < expected.size(); i++) {
                assertThat((double) actual.get(i).similarity())
                        .isEqualTo(expected.get(i).similarity(), within(1e-9));
            }
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(ItemToItemCodec.write(inJvm));
        assertThat(Files.readString(folder.resolve("item-to-item.sha256")))
                .isEqualTo(new Artefact(inJvm).checksum() + "  item-to-item\n");
    }

    @Test
    void moreBlocksThanProductsDoNoHarm() {
        var lines = List.of("1,a,order,2026-01-01T00:00:00Z", "1,b,view,2026-01-02T00:00:00Z");
        var settings = new JobSettings("", "", 20, 1, 0, 15, 5);
        var model = new ItemToItemTraining(spark, settings).train(spark.parallelize(lines));
        assertThat(model.neighboursOf("a"))
                .extracting(ItemToItemModel.Neighbour::productId)
                .containsExactly("b");
    }

    @Test
    void nothingToLearnFromIsSaid() {
        var training = new ItemToItemTraining(spark, new JobSettings("in", "out", 20, 1, 0, 15, 5));
        assertThatThrownBy(() -> training.train(spark.parallelize(List.<String>of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no line to learn from");
    }

    @Test
    void linesAreReadAsTheyAreWritten() {
        var line = ExportedLine.parse("17,table, round,order,2026-01-31T12:00:00Z");
        assertThat(line.shopper()).isEqualTo("17");
        assertThat(line.interaction().productId()).isEqualTo("table, round");
        assertThatThrownBy(() -> ExportedLine.parse("17,table"))
                .hasMessageContaining("has to be shopper,product,kind,time");
        assertThatThrownBy(() -> ExportedLine.parse("17,table,bought,2026-01-31T12:00:00Z"))
                .hasMessageContaining("kind has to be");
        assertThatThrownBy(() -> ExportedLine.parse("17,table,order,yesterday")).hasMessageContaining("time has to be");
    }

    /** What the service does with its histories, shoppers in the order of their names. */
    private static ItemToItemModel inJvm(List<String> lines, JobSettings settings) {
        Map<String, List<Interaction>> shoppers = new TreeMap<>();
        lines.stream()
                .map(ExportedLine::parse)
                .forEach(line -> shoppers.computeIfAbsent(line.shopper(), shopper -> new ArrayList<>())
                        .add(line.interaction()));
        var asOf = shoppers.values().stream()
                .flatMap(List::stream)
                .map(Interaction::at)
                .max(Instant::compareTo)
                .orElseThrow();
        var matrix = new InteractionMatrix.Builder(settings.longest());
        shoppers.values().forEach(interactions -> {
            Map<String, Double> row = new HashMap<>();
            History.of(interactions, Integer.MAX_VALUE)
                    .signals()
                    .forEach(signal ->
                            row.put(signal.productId(), settings.weights().of(signal, asOf)));
            matrix.add(row);
        });
        return new ItemToItemTrainer(settings.parameters()).train(matrix.build());
    }

    private static List<String> exported(int shoppers, long seed) {
        var random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (var shopper = 0; shopper < shoppers; shopper++) {
            for (var left = random.nextInt(40); left > 0; left--) {
                var uniform = random.nextDouble();
                lines.add(String.join(
                        ",",
                        String.valueOf(shopper),
                        product((int) (uniform * uniform * PRODUCTS)),
                        KINDS[random.nextInt(4) * random.nextInt(3)],
                        Instant.ofEpochSecond(1_700_000_000 + random.nextInt(20_000_000))
                                .toString()));
            }
        }
        Collections.shuffle(lines, random);
        return lines;
    }

    private static String product(int number) {
        return "p, " + number;
    }
}
