/** Listens to shop events and churn scores and finds the campaigns they concern. */
@NullMarked
package io.perennial.campaign.trigger;

import org.jspecify.annotations.NullMarked;
