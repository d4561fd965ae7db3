package io.perennial.deploy.bench.recommendation;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.recommendation.sequence.Sequences;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The customers' purchases in UCI Online Retail: no cancellations, nobody without a number, nothing that is no product. */
final class Purchases {

    private static final Pattern LINE =
            Pattern.compile("([^,]*),([^,]*),(\"(?:[^\"]|\"\")*\"|[^,]*),(-?\\d+),([^,]*),(-?[\\d.]+),([^,]*),.*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern NO_PRODUCT =
            Pattern.compile("POST|DOT|M|m|C2|D|S|B|BANK CHARGES|AMAZONFEE|CRUK|PADS|gift_.*");

    private final List<String> products;
    private final List<List<Purchase>> customers;

    private Purchases(List<String> products, List<List<Purchase>> customers) {
        this.products = products;
        this.customers = customers;
    }

    /** A product, by number, and when. */
    record Purchase(int product, long second) {}

    static Purchases read(Path file) {
        Map<String, List<String[]>> lines = new TreeMap<>();
        Map<String, Integer> numbers = new TreeMap<>();
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var fields = LINE.matcher(line);
                if (fields.matches()
                        && !fields.group(1).startsWith("C")
                        && !fields.group(7).isEmpty()
                        && Integer.parseInt(fields.group(4)) > 0
                        && !NO_PRODUCT.matcher(fields.group(2)).matches()) {
                    lines.computeIfAbsent(fields.group(7), customer -> new ArrayList<>())
                            .add(new String[] {fields.group(2), fields.group(5)});
                    numbers.put(fields.group(2), 0);
                }
            }
        } catch (IOException e) {
            throw new CannotMeasure("cannot read " + file + ": " + e.getMessage(), e);
        }
        List<String> products = List.copyOf(numbers.keySet());
        Map<String, Integer> byName = new HashMap<>();
        products.forEach(product -> byName.put(product, byName.size()));
        List<List<Purchase>> customers = new ArrayList<>();
        lines.values()
                .forEach(all -> customers.add(all.stream()
                        .map(words -> new Purchase(
                                byName.getOrDefault(words[0], 0),
                                LocalDateTime.parse(words[1], TIME).toEpochSecond(ZoneOffset.UTC)))
                        .sorted(Comparator.comparingLong(Purchase::second).thenComparingInt(Purchase::product))
                        .toList()));
        return new Purchases(products, customers);
    }

    String product(int number) {
        return products.get(number);
    }

    int products() {
        return products.size();
    }

    List<List<Purchase>> customers() {
        return customers;
    }

    /** The histories until a time; each invoice's time is a step. */
    Sequences until(long end) {
        var sequences = new Sequences.Builder(products.size());
        for (var customer : customers) {
            var step = 0;
            var last = Long.MIN_VALUE;
            for (var purchase : customer) {
                if (purchase.second() < end) {
                    step += purchase.second() > last ? 1 : 0;
                    last = purchase.second();
                    sequences.add(purchase.product(), step);
                }
            }
            sequences.endShopper();
        }
        return sequences.build();
    }

    /** By place in {@link #until} of the same end, when it was. */
    long[] times(long end) {
        return customers.stream()
                .flatMap(List::stream)
                .mapToLong(Purchase::second)
                .filter(second -> second < end)
                .toArray();
    }

    /** Customers by product before a time, each fading by half every so many days before it. */
    float[] demand(long end, double halfLifeDays) {
        var demand = new float[products.size()];
        for (var customer : customers) {
            Map<Integer, Long> newest = new HashMap<>();
            for (var purchase : customer) {
                if (purchase.second() < end) {
                    newest.put(purchase.product(), purchase.second());
                }
            }
            newest.forEach((product, second) ->
                    demand[product] += (float) Math.pow(2, (second - end) / 86400.0 / halfLifeDays));
        }
        return demand;
    }
}
