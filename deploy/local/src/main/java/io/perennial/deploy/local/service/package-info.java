/** The five services: unpacked from their jars, trained once for a JDK AOT cache, run. */
@NullMarked
package io.perennial.deploy.local.service;

import org.jspecify.annotations.NullMarked;
