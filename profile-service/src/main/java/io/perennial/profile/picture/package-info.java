/** The aggregate of one identifier: traits, times, counts, affinities, sessions; mergeable. Pure but for its store. */
@NullMarked
package io.perennial.profile.picture;

import org.jspecify.annotations.NullMarked;
