package io.perennial.recommendation.content;

import io.perennial.recommendation.catalog.ProductContent;
import io.perennial.recommendation.catalog.Range;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The terms of a product and how often each counts: words, each part of the category's path, brand, attributes, price band. */
final class Terms {

    /** What the term of a price band begins with; a band is half an octave wide. */
    static final String PRICE_BAND = "price:";

    private static final double NAME = 2;
    private static final double DESCRIPTION = 0.5;
    private static final double CATEGORY = 2;
    private static final double BRAND = 1.5;
    private static final double ATTRIBUTE = 1;
    private static final double PRICE = 0.5;

    private static final int MOST_NAME_WORDS = 40;
    private static final int MOST_DESCRIPTION_WORDS = 200;

    private Terms() {}

    static Map<String, Double> of(ProductContent product) {
        Map<String, Double> terms = new HashMap<>();
        words(terms, product.name(), MOST_NAME_WORDS, NAME);
        words(terms, product.description(), MOST_DESCRIPTION_WORDS, DESCRIPTION);
        if (product.category() != null) {
            StringBuilder path = new StringBuilder("category");
            for (String part : Range.parts(product.category())) {
                terms.merge(path.append('>').append(part).toString(), CATEGORY, Double::sum);
                words(terms, part, MOST_NAME_WORDS, DESCRIPTION);
            }
        }
        if (product.brand() != null) {
            terms.merge("brand:" + String.join(" ", Words.of(product.brand(), MOST_NAME_WORDS)), BRAND, Double::sum);
        }
        product.attributes().forEach((name, value) -> {
            for (String one : value.split(", ", -1)) {
                terms.merge(
                        "attribute:" + name + '=' + String.join(" ", Words.of(one, MOST_NAME_WORDS)),
                        ATTRIBUTE,
                        Double::sum);
            }
        });
        BigDecimal price = product.price();
        if (price != null && price.signum() > 0) {
            terms.merge(PRICE_BAND + Math.round(2 * Math.log(price.doubleValue()) / Math.log(2)), PRICE, Double::sum);
        }
        return terms;
    }

    /** Of words somebody searched for or came by, which may name a category or a brand as well. */
    static Map<String, Double> ofQuery(String text) {
        Map<String, Double> terms = new HashMap<>();
        words(terms, text, MOST_NAME_WORDS, NAME);
        List<String> words = Words.of(text, MOST_NAME_WORDS);
        terms.merge("brand:" + String.join(" ", words), BRAND, Double::sum);
        StringBuilder path = new StringBuilder("category");
        for (String part : Range.parts(text)) {
            terms.merge(path.append('>').append(part).toString(), CATEGORY, Double::sum);
        }
        return terms;
    }

    private static void words(Map<String, Double> terms, @Nullable String text, int most, double times) {
        if (text != null) {
            Words.of(text, most).forEach(word -> terms.merge(word, times, Double::sum));
        }
    }
}
