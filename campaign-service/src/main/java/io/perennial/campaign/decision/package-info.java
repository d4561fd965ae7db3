/** One decision for each trigger of a shopper: sent, held out, or suppressed with its reason. */
@NullMarked
package io.perennial.campaign.decision;

import org.jspecify.annotations.NullMarked;
