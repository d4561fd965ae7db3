package io.perennial.deploy.bench.recommendation;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.recommendation.sequence.Sequences;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Lines {@code user item item …} in time order, gzipped or not. */
final class SequenceFile {

    private SequenceFile() {}

    /** Items get numbers by the order of their ids, which carries nothing of who took them or when. */
    static Sequences read(Path file) {
        try (var in = open(file);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String[]> lines = new ArrayList<>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var words = line.strip().split("\\s+");
                if (words.length > 1) {
                    lines.add(words);
                }
            }
            return sequences(lines);
        } catch (IOException e) {
            throw new CannotMeasure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Sequences sequences(List<String[]> lines) {
        Map<String, Integer> numbers = new HashMap<>();
        lines.stream()
                .flatMap(line -> List.of(line).subList(1, line.length).stream())
                .distinct()
                .sorted()
                .forEach(item -> numbers.put(item, numbers.size()));
        var sequences = new Sequences.Builder(numbers.size());
        for (var line : lines) {
            for (var place = 1; place < line.length; place++) {
                sequences.add(numbers.getOrDefault(line[place], 0), place);
            }
            sequences.endShopper();
        }
        return sequences.build();
    }

    private static InputStream open(Path file) throws IOException {
        return file.toString().endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(file))
                : Files.newInputStream(file);
    }
}
