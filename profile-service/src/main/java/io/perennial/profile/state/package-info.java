/** The merged profile as the other services see it: computed, kept with a growing revision, published on change. */
@NullMarked
package io.perennial.profile.state;

import org.jspecify.annotations.NullMarked;
