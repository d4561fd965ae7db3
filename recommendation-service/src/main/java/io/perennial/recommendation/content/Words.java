package io.perennial.recommendation.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a text as they are compared: lower case, without accents, an English plural's s dropped (Harman 1991). */
final class Words {

    private static final int LONGEST = 40;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** At most so many, in the text's order. */
    static List<String> of(String text, int most) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(plain, -1)) {
            if (word.length() > 1 && word.length() <= LONGEST && words.size() < most) {
                words.add(singular(word));
            }
        }
        return words;
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
