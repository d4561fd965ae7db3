/** What another way of choosing would have brought, estimated from what was logged; pure. */
@NullMarked
package io.perennial.recommendation.offpolicy;

import org.jspecify.annotations.NullMarked;
