/** Triggers that wait for their moment: until the profile has caught up, or until a following event failed to come. */
@NullMarked
package io.perennial.campaign.wait;

import org.jspecify.annotations.NullMarked;
