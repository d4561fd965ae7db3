/** The other topics' contracts: names, records and their JSON. */
@NullMarked
package io.perennial.common.topic;

import org.jspecify.annotations.NullMarked;
