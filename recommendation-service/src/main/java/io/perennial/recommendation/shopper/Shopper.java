package io.perennial.recommendation.shopper;

import io.perennial.common.identity.Identifier;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request is about.
 *
 * @param identifiers under which their history may be read; empty for nobody known
 * @param unit who they are as a whole, the same text whichever identifier they come under; null where there are no
 *     identifiers
 * @param personal whether they may be recommended to by what they did
 */
public record Shopper(Set<Identifier> identifiers, @Nullable String unit, boolean personal) {

    /** Nobody in particular. */
    public static final Shopper NOBODY = new Shopper(Set.of(), null, false);
}
