/** Campaigns as people write them: read and validated wholly, versioned, held in memory for the stream. */
@NullMarked
package io.perennial.campaign.definition;

import org.jspecify.annotations.NullMarked;
