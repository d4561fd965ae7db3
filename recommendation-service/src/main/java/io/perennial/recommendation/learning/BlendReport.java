package io.perennial.recommendation.learning;

import io.perennial.recommendation.evaluation.RankingReport;
import io.perennial.recommendation.evaluation.RankingReport.Cutoff;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What came of learning a blend.
 *
 * @param refused why there is no blend; null where there is one
 * @param recipe what it is made of; to be given to the next learning
 * @param kernel what multiplied matrices
 * @param cases shoppers who took something new within the last window, which each of the figures is about
 * @param blend of this recipe, trained on what was before the window
 * @param standing of the recipe that stood, likewise; null where there was none
 * @param itemToItem neighbours alone, likewise
 * @param popularity alone
 */
public record BlendReport(
        @Nullable String refused,
        Instant dataFrom,
        Instant dataTo,
        int shoppers,
        int products,
        int interactions,
        String recipe,
        String kernel,
        int cases,
        Worth blend,
        @Nullable Worth standing,
        Worth itemToItem,
        Worth popularity) {

    /** Of lists of ten, all products ranked but those the shopper knew. */
    public record Worth(double ndcg10, double hr10, double coverage10, double popularityBias10, List<Cutoff> cutoffs) {

        static final Worth NONE = new Worth(0, 0, 0, 0, List.of());

        @SuppressWarnings("NullAway") // Jackson passes null for what an older record lacks
        public Worth {
            cutoffs = cutoffs == null ? List.of() : List.copyOf(cutoffs);
        }

        static Worth of(RankingReport report) {
            return new Worth(
                    report.ndcg10(), report.hr10(), report.coverage10(), report.popularityBias10(), report.cutoffs());
        }
    }

    /** As a properties file. */
    void write(Path file) {
        Properties all = new Properties();
        put(all, "refused", refused);
        put(all, "dataFrom", dataFrom);
        put(all, "dataTo", dataTo);
        put(all, "shoppers", shoppers);
        put(all, "products", products);
        put(all, "interactions", interactions);
        put(all, "recipe", recipe);
        put(all, "kernel", kernel);
        put(all, "cases", cases);
        put(all, "blend", blend);
        put(all, "standing", standing);
        put(all, "itemToItem", itemToItem);
        put(all, "popularity", popularity);
        try (Writer out = Files.newBufferedWriter(file)) {
            all.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws IllegalStateException where the file is none or misses something. */
    public static BlendReport read(Path file) {
        Properties all = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            all.load(in);
            return new BlendReport(
                    all.getProperty("refused"),
                    Instant.parse(all.getProperty("dataFrom", "")),
                    Instant.parse(all.getProperty("dataTo", "")),
                    number(all, "shoppers"),
                    number(all, "products"),
                    number(all, "interactions"),
                    all.getProperty("recipe", ""),
                    all.getProperty("kernel", ""),
                    number(all, "cases"),
                    worth(all, "blend"),
                    all.containsKey("standing.ndcg10") ? worth(all, "standing") : null,
                    worth(all, "itemToItem"),
                    worth(all, "popularity"));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("no report of a learning: " + e.getMessage(), e);
        }
    }

    private static void put(Properties all, String name, @Nullable Object value) {
        if (value instanceof Worth worth) {
            all.setProperty(name + ".ndcg10", Double.toString(worth.ndcg10));
            all.setProperty(name + ".hr10", Double.toString(worth.hr10));
            all.setProperty(name + ".coverage10", Double.toString(worth.coverage10));
            all.setProperty(name + ".popularityBias10", Double.toString(worth.popularityBias10));
            worth.cutoffs.forEach(cutoff -> {
                all.setProperty(name + ".hr." + cutoff.k(), Double.toString(cutoff.hr()));
                all.setProperty(name + ".ndcg." + cutoff.k(), Double.toString(cutoff.ndcg()));
            });
        } else if (value != null) {
            all.setProperty(name, value.toString());
        }
    }

    private static int number(Properties all, String name) {
        return Integer.parseInt(all.getProperty(name, ""));
    }

    private static Worth worth(Properties all, String name) {
        List<Cutoff> cutoffs = new ArrayList<>();
        for (int k = 1; all.containsKey(name + ".hr." + k); k++) {
            cutoffs.add(new Cutoff(k, real(all, name + ".hr." + k), real(all, name + ".ndcg." + k)));
        }
        return new Worth(
                real(all, name + ".ndcg10"),
                real(all, name + ".hr10"),
                real(all, name + ".coverage10"),
                real(all, name + ".popularityBias10"),
                cutoffs);
    }

    private static double real(Properties all, String name) {
        return Double.parseDouble(all.getProperty(name, ""));
    }
}
