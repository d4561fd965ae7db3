/** What shoppers say of themselves: each trait by its latest statement. Pure. */
@NullMarked
package io.perennial.profile.trait;

import org.jspecify.annotations.NullMarked;
