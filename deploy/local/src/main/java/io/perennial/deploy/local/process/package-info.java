/** Parts as operating-system processes: started apart from us, remembered by pid and start time, stopped for sure. */
@NullMarked
package io.perennial.deploy.local.process;

import org.jspecify.annotations.NullMarked;
