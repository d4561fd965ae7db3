package io.perennial.campaign.template;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The placeholder language: which names there are, where they stand, and how they are filled. */
public final class Placeholders {

    /** Names a template may use; besides them {@code event.<property>} of the triggering event. */
    public static final Set<String> KNOWN = Set.of(
            "name",
            "first_name",
            "shop_name",
            "shop_url",
            "coupon",
            "coupon_value",
            "coupon_expires",
            "product",
            "products",
            "unsubscribe_url");

    /** Placeholders that only a coupon issued before the message can fill. */
    public static final Set<String> OF_COUPON = Set.of("coupon", "coupon_value", "coupon_expires");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}|]*?)\\s*(?:\\|([^{}]*))?}}");
    private static final Pattern EVENT_PROPERTY = Pattern.compile("event\\.[A-Za-z0-9_]{1,64}");

    private Placeholders() {}

    static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    static boolean isKnown(String name) {
        return KNOWN.contains(name) || EVENT_PROPERTY.matcher(name).matches();
    }

    /** Fills plain text; a value unknown and without a default leaves nothing. */
    public static String fill(String text, Map<String, String> values) {
        return fill(text, values, UnaryOperator.identity());
    }

    /** Fills HTML: values cannot open a tag, end an attribute or start an entity. */
    public static String fillHtml(String html, Map<String, String> values) {
        return fill(html, values, Placeholders::escape);
    }

    /** Fills a header: values cannot start a new line. */
    public static String fillLine(String line, Map<String, String> values) {
        return fill(line, values, UnaryOperator.identity())
                .replaceAll("[\\r\\n\\t]+", " ")
                .strip();
    }

    private static String fill(String text, Map<String, String> values, UnaryOperator<String> encode) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null || value.isBlank()) {
                String otherwise = match.group(2);
                return Matcher.quoteReplacement(otherwise == null ? "" : otherwise);
            }
            return Matcher.quoteReplacement(encode.apply(value));
        });
    }

    private static String escape(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
