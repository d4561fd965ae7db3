/** Dense symmetric matrices in single precision and their inverse, by vector instructions where the JVM offers them; pure. */
@NullMarked
package io.perennial.recommendation.algebra;

import org.jspecify.annotations.NullMarked;
