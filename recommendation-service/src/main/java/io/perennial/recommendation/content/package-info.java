/** Products alike by what is said of them: names, descriptions, categories, brands, prices, attributes. For products and shoppers without history. */
@NullMarked
package io.perennial.recommendation.content;

import org.jspecify.annotations.NullMarked;
