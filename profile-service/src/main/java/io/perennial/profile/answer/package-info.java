/** The REST answer: one shopper's profile and the change of a consent. */
@NullMarked
package io.perennial.profile.answer;

import org.jspecify.annotations.NullMarked;
