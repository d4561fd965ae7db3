package io.perennial.common.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTests {

    private static final ChildJvm CHILD = new ChildJvm("32m", Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    @Test
    void aProgramRunsToItsEndWithItsWordsAndItsHeap() throws IOException {
        CHILD.run(Echo.class, List.of("two", "words"), log());
        assertThat(Files.readAllLines(log())).containsExactly("two words", "-Xmx32m");
    }

    @Test
    void oneThatFailsIsNamedWithItsStatusAndWhatItSaidLast() {
        assertThatThrownBy(() -> CHILD.run(Failing.class, List.of(), log()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("its JVM ended with status 7; it said last: no more flour");
    }

    @Test
    void oneThatTakesTooLongIsEnded() {
        ChildJvm impatient = new ChildJvm("32m", Duration.ofSeconds(1));
        assertThatThrownBy(() -> impatient.run(Endless.class, List.of(), log()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("its JVM took longer than 1 s");
        assertThat(ProcessHandle.current().children()).noneMatch(ChildJvmTests::isJava);
    }

    @Test
    void whoIsInterruptedDoesNotWaitForIt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> CHILD.run(Endless.class, List.of(), log()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the service stops");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ProcessHandle.current().children()).noneMatch(ChildJvmTests::isJava);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itGivesWayToThisProcess() throws IOException {
        CHILD.run(Niceness.class, List.of(), log());
        assertThat(Files.readAllLines(log())).containsExactly(Integer.toString(Math.min(19, niceness() + 10)));
    }

    @Test
    void itDoesNotOutliveAParentThatIsKilled() throws IOException {
        Path left = Files.createFile(folder.resolve("left"));
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        left.toString(),
                        log().toString())
                .start();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(log()) && Files.readAllLines(log()).contains("ready"));
        List<ProcessHandle> children = parent.children().toList();
        assertThat(children).hasSize(1);

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(30)).until(() -> !children.getFirst().isAlive());
        assertThat(left).doesNotExist();
    }

    private Path log() {
        return folder.resolve("log");
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("java");
    }

    /** The 19th number of what Linux says of a process, the second of which is a name in brackets. */
    private static int niceness() throws IOException {
        String all = Files.readString(Path.of("/proc/self/stat"));
        String[] fromThird = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
        return Integer.parseInt(fromThird[19 - 3]);
    }

    /** Says what it is told, and its heap. */
    static final class Echo {
        static void main(String... words) {
            System.out.println(String.join(" ", words));
            System.out.println(
                    ManagementFactory.getRuntimeMXBean().getInputArguments().getFirst());
        }
    }

    /** Ends badly. */
    static final class Failing {
        static void main() {
            System.out.println("the oven is hot");
            System.out.println("no more flour");
            System.exit(7);
        }
    }

    /** Never ends. */
    static final class Endless {
        static void main() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    /** Says how nice it is. */
    static final class Niceness {
        static void main() throws IOException {
            System.out.println(niceness());
        }
    }

    /** Has an orphan-to-be run. */
    static final class Parent {
        static void main(String... words) {
            CHILD.run(Orphan.class, List.of(words[0]), Path.of(words[1]));
        }
    }

    /** Deletes a file when its parent has ended, and never ends by itself. */
    static final class Orphan {
        static void main(String... words) throws InterruptedException {
            ChildJvm.endWithParent(() -> delete(Path.of(words[0])));
            System.out.println("ready");
            new CountDownLatch(1).await();
        }

        private static void delete(Path file) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
