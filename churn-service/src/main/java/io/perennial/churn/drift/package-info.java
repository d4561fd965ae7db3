/** Whether shoppers and scores still look as when the model was trained: sketches, PSI, KS, and how much of it is chance. */
@NullMarked
package io.perennial.churn.drift;

import org.jspecify.annotations.NullMarked;
