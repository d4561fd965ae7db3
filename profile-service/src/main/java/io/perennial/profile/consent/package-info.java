/** What a shopper allows: statements by purpose, the latest holds. */
@NullMarked
package io.perennial.profile.consent;

import org.jspecify.annotations.NullMarked;
