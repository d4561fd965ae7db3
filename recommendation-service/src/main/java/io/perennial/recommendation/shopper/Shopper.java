package io.perennial.recommendation.shopper;

import io.perennial.common.identity.Identifier;
import java.util.Set;

/**
 * Whom a request is about.
 *
 * @param identifiers under which their history may be read; empty for nobody known
 * @param personal whether they may be recommended to by what they did
 */
public record Shopper(Set<Identifier> identifiers, boolean personal) {

    /** Nobody in particular. */
    public static final Shopper NOBODY = new Shopper(Set.of(), false);
}
