package io.perennial.profile.identity;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;

/**
 * Which profile an identifier belongs to.
 *
 * @param revision of that fact, growing
 */
record Membership(Identifier identifier, ProfileId profile, long revision) {}
