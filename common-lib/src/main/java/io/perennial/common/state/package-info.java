/** Local copies of state topics, and what they decide: identity, profile, consent. */
@NullMarked
package io.perennial.common.state;

import org.jspecify.annotations.NullMarked;
