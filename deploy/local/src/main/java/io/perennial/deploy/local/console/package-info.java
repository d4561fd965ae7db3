/** What a person at the terminal sees while parts come up. */
@NullMarked
package io.perennial.deploy.local.console;

import org.jspecify.annotations.NullMarked;
