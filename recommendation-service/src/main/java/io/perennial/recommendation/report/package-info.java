/** A model's report as a page for people. Pure. */
@NullMarked
package io.perennial.recommendation.report;

import org.jspecify.annotations.NullMarked;
