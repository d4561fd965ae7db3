/** Where in the life cycle a shopper stands: a pure policy of counts and times. */
@NullMarked
package io.perennial.profile.stage;

import org.jspecify.annotations.NullMarked;
