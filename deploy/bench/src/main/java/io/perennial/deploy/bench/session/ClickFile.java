package io.perennial.deploy.bench.session;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.recommendation.session.SessionIndex.Click;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Sessions of a file of {@code SessionId,ItemId,Time} (tabs, seconds), gzip. */
final class ClickFile {

    private ClickFile() {}

    /** Sessions by their beginning, each with its clicks in order. */
    static List<List<Click>> sessions(Path file) {
        Map<Long, List<Click>> sessions = new TreeMap<>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var fields = line.split("\t", -1);
                var session = Long.parseLong(fields[0]);
                var at = Math.round(Double.parseDouble(fields[2]) * 1000);
                sessions.computeIfAbsent(session, id -> new ArrayList<>()).add(new Click(session, fields[1], at));
            }
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new CannotMeasure("no sessions can be read from " + file, e);
        }
        sessions.values().forEach(clicks -> clicks.sort(Comparator.comparingLong(Click::at)));
        return sessions.values().stream()
                .sorted(Comparator.comparingLong(
                                (List<Click> clicks) -> clicks.getFirst().at())
                        .thenComparingLong(clicks -> clicks.getFirst().owner()))
                .toList();
    }
}
