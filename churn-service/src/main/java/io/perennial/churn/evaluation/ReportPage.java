package io.perennial.churn.evaluation;

import static java.lang.String.format;
import static java.util.Locale.ROOT;

import io.perennial.churn.evaluation.Curves.Point;
import java.util.List;

/** A report as a page that needs nothing else: tables, and curves as inline SVG. */
public final class ReportPage {

    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;color:#1c2430;background:#fff;max-width:64rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}p.sub{color:#5a6675;margin:.2rem 0 1rem}
            table{border-collapse:collapse;width:100%}th,td{text-align:right;padding:.3rem .6rem;border-bottom:1px solid #e3e8ee}
            th:first-child,td:first-child{text-align:left}th{font-weight:600;color:#5a6675}
            .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(19rem,1fr));gap:1rem}figure{margin:0}
            figcaption{font-weight:600;margin-bottom:.2rem}figure small{color:#5a6675;font-weight:400}svg{width:100%;height:auto}
            text{font:11px system-ui,sans-serif;fill:#5a6675}.axis{stroke:#c3ccd6}.even{stroke:#c3ccd6;stroke-dasharray:4 4}
            .line{fill:none;stroke:#1f6feb;stroke-width:2}.second{fill:none;stroke:#d9730d;stroke-width:1.5}
            .dot{fill:#1f6feb}.bar{fill:#1f6feb}.whisker{stroke:#1c2430}
            """;

    /** Features of each challenger. */
    private static final int LOOKED_AT = 10;

    private static final int DRIVERS = 15;

    private ReportPage() {}

    /**
     * The page of one model.
     *
     * @param outcome what those did who count as positive, as in "123 … within 30 days"
     */
    public static String html(String model, String outcome, EvaluationReport report) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
                .append(Svg.escaped(model))
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(Svg.escaped(model))
                .append("</h1>\n");
        page.append(format(
                ROOT,
                "<p class=\"sub\">%d shoppers as of %s, later than all it learnt from; %d (%.1f %%) %s.</p>%n",
                report.shoppers(),
                report.asOf(),
                report.churned(),
                100 * report.baseRate(),
                Svg.escaped(outcome)));
        measures(page, report);
        challengers(page, report);
        drivers(page, report);
        charts(page, report);
        return page.append("</body></html>\n").toString();
    }

    private static void measures(StringBuilder page, EvaluationReport report) {
        page.append(
                "<h2>Measures</h2>\n<table><tr><th></th><th>value</th><th>95 % interval</th><th>to compare with</th></tr>\n");
        row(page, "AUC", report.auc(), format(ROOT, "%.4f by days since the last order alone", report.recencyAuc()));
        row(page, "AUC gained over recency", report.gainOverRecency(), "0");
        Measures measures = report.measures();
        if (measures != null) {
            row(page, "PR-AUC", measures.prAuc(), format(ROOT, "%.4f by chance", report.baseRate()));
            row(page, "Log-loss", measures.logLoss(), format(ROOT, "%.4f by the base rate", report.baseLogLoss()));
            double base = report.baseRate() * (1 - report.baseRate());
            row(page, "Brier score", measures.brier(), format(ROOT, "%.4f by the base rate", base));
            row(
                    page,
                    "Expected calibration error",
                    measures.calibrationError(),
                    format(ROOT, "%.4f before recalibration", report.rawCalibrationError()));
            double often = Math.max(report.baseRate(), 1 - report.baseRate());
            String from = format(ROOT, " from %.2f", measures.threshold());
            row(
                    page,
                    "Accuracy" + from,
                    measures.accuracy(),
                    format(ROOT, "%.4f by always saying the likelier", often));
            row(page, "Precision" + from, measures.precision(), format(ROOT, "%.4f by chance", report.baseRate()));
            row(page, "Recall" + from, measures.recall(), "");
            row(page, "F1" + from, measures.f1(), "");
        }
        page.append("</table>\n");
    }

    private static void challengers(StringBuilder page, EvaluationReport report) {
        List<Challenger> challengers = report.challengers();
        if (challengers == null || challengers.isEmpty()) {
            return;
        }
        page.append("<h2>Challengers on the same split</h2>\n");
        page.append("<table><tr><th></th><th>AUC</th><th>95 % interval</th><th>log-loss</th></tr>\n");
        row(page, "logistic regression (serves)", report.auc(), format(ROOT, "%.4f", report.rawLogLoss()));
        for (Challenger challenger : challengers) {
            row(page, challenger.name(), challenger.auc(), format(ROOT, "%.4f", challenger.logLoss()));
        }
        page.append("</table>\n");
        lookedAt(page, challengers);
    }

    private static void drivers(StringBuilder page, EvaluationReport report) {
        List<Driver> drivers = report.drivers();
        if (drivers == null || drivers.isEmpty()) {
            return;
        }
        page.append(
                        "<h2>What it goes with</h2>\n<p class=\"sub\">By how much the odds are multiplied with one standard deviation more")
                .append(" of a feature, all else equal; an interval that holds 1 is no news.</p>\n")
                .append("<table><tr><th></th><th>odds ratio</th><th>95 % interval</th></tr>\n");
        drivers.stream().limit(DRIVERS).forEach(driver -> row(page, driver.feature(), driver.oddsRatio()));
        page.append("</table>\n");
    }

    private static void lookedAt(StringBuilder page, List<Challenger> challengers) {
        List<Challenger> explained = challengers.stream()
                .filter(challenger -> !challenger.importance().isEmpty())
                .toList();
        if (explained.isEmpty()) {
            return;
        }
        page.append("<h2>What the challengers look at</h2>\n<div class=\"charts\">\n");
        for (Challenger challenger : explained) {
            page.append(format(
                    ROOT,
                    "<figure><figcaption>%s <small>mean absolute SHAP value, %s</small></figcaption>%n",
                    Svg.escaped(challenger.name()),
                    Svg.escaped(String.valueOf(challenger.scale()))));
            page.append("<table><tr><th></th><th>value</th><th>95 % interval</th></tr>\n");
            challenger.importance().stream()
                    .limit(LOOKED_AT)
                    .forEach(importance -> row(page, importance.feature(), importance.meanContribution()));
            page.append("</table></figure>\n");
        }
        page.append("</div>\n");
    }

    private static void charts(StringBuilder page, EvaluationReport report) {
        page.append("<h2>Curves</h2>\n<div class=\"charts\">\n");
        List<Point> bins = report.reliability().stream()
                .map(bin -> new Point(bin.predicted(), bin.observed()))
                .toList();
        Curves curves = report.curves();
        Svg reliability = new Svg("probability said", "rate that came to be").even(0, 0, 1, 1);
        if (curves != null) {
            reliability.line("second", curves.isotonic());
        }
        figure(page, "Reliability", "ten bins of equal mass; orange: isotonic", reliability.dots(bins));
        if (curves != null) {
            Svg roc = new Svg("of the others, flagged", "of those it came to be of, flagged").even(0, 0, 1, 1);
            figure(page, "ROC", format(ROOT, "area %.4f", report.auc().value()), roc.line("line", curves.roc()));
            Svg precision = new Svg("recall", "precision").even(0, report.baseRate(), 1, report.baseRate());
            figure(page, "Precision and recall", "dashed: chance", precision.line("line", curves.precisionRecall()));
            Svg gain = new Svg("of all, contacted", "of those it came to be of, reached").even(0, 0, 1, 1);
            figure(page, "Gain", "dashed: chance", gain.line("line", curves.gain()));
        }
        Measures measures = report.measures();
        if (measures != null) {
            figure(
                    page,
                    "Lift by tenth",
                    "rate over the average; highest scores first",
                    Svg.bars("tenth", "lift", measures.lift()));
        }
        page.append("</div>\n");
    }

    private static void figure(StringBuilder page, String title, String note, Svg svg) {
        page.append("<figure><figcaption>")
                .append(title)
                .append(" <small>")
                .append(Svg.escaped(note))
                .append("</small></figcaption>")
                .append(svg.drawn(title))
                .append("</figure>\n");
    }

    private static void row(StringBuilder page, String name, Interval value, String compare) {
        page.append(format(ROOT, "<tr>%s<td>%s</td></tr>%n", cells(name, value), Svg.escaped(compare)));
    }

    private static void row(StringBuilder page, String name, Interval value) {
        page.append(format(ROOT, "<tr>%s</tr>%n", cells(name, value)));
    }

    private static String cells(String name, Interval value) {
        return format(
                ROOT,
                "<td>%s</td><td>%.4f</td><td>%.4f – %.4f</td>",
                Svg.escaped(name),
                value.value(),
                value.low(),
                value.high());
    }
}
