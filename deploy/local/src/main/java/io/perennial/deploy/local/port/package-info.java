/** Which port every part listens on, and who sits on it already. */
@NullMarked
package io.perennial.deploy.local.port;

import org.jspecify.annotations.NullMarked;
