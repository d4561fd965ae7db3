/** Java programs run small, and started quickly from a JDK AOT cache that was recorded once. */
@NullMarked
package io.perennial.deploy.local.jvm;

import org.jspecify.annotations.NullMarked;
