/** What our own doing offers back to the shop's stream of events. */
@NullMarked
package io.perennial.campaign.outcome;

import org.jspecify.annotations.NullMarked;
