/** Orders with what was taken back: how many, and what is left of them. Pure but for its store. */
@NullMarked
package io.perennial.profile.order;

import org.jspecify.annotations.NullMarked;
