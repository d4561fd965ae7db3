package io.perennial.profile.state;

import io.perennial.common.identity.Identifier;
import io.perennial.profile.order.Order;
import io.perennial.profile.picture.Picture;
import java.util.List;
import java.util.Map;

/**
 * What a batch has just folded, by the identifiers of its events: in memory, so that publishing does not read it again. An
 * identifier with a picture here has all its orders here.
 */
public record Fresh(Map<Identifier, Picture> pictures, Map<Identifier, List<Order>> orders) {

    static final Fresh NOTHING = new Fresh(Map.of(), Map.of());
}
