package io.perennial.deploy.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a part started itself and left behind; every part leads a Unix session, which its children inherit. */
final class Session {

    private static final Path PROC = Path.of("/proc");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Session() {}

    /** Living processes in the session led by this one, itself not among them; none where there is no /proc. */
    static List<Long> others(long leader) {
        if (!Files.isDirectory(PROC)) {
            return ProcessHandle.of(leader).stream()
                    .flatMap(ProcessHandle::descendants)
                    .map(ProcessHandle::pid)
                    .toList();
        }
        try (Stream<Path> all = Files.list(PROC)) {
            return all.map(process -> process.getFileName().toString())
                    .filter(name -> NUMBER.matcher(name).matches())
                    .map(Long::valueOf)
                    .filter(pid -> pid != leader && session(pid) == leader)
                    .filter(pid -> ProcessIdentity.of(pid).isPresent())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long session(long pid) {
        return ProcStat.of(PROC.resolve(Long.toString(pid)))
                .map(stat -> stat.number(ProcStat.SESSION))
                .orElse(-1L);
    }
}
