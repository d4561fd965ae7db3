/** Who a record is about: identifiers and the profile id derived from them. Pure Java. */
@NullMarked
package io.perennial.common.identity;

import org.jspecify.annotations.NullMarked;
