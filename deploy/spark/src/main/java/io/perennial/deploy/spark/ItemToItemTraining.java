package io.perennial.deploy.spark;

import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.Interaction;
import io.perennial.recommendation.neighbours.InteractionRow;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import io.perennial.recommendation.sparse.Ranked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The service's item-to-item training, a block of products a task: shoppers' rows are made as there, sent to every block that
 * holds one of their products, and counted by the service's own {@code NeighbourSearch}. The driver holds the finished model;
 * no machine holds the matrix.
 */
final class ItemToItemTraining {

    private final JavaSparkContext spark;
    private final JobSettings settings;

    ItemToItemTraining(JavaSparkContext spark, JobSettings settings) {
        this.spark = spark;
        this.settings = settings;
    }

    /** @throws IllegalArgumentException where there is nothing to learn from */
    ItemToItemModel train(JavaRDD<String> lines) {
        var chosen = settings;
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("there is no line to learn from in " + chosen.input());
        }
        var asOf = Instant.ofEpochMilli(
                lines.map(line -> ExportedLine.parse(line).interaction().at().toEpochMilli())
                        .reduce(Math::max));
        var rows = lines.mapToPair(line -> new Tuple2<>(line.substring(0, Math.max(0, line.indexOf(','))), line))
                .groupByKey()
                .sortByKey()
                .values()
                .map(shopper -> row(shopper, asOf, chosen))
                .filter(row -> row._1().length > 0)
                .persist(StorageLevel.MEMORY_AND_DISK());
        var items = rows.flatMap(row -> Arrays.asList(row._1()).iterator())
                .distinct()
                .collect()
                .toArray(String[]::new);
        Arrays.sort(items);
        var count = items.length;
        var blocks = chosen.blocks();
        var routed = routed(rows, items, blocks);
        var lengths = new double[count];
        routed.mapPartitionsWithIndex(
                        (block, part) ->
                                ItemBlock.of(block, blocks, count, part).lengths(),
                        true)
                .collect()
                .forEach(one -> lengths[one._1()] = one._2());
        var everywhere = spark.broadcast(lengths);
        var neighbours = new Ranked[count];
        routed.mapPartitionsWithIndex(
                        (block, part) ->
                                ItemBlock.of(block, blocks, count, part).neighbours(everywhere.value(), chosen),
                        true)
                .collect()
                .forEach(one -> neighbours[one._1()] =
                        new Ranked(one._2()._1(), one._2()._2()));
        return ItemToItemModel.of(items, neighbours);
    }

    private static Tuple2<String[], float[]> row(Iterable<String> lines, Instant asOf, JobSettings settings) {
        List<Interaction> interactions = new ArrayList<>();
        lines.forEach(line -> interactions.add(ExportedLine.parse(line).interaction()));
        var weights = settings.weights();
        Map<String, Double> weighed = new HashMap<>();
        History.of(interactions, Integer.MAX_VALUE)
                .signals()
                .forEach(signal -> weighed.put(signal.productId(), weights.of(signal, asOf)));
        var row = InteractionRow.of(weighed, settings.longest());
        var floats = new float[row.weights().size()];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = row.weights().get(i);
        }
        return new Tuple2<>(row.products().toArray(String[]::new), floats);
    }

    /** By block, the rows that hold one of its products; kept, for they are read twice. */
    private JavaPairRDD<Integer, ShopperRow> routed(
            JavaRDD<Tuple2<String[], float[]>> rows, String[] items, int blocks) {
        var known = spark.broadcast(items);
        return rows.zipWithIndex()
                .flatMapToPair(numbered -> routes(numbered._1(), numbered._2(), known.value(), blocks))
                .partitionBy(new HashPartitioner(blocks))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static Iterator<Tuple2<Integer, ShopperRow>> routes(
            Tuple2<String[], float[]> row, long place, String[] items, int blocks) {
        var numbers = Arrays.stream(row._1())
                .mapToInt(product -> Arrays.binarySearch(items, product))
                .toArray();
        var numbered = new ShopperRow(place, numbers, row._2());
        return Arrays.stream(numbers)
                .map(item -> ItemBlock.holding(item, blocks, items.length))
                .distinct()
                .mapToObj(block -> new Tuple2<>(block, numbered))
                .iterator();
    }
}
