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

    /** Others went on to it from a click of this session, of the shopper's history or of the request. */
    record Next(String productId, boolean personal) implements Reason {}

    /** Others ordered it together with a product of the request or the cart. */
    record BoughtTogether(String productId) implements Reason {}

    /** What is said of it is like what is said of a product of the request, or of the shopper's history. */
    record Alike(String productId, boolean personal) implements Reason {}

    /** It fits the words of the request. */
    record Fits() implements Reason {}

    /** The shopper has probably used it up. */
    record Due(String productId) implements Reason {}

    /** A merchant put it there. */
    record Pinned() implements Reason {}

    /** It is there to be tried out. */
    record TryOut() implements Reason {}

    /** Many shoppers are drawn to it. */
    record Popular(boolean thisWeek) implements Reason {}

    /** There is it, and nothing better is known. */
    record InTheRange() implements Reason {}

    /** The product the reason speaks of; null where it speaks of none. */
    default @Nullable String about() {
        return switch (this) {
            case Because because -> because.productId();
            case GoesWith goesWith -> goesWith.productId();
            case Next next -> next.productId();
            case BoughtTogether together -> together.productId();
            case Alike alike -> alike.productId();
            case Due due -> due.productId();
            case Fits ignored -> null;
            case Pinned ignored -> null;
            case TryOut ignored -> null;
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
            case Next next -> {
                String name = names.apply(next.productId());
                yield name == null ? "Others went on to this" : "Others went on to this from " + name;
            }
            case BoughtTogether together -> {
                String name = names.apply(together.productId());
                yield name == null ? "Often bought together with this" : "Often bought together with " + name;
            }
            case Alike alike -> {
                String name = names.apply(alike.productId());
                yield name == null ? "Similar to what you look at" : "Similar to " + name;
            }
            case Fits ignored -> "Fits what you are looking for";
            case Due due -> {
                String name = names.apply(due.productId());
                yield name == null ? "Time to buy it again" : "Running low on " + name + "?";
            }
            case Pinned ignored -> "Our choice for you";
            case TryOut ignored -> "Something different";
            case Popular popular -> popular.thisWeek() ? "Popular this week" : "Popular with other shoppers";
            case InTheRange ignored -> "From our range";
        };
    }

    private static String because(InteractionKind kind, @Nullable String name) {
        return switch (kind) {
            case ORDER -> name == null ? "Because of what you bought" : "Because you bought " + name;
            case CART -> name == null ? "Because of what is in your cart" : "Because you put " + name + " in your cart";
            case WISH -> name == null ? "Because of your wishlist" : "Because " + name + " is on your wishlist";
            case VIEW, UNWISH, REMOVE, CANCEL, RETURN, SEEN ->
                name == null ? "Because of what you looked at" : "Because you looked at " + name;
        };
    }
}
