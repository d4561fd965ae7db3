/** Did it work: treated against held out, by intention to treat. */
@NullMarked
package io.perennial.campaign.report;

import org.jspecify.annotations.NullMarked;
