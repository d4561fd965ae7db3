package io.perennial.recommendation.learning;

import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.Interaction;
import io.perennial.recommendation.history.InteractionKind;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The customers' purchases in UCI Online Retail, where the file is at hand. */
final class OnlineRetail {

    private static final Pattern LINE =
            Pattern.compile("([^,]*),([^,]*),(\"(?:[^\"]|\"\")*\"|[^,]*),(-?\\d+),([^,]*),(-?[\\d.]+),([^,]*),.*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern NO_PRODUCT =
            Pattern.compile("POST|DOT|M|m|C2|D|S|B|BANK CHARGES|AMAZONFEE|CRUK|PADS|gift_.*");

    private OnlineRetail() {}

    /** Null where it is not: looked for in the system property perennial.data, else in ../shared/data of the project. */
    static @Nullable Path file() {
        String property = System.getProperty("perennial.data");
        List<Path> folders = property == null
                ? List.of(Path.of("../shared/data"), Path.of("../../shared/data"), Path.of("../../../shared/data"))
                : List.of(Path.of(property));
        return folders.stream()
                .map(folder -> folder.resolve("online-retail.csv.gz"))
                .filter(Files::isReadable)
                .findFirst()
                .orElse(null);
    }

    /** Histories by customer, invoices without customer left out. */
    static Map<String, History> histories(Path file, int newest) throws IOException {
        Map<String, List<Interaction>> interactions = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher fields = LINE.matcher(line);
                if (fields.matches()
                        && !fields.group(1).startsWith("C")
                        && !fields.group(7).isEmpty()
                        && Integer.parseInt(fields.group(4)) > 0
                        && !NO_PRODUCT.matcher(fields.group(2)).matches()) {
                    interactions
                            .computeIfAbsent(fields.group(7), customer -> new ArrayList<>())
                            .add(new Interaction(
                                    fields.group(2),
                                    InteractionKind.ORDER,
                                    LocalDateTime.parse(fields.group(5), TIME).toInstant(ZoneOffset.UTC)));
                }
            }
        }
        Map<String, History> histories = new TreeMap<>();
        interactions.forEach((customer, list) -> histories.put(customer, History.of(list, newest)));
        return histories;
    }
}
