/** Who goes by which identifiers and who consents to personalisation, from copies of the profile service's state topics. */
@NullMarked
package io.perennial.recommendation.shopper;

import org.jspecify.annotations.NullMarked;
