package io.perennial.deploy.peers;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.impl.common.FastByIDMap;
import org.apache.mahout.cf.taste.impl.common.FastIDSet;
import org.apache.mahout.cf.taste.impl.model.GenericBooleanPrefDataModel;
import org.apache.mahout.cf.taste.impl.recommender.GenericBooleanPrefItemBasedRecommender;
import org.apache.mahout.cf.taste.recommender.ItemBasedRecommender;
import org.apache.mahout.cf.taste.recommender.RecommendedItem;

/** Mahout's item-based recommender asked for the most similar products of every product, on two threads. */
public final class MahoutNeighbours {

    private static final int THREADS = 2;
    private static final int WARM = 200;

    private MahoutNeighbours() {}

    /** Lines {@code shopper,product,strength}; writes lines {@code product,neighbour,similarity}. */
    public static void main(String... words) throws IOException, InterruptedException {
        var most = Integer.parseInt(words[2]);
        var model = new GenericBooleanPrefDataModel(read(Path.of(words[0])));
        var recommender = new GenericBooleanPrefItemBasedRecommender(model, new BinaryCosine(model));
        var products = new ArrayList<Long>();
        model.getItemIDs().forEachRemaining(products::add);
        asked(recommender, products.subList(0, Math.min(WARM, products.size())), most);
        var start = System.nanoTime();
        var lists = asked(recommender, products, most);
        System.out.println("seconds=" + (System.nanoTime() - start) / 1e9);
        System.out.println("peak_kib=" + Peak.kib());
        write(lists, Path.of(words[1]));
    }

    private static FastByIDMap<FastIDSet> read(Path file) throws IOException {
        var rows = new FastByIDMap<FastIDSet>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> {
                var cell = line.split(",", 3);
                var shopper = Long.parseLong(cell[0]);
                var row = rows.get(shopper);
                if (row == null) {
                    row = new FastIDSet();
                    rows.put(shopper, row);
                }
                row.add(Long.parseLong(cell[1]));
            });
        }
        return rows;
    }

    private static Map<Long, List<RecommendedItem>> asked(
            ItemBasedRecommender recommender, List<Long> products, int most) throws InterruptedException {
        var lists = new ConcurrentHashMap<Long, List<RecommendedItem>>();
        var threads = IntStream.range(0, THREADS)
                .mapToObj(thread -> Thread.ofPlatform().start(() -> {
                    for (var i = thread; i < products.size(); i += THREADS) {
                        lists.put(products.get(i), similar(recommender, products.get(i), most));
                    }
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        return lists;
    }

    private static List<RecommendedItem> similar(ItemBasedRecommender recommender, long product, int most) {
        try {
            return recommender.mostSimilarItems(product, most);
        } catch (TasteException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Map<Long, List<RecommendedItem>> lists, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (var list : new TreeMap<>(lists).entrySet()) {
                for (var item : list.getValue()) {
                    out.write(list.getKey() + "," + item.getItemID() + "," + item.getValue() + "\n");
                }
            }
        }
    }
}
