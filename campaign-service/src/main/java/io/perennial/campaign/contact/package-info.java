/** Whom we may contact at all: the copy of profiles and identities, marketing consent, the frequency cap, unsubscribing. */
@NullMarked
package io.perennial.campaign.contact;

import org.jspecify.annotations.NullMarked;
