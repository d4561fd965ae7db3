/** Which models there are, how they were trained, and which one answers: registry, jobs, schedule. */
@NullMarked
package io.perennial.recommendation.model;

import org.jspecify.annotations.NullMarked;
