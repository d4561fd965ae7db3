/** What every benchmark says, and how: progress, figures, the machine. */
@NullMarked
package io.perennial.deploy.bench.report;

import org.jspecify.annotations.NullMarked;
