/** What a shopper leans to: categories, brands and products, fading with time. Pure. */
@NullMarked
package io.perennial.profile.affinity;

import org.jspecify.annotations.NullMarked;
