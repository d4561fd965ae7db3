package io.perennial.profile.identity;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;

/** An identifier goes from one profile to another. */
record Move(Identifier identifier, ProfileId from, ProfileId to) {}
