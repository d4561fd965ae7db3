/** Who was contacted by our own campaigns and who was held out, as campaign-service tells. */
@NullMarked
package io.perennial.churn.treatment;

import org.jspecify.annotations.NullMarked;
