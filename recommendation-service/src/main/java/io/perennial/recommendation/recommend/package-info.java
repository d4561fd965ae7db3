/** The answers: candidates from the models, filtered by the catalog, each with a reason. */
@NullMarked
package io.perennial.recommendation.recommend;

import org.jspecify.annotations.NullMarked;
