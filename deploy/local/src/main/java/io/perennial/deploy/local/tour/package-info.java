/** Shows a newcomer around with real requests and the real answers. */
@NullMarked
package io.perennial.deploy.local.tour;

import org.jspecify.annotations.NullMarked;
