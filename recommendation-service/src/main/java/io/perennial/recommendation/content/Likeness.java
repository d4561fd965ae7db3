package io.perennial.recommendation.content;

/** How alike two of some products are, 0 to 1; they are named by their places among them. */
@FunctionalInterface
public interface Likeness {
    double between(int one, int other);
}
