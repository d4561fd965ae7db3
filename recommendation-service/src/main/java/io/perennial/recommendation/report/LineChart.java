package io.perennial.recommendation.report;

import static java.lang.String.format;
import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;

/** Lines over named places, from zero to a little above the highest, with a legend; as SVG. Values are not negative. */
final class LineChart {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 260;
    private static final int LEFT = 48;
    private static final int BOTTOM = 222;
    private static final int RIGHT = 350;
    private static final int TOP = 34;
    private static final int TICKS = 4;
    private static final int MOST_LABELS = 10;

    private final String title;
    private final String across;
    private final List<String> places;
    private final List<Line> lines = new ArrayList<>();

    LineChart(String title, String across, List<String> places) {
        this.title = title;
        this.across = across;
        this.places = List.copyOf(places);
    }

    private record Line(String name, List<Double> values) {}

    /** Adds a line with a value for each place; NaN where it has none. */
    LineChart line(String name, List<Double> values) {
        if (values.size() != places.size()) {
            throw new IllegalArgumentException(
                    "%s has %d values for %d places".formatted(name, values.size(), places.size()));
        }
        lines.add(new Line(name, List.copyOf(values)));
        return this;
    }

    String svg() {
        double highest = nice(lines.stream()
                .flatMap(line -> line.values().stream())
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1));
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(WIDTH, HEIGHT, Html.escaped(title)));
        for (int tick = 0; tick <= TICKS; tick++) {
            double value = highest * tick / TICKS;
            double y = y(value, highest);
            svg.append(format(
                    ROOT, "<line class=\"axis\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", LEFT, y, RIGHT, y));
            svg.append(
                    format(ROOT, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.3f</text>", LEFT - 5, y + 4, value));
        }
        int step = Math.ceilDiv(Math.max(1, places.size()), MOST_LABELS);
        for (int place = 0; place < places.size(); place += step) {
            svg.append(format(
                    ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(place),
                    BOTTOM + 16,
                    Html.escaped(places.get(place))));
        }
        svg.append(format(
                ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (LEFT + RIGHT) / 2,
                BOTTOM + 33,
                Html.escaped(across)));
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, i, highest);
        }
        return svg.append("</svg>").toString();
    }

    private void draw(StringBuilder svg, int index, double highest) {
        Line line = lines.get(index);
        int legend = LEFT + index * (RIGHT - LEFT) / lines.size();
        svg.append(
                format(ROOT, "<rect class=\"fill%d\" x=\"%d\" y=\"10\" width=\"10\" height=\"10\"/>", index, legend));
        svg.append(format(ROOT, "<text x=\"%d\" y=\"19\">%s</text>", legend + 14, Html.escaped(line.name())));
        StringBuilder points = new StringBuilder();
        for (int place = 0; place < places.size(); place++) {
            double value = line.values().get(place);
            if (Double.isFinite(value)) {
                double x = x(place);
                double y = y(value, highest);
                points.append(format(ROOT, "%.1f,%.1f ", x, y));
                svg.append(format(
                        ROOT,
                        "<circle class=\"fill%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"><title>%s, %s: %.4f</title></circle>",
                        index,
                        x,
                        y,
                        Html.escaped(line.name()),
                        Html.escaped(places.get(place)),
                        value));
            }
        }
        svg.append(format(
                ROOT,
                "<polyline class=\"line%d\" points=\"%s\"/>",
                index,
                points.toString().strip()));
    }

    private double x(int place) {
        return LEFT + (place + 0.5) * (RIGHT - LEFT) / places.size();
    }

    private static double y(double value, double highest) {
        return BOTTOM - value / highest * (BOTTOM - TOP);
    }

    /** The next 1, 2, 4 or 8 times a power of ten, so that its quarters are short numbers. */
    private static double nice(double value) {
        if (value <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double factor : new double[] {1, 2, 4, 8}) {
            if (value <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
