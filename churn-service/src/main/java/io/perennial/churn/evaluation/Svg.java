package io.perennial.churn.evaluation;

import static java.lang.String.format;
import static java.util.Locale.ROOT;

import io.perennial.churn.evaluation.Curves.Point;
import java.util.List;
import java.util.stream.Collectors;

/** A small chart; from 0 to 1 on both axes unless it is of bars. */
final class Svg {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 260;
    private static final int LEFT = 44;
    private static final int BOTTOM = 40;
    private static final int RIGHT = 10;
    private static final int TOP = 10;
    private static final int TICKS = 4;

    private final StringBuilder parts = new StringBuilder();
    private final double highest;

    Svg(String across, String up) {
        this(across, up, 1, true);
    }

    private Svg(String across, String up, double highest, boolean ticksAcross) {
        this.highest = highest;
        for (int tick = 0; tick <= TICKS; tick++) {
            double share = (double) tick / TICKS;
            add(format(
                    ROOT,
                    "<line class=\"axis\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" opacity=\".4\"/>",
                    x(0),
                    y(share * highest),
                    x(1),
                    y(share * highest)));
            add(format(
                    ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%.2f</text>",
                    x(0) - 5,
                    y(share * highest) + 4,
                    share * highest));
            if (ticksAcross) {
                add(format(
                        ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.2f</text>",
                        x(share),
                        y(0) + 14,
                        share));
            }
        }
        add(format(
                ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                x(0.5),
                HEIGHT - 8,
                escaped(across)));
        add(format(
                ROOT,
                "<text transform=\"translate(11 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                y(highest / 2),
                escaped(up)));
    }

    /** One bar for each, with a whisker over its interval. */
    static Svg bars(String across, String up, List<Interval> values) {
        double highest = values.stream()
                .mapToDouble(value -> Double.isNaN(value.high()) ? value.value() : value.high())
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Svg svg = new Svg(across, up, Math.max(1, Math.ceil(highest * 2) / 2), false);
        for (int i = 0; i < values.size(); i++) {
            Interval value = values.get(i);
            double left = svg.x((i + 0.15) / values.size());
            double middle = svg.x((i + 0.5) / values.size());
            double width = svg.x((i + 0.85) / values.size()) - left;
            if (Double.isFinite(value.value())) {
                svg.add(format(
                        ROOT,
                        "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                        left,
                        svg.y(value.value()),
                        width,
                        svg.y(0) - svg.y(value.value())));
            }
            if (Double.isFinite(value.low()) && Double.isFinite(value.high())) {
                svg.add(format(
                        ROOT,
                        "<line class=\"whisker\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                        middle,
                        svg.y(value.low()),
                        middle,
                        svg.y(value.high())));
            }
            svg.add(format(
                    ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%d</text>",
                    middle,
                    svg.y(0) + 14,
                    i + 1));
        }
        return svg.even(0, 1, 1, 1);
    }

    /** A dashed line to compare with. */
    Svg even(double fromX, double fromY, double toX, double toY) {
        return add(format(
                ROOT,
                "<line class=\"even\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                x(fromX),
                y(fromY),
                x(toX),
                y(toY)));
    }

    Svg line(String style, List<Point> points) {
        String path = points.stream()
                .map(point -> format(ROOT, "%.1f,%.1f", x(point.x()), y(point.y())))
                .collect(Collectors.joining(" "));
        return add(format(ROOT, "<polyline class=\"%s\" points=\"%s\"/>", style, path));
    }

    Svg dots(List<Point> points) {
        points.forEach(point -> add(
                format(ROOT, "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>", x(point.x()), y(point.y()))));
        return this;
    }

    String drawn(String title) {
        return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%s</svg>"
                .formatted(WIDTH, HEIGHT, escaped(title), parts);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private Svg add(String part) {
        parts.append(part);
        return this;
    }

    private double x(double share) {
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / highest * (HEIGHT - BOTTOM - TOP);
    }
}
