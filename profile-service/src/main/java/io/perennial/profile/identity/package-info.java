/** Which identifiers are one shopper: links anonymous to known ids, resolves, publishes identity state. */
@NullMarked
package io.perennial.profile.identity;

import org.jspecify.annotations.NullMarked;
