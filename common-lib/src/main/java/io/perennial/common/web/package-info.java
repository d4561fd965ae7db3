/** REST conventions: problem details, API keys with scopes, cursor pagination. */
@NullMarked
package io.perennial.common.web;

import org.jspecify.annotations.NullMarked;
