package io.perennial.deploy.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What Linux tells of a process or of one of its threads in {@code stat} (proc_pid_stat(5)).
 *
 * @param name of the program or thread, at most 15 characters
 * @param fields what comes after the name, {@link #STATE} first
 */
public record ProcStat(String name, List<String> fields) {

    public static final int STATE = 0;
    public static final int SESSION = 3;
    public static final int USER_TIME = 11;
    public static final int SYSTEM_TIME = 12;
    public static final int START_TIME = 19;

    /** Of a process or thread by its folder in {@code /proc}; empty where it has ended. */
    public static Optional<ProcStat> of(Path folder) {
        try {
            var stat = Files.readString(folder.resolve("stat"));
            // The name stands in brackets, and may itself hold blanks and brackets.
            var nameEnds = stat.lastIndexOf(')');
            var fields = stat.substring(nameEnds + 2).split(" ", -1);
            return Optional.of(new ProcStat(stat.substring(stat.indexOf('(') + 1, nameEnds), List.of(fields)));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** A field that is a number. */
    public long number(int field) {
        return Long.parseLong(fields.get(field));
    }
}
