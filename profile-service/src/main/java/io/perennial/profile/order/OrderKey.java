package io.perennial.profile.order;

import io.perennial.common.identity.Identifier;

/** An order as one identifier knows it. */
record OrderKey(Identifier identifier, String orderId) {}
