package io.perennial.recommendation.report;

import static java.lang.String.format;
import static java.util.Locale.ROOT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a model comes from and what it was measured at, beside its rivals: tables, and curves over the length of the list, the
 * shopper's history and the trainings of its kind. Needs nothing else.
 */
public final class ModelPage {

    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;color:#1c2430;background:#fff;max-width:64rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}p{color:#5a6675;margin:.2rem 0 1rem}
            table{border-collapse:collapse;width:100%}th,td{text-align:right;padding:.3rem .6rem;border-bottom:1px solid #e3e8ee}
            th:first-child,td:first-child{text-align:left}th{font-weight:600;color:#5a6675}td.text{text-align:left;overflow-wrap:anywhere}
            .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}figure{margin:0}
            figcaption{font-weight:600}figcaption small{color:#5a6675;font-weight:400}svg{width:100%;height:auto}
            text{font:11px system-ui,sans-serif;fill:#5a6675}.axis{stroke:#e3e8ee}polyline{fill:none;stroke-width:2}
            .line0{stroke:#1f6feb}.line1{stroke:#d9730d}.line2{stroke:#1a7f5a}
            .fill0{fill:#1f6feb}.fill1{fill:#d9730d}.fill2{fill:#1a7f5a}
            """;

    /** The names of figures, in the order of the table; what a model was not measured at stays empty. */
    private static final Map<String, String> FIGURES = figures();

    private final StringBuilder page = new StringBuilder();

    private ModelPage() {}

    /**
     * The page of one model.
     *
     * @param ofKind the latest models of its kind, oldest first
     */
    public static String html(ReportedModel model, List<ReportedModel> ofKind) {
        ModelPage page = new ModelPage();
        page.head(model);
        if (model.placements().isEmpty()) {
            page.measures(model);
            page.curves(model, ofKind);
        }
        model.placements().forEach((placement, report) -> page.page.append(RankerSection.html(placement, report)));
        page.provenance(model);
        return page.page.append("</body></html>\n").toString();
    }

    private void head(ReportedModel model) {
        String title = model.kind() + " model";
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
                .append(Html.escaped(title))
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(Html.escaped(title))
                .append("</h1>\n<p>")
                .append(Html.escaped(
                        "%s, %s, trained at %s".formatted(model.modelId(), model.state(), model.trainedAt())))
                .append("</p>\n");
    }

    private void measures(ReportedModel model) {
        page.append("<h2>Measures</h2>\n");
        List<Measured> measured = model.measured();
        if (measured.isEmpty()) {
            page.append("<p>Nothing was measured: nobody took anything new in the window that was held out.</p>\n");
            return;
        }
        page.append(format(
                ROOT,
                "<p>On what %d shoppers took new after all that was learnt from; all products ranked but those they"
                        + " knew.</p>%n",
                model.cases()));
        page.append("<table><tr><th>of lists of ten</th>");
        measured.forEach(
                one -> page.append("<th>").append(Html.escaped(one.name())).append("</th>"));
        page.append("</tr>\n");
        FIGURES.forEach((field, name) -> {
            if (measured.stream().anyMatch(one -> one.figures().containsKey(field))) {
                page.append("<tr><td>").append(name).append("</td>");
                measured.forEach(one -> {
                    Double figure = one.figures().get(field);
                    page.append("<td>")
                            .append(figure == null ? "" : format(ROOT, "%.4f", figure))
                            .append("</td>");
                });
                page.append("</tr>\n");
            }
        });
        page.append("</table>\n");
    }

    private void curves(ReportedModel model, List<ReportedModel> ofKind) {
        List<Measured> measured = model.measured();
        if (measured.isEmpty()) {
            return;
        }
        page.append("<h2>Curves</h2>\n<div class=\"charts\">\n");
        chart("Gain", "NDCG by length of the list", "products on the list", measured, Measured::gainByLength);
        chart("Hits", "share of shoppers with a hit", "products on the list", measured, Measured::hitsByLength);
        chart("Gain by history", "NDCG@10", "products known, at least", measured, Measured::gainByHistory);
        trainings(measured, ofKind);
        page.append("</div>\n");
    }

    /** A line for each of what was measured that has such points; none at all, no chart. */
    private void chart(
            String title,
            String note,
            String across,
            List<Measured> measured,
            Function<Measured, SortedMap<Integer, Double>> points) {
        SortedSet<Integer> places = new TreeSet<>();
        measured.forEach(one -> places.addAll(points.apply(one).keySet()));
        if (places.isEmpty()) {
            return;
        }
        LineChart chart = new LineChart(
                title, across, places.stream().map(String::valueOf).toList());
        for (Measured one : measured) {
            Map<Integer, Double> values = points.apply(one);
            if (!values.isEmpty()) {
                chart.line(
                        one.name(),
                        places.stream()
                                .map(place -> values.getOrDefault(place, Double.NaN))
                                .toList());
            }
        }
        figure(title, note, chart);
    }

    /** How the trainings of the kind did, each on the last window of its own time. */
    private void trainings(List<Measured> measured, List<ReportedModel> ofKind) {
        List<ReportedModel> trained =
                ofKind.stream().filter(other -> !other.measured().isEmpty()).toList();
        if (trained.size() < 2) {
            return;
        }
        LineChart chart = new LineChart(
                "Trainings",
                "each on its own last window",
                trained.stream()
                        .map(other -> other.trainedAt().toString().substring(5, 10))
                        .toList());
        for (Measured one : measured) {
            chart.line(
                    one.name(),
                    trained.stream().map(other -> gain(other, one.name())).toList());
        }
        figure("Trainings", "NDCG@10", chart);
    }

    private static double gain(ReportedModel model, String name) {
        return model.measured().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(one -> one.figures().getOrDefault("ndcg10", Double.NaN))
                .orElse(Double.NaN);
    }

    private void figure(String title, String note, LineChart chart) {
        page.append("<figure><figcaption>")
                .append(title)
                .append(" <small>")
                .append(note)
                .append("</small></figcaption>")
                .append(chart.svg())
                .append("</figure>\n");
    }

    private void provenance(ReportedModel model) {
        page.append("<h2>Where it comes from</h2>\n<table>\n");
        model.origin()
                .forEach((name, value) -> page.append("<tr><td>")
                        .append(Html.escaped(name))
                        .append("</td><td class=\"text\">")
                        .append(Html.escaped(String.valueOf(value)))
                        .append("</td></tr>\n"));
        page.append("</table>\n");
    }

    private static Map<String, String> figures() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("ndcg10", "NDCG");
        names.put("hr10", "hit rate");
        names.put("mrr10", "mean reciprocal rank");
        names.put("map10", "mean average precision");
        names.put("coverage10", "coverage of the range");
        names.put("novelty10", "novelty, bits");
        names.put("popularityBias10", "popularity bias (0.5: none)");
        names.put("exposureGini10", "inequality of exposure (0: none)");
        return names;
    }
}
