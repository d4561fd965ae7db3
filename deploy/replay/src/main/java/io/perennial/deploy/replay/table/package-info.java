/** Owns the reading of delimited text files as they really are: encodings, quotes, dates, and lines that are dirt. */
@NullMarked
package io.perennial.deploy.replay.table;

import org.jspecify.annotations.NullMarked;
