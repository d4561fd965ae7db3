package io.perennial.deploy.local.jvm;

import io.perennial.deploy.local.process.Command;
import io.perennial.deploy.local.process.Part;
import java.nio.file.Path;
import java.util.List;

/** A part that is a Java program. */
public interface JavaPart extends Part {

    JavaCommand java();

    /** The jars that decide whether what was recorded of an earlier run still holds. */
    List<Path> classPath();

    @Override
    default Command command() {
        return java().plain();
    }
}
