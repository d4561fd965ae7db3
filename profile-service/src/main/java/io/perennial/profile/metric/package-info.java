/** The business in gauges: shoppers, orders, revenue, conversion. */
@NullMarked
package io.perennial.profile.metric;

import org.jspecify.annotations.NullMarked;
