package io.perennial.churn.table;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which of a column's two words means that it came true. */
final class LabelReader {

    private static final Set<String> TRUE = Set.of(
            "1",
            "1.0",
            "yes",
            "y",
            "true",
            "t",
            "churn",
            "churned",
            "left",
            "lost",
            "exited",
            "gone",
            "inactive",
            "attrited",
            "attrited customer",
            "cancelled",
            "canceled",
            "positive",
            "pos",
            "buy",
            "bought",
            "converted",
            "purchase",
            "purchased",
            "responded",
            "default");
    private static final Set<String> FALSE = Set.of(
            "0",
            "0.0",
            "-1",
            "no",
            "n",
            "false",
            "f",
            "not churned",
            "no churn",
            "stayed",
            "stay",
            "active",
            "existing",
            "existing customer",
            "retained",
            "negative",
            "neg",
            "loyal",
            "non-churn",
            "non churn");

    private LabelReader() {}

    /** The word that stands for true. @throws IllegalArgumentException where there are not exactly two words */
    static String positive(String name, String[] texts) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String text : texts) {
            if (!CellParser.missing(text)) {
                counts.merge(text, 1, Integer::sum);
                if (counts.size() > 20) {
                    break;
                }
            }
        }
        if (counts.size() != 2) {
            throw new IllegalArgumentException("the label %s has to have two values, such as Yes and No; it has %s"
                    .formatted(name, counts.size() > 20 ? "many" : counts.keySet()));
        }
        String first = counts.keySet().iterator().next();
        String second = counts.keySet().stream().skip(1).findFirst().orElseThrow();
        double one = CellParser.number(first);
        double other = CellParser.number(second);
        if (!Double.isNaN(one) && !Double.isNaN(other)) {
            return one > other ? first : second;
        }
        if (means(second, TRUE) || means(first, FALSE)) {
            return second;
        }
        if (means(first, TRUE) || means(second, FALSE)) {
            return first;
        }
        return counts.getOrDefault(first, 0) <= counts.getOrDefault(second, 0) ? first : second;
    }

    private static boolean means(String text, Set<String> words) {
        String lower = text.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return words.contains(lower);
    }
}
