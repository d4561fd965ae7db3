package io.perennial.recommendation.report;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What was learnt of one placement's shelves: how much better choices are foretold, what counts, and which places are looked at. */
final class RankerSection {

    private final Map<?, ?> report;
    private final StringBuilder html = new StringBuilder();

    private RankerSection(Map<?, ?> report) {
        this.report = report;
    }

    /** @param report of the placement, as it is told on the wire */
    static String html(String placement, Map<?, ?> report) {
        RankerSection section = new RankerSection(report);
        section.html.append("<h2>").append(Html.escaped(placement)).append("</h2>\n");
        section.evaluation();
        section.weights();
        section.examination();
        return section.html.toString();
    }

    private void evaluation() {
        html.append(String.format(
                ROOT,
                "<p>%s shelves were seen; %s products were chosen of them, %s bought. %s</p>%n",
                Html.escaped(told("shelves")),
                Html.escaped(told("chosen")),
                Html.escaped(told("ordered")),
                Html.escaped(report.get("refused") instanceof String refused ? "No ranker: " + refused + "." : "")));
        if (report.get("evaluation") instanceof Map<?, ?> gain) {
            html.append("<table><tr><th>choices on the latest ")
                    .append(Html.escaped(String.valueOf(gain.get("shelves"))))
                    .append(
                            " shelves, by what was learnt before, nats a shelf</th><th>ranker</th><th>fixed weights</th>"
                                    + "<th>gain</th><th>standard error</th></tr><tr><td>log-loss</td>");
            for (String field : List.of("logLoss", "fixedLogLoss", "gain", "error")) {
                html.append("<td>").append(number(gain.get(field))).append("</td>");
            }
            html.append("</tr></table>\n");
        }
    }

    private void weights() {
        if (report.get("weights") instanceof Map<?, ?> weights && !weights.isEmpty()) {
            html.append("<table><tr><th>feature</th><th>log-odds it adds where it is 1</th></tr>\n");
            new TreeMap<>(weights)
                    .forEach((feature, weight) -> html.append("<tr><td>")
                            .append(Html.escaped(String.valueOf(feature)))
                            .append("</td><td>")
                            .append(number(weight))
                            .append("</td></tr>\n"));
            html.append("</table>\n");
        }
    }

    private void examination() {
        if (report.get("examination") instanceof List<?> places && !places.isEmpty()) {
            LineChart chart = new LineChart(
                    "Looked at",
                    "place on the shelf",
                    IntStream.rangeClosed(1, places.size())
                            .mapToObj(String::valueOf)
                            .toList());
            chart.line(
                    "probability",
                    places.stream()
                            .map(place -> place instanceof Number share ? share.doubleValue() : Double.NaN)
                            .toList());
            html.append(
                            "<div class=\"charts\"><figure><figcaption>Looked at <small>beside the first place</small></figcaption>")
                    .append(chart.svg())
                    .append("</figure></div>\n");
        }
    }

    private String told(String field) {
        return Objects.toString(report.get(field), "0");
    }

    private static String number(@Nullable Object value) {
        return value instanceof Number number ? String.format(ROOT, "%.4f", number.doubleValue()) : "";
    }
}
