package io.perennial.recommendation.recommend;

import io.perennial.common.web.Problem;
import io.perennial.recommendation.catalog.Range;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request says in words and numbers of the products it wants. */
final class RequestWords {

    private static final int LONGEST = 300;

    private RequestWords() {}

    /** A search, else the category, else what the referrer's address says; null where they say nothing. */
    static @Nullable String of(@Nullable String query, @Nullable String category, @Nullable String referrer) {
        return Stream.of(text("query", query), text("category", category), referred(referrer))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    static Range range(@Nullable String category, @Nullable BigDecimal minPrice, @Nullable BigDecimal maxPrice) {
        notNegative("minPrice", minPrice);
        notNegative("maxPrice", maxPrice);
        if (minPrice != null && maxPrice != null && minPrice.compareTo(maxPrice) > 0) {
            throw Problem.badRequest("invalid-request", "minPrice must not exceed maxPrice")
                    .with("field", "minPrice");
        }
        String wanted = text("category", category);
        return new Range(minPrice, maxPrice, wanted.isEmpty() ? null : wanted);
    }

    private static void notNegative(String field, @Nullable BigDecimal price) {
        if (price != null && (price.signum() < 0 || price.precision() > 30 || Math.abs(price.scale()) > 30)) {
            throw Problem.badRequest("invalid-request", field + " must be a price in the shop's currency, at least 0")
                    .with("field", field);
        }
    }

    private static String text(String field, @Nullable String raw) {
        String text = raw == null ? "" : raw.strip();
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest(
                            "invalid-request",
                            field + " must be a text of at most " + LONGEST + " characters without control characters")
                    .with("field", field);
        }
        return text;
    }

    /** The words of an address' path and query, as a link or a search engine writes them; anything else says nothing. */
    private static String referred(@Nullable String referrer) {
        if (referrer == null || referrer.length() > 2_000) {
            return "";
        }
        try {
            URI address = new URI(referrer);
            return Stream.of(address.getPath(), address.getQuery())
                    .filter(part -> part != null)
                    .flatMap(part -> Stream.of(part.split("[^\\p{L}\\p{N}]+", -1)))
                    .filter(word -> word.length() > 1)
                    .limit(40)
                    .collect(Collectors.joining(" "));
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
