package io.perennial.recommendation.recommend;

import io.perennial.recommendation.history.InteractionKind;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why an item stands on a shelf. */
sealed interface Reason {

    /** The shopper did something with a product like it. */
    record Because(InteractionKind kind, String productId) implements Reason {}

    /** Others chose it together with a product of the request or the cart. */
    record GoesWith(String productId) implements Reason {}

    /** Many shoppers are drawn to it. */
    record Popular(boolean thisWeek) implements Reason {}

    /** There is it, and nothing better is known. */
    record InTheRange() implements Reason {}

    /** The product the reason speaks of; null where it speaks of none. */
    default @Nullable String about() {
        return switch (this) {
            case Because because -> because.productId();
            case GoesWith goesWith -> goesWith.productId();
            case Popular ignored -> null;
            case InTheRange ignored -> null;
        };
    }

    /** Words a shop can print; {@code names} gives a product's name, or null where none is known. */
    default String text(Function<String, @Nullable String> names) {
        return switch (this) {
            case Because because -> because(because.kind(), names.apply(because.productId()));
            case GoesWith goesWith -> {
                String name = names.apply(goesWith.productId());
                yield name == null ? "Often chosen together with this" : "Often chosen together with " + name;
            }
            case Popular popular -> popular.thisWeek() ? "Popular this week" : "Popular with other shoppers";
            case InTheRange ignored -> "From our range";
        };
    }

    private static String because(InteractionKind kind, @Nullable String name) {
        return switch (kind) {
            case ORDER -> name == null ? "Because of what you bought" : "Because you bought " + name;
            case CART -> name == null ? "Because of what is in your cart" : "Because you put " + name + " in your cart";
            case WISH -> name == null ? "Because of your wishlist" : "Because " + name + " is on your wishlist";
            case VIEW, UNWISH, REMOVE, CANCEL, RETURN ->
                name == null ? "Because of what you looked at" : "Because you looked at " + name;
        };
    }
}
