package io.perennial.deploy.local;

import io.perennial.deploy.local.process.CannotStart;
import io.perennial.deploy.local.process.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Supplier;

/** Only one launcher at a time starts or stops parts of a data folder. */
final class SuiteLock {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final FileChannel channel;

    private SuiteLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Does the work alone; waits for another launcher to finish first, and calls {@code whenWaiting} once if there is one. */
    static <T> T holding(Layout layout, Runnable whenWaiting, Supplier<T> work) {
        var lock = take(layout, whenWaiting);
        try {
            return work.get();
        } finally {
            lock.close();
        }
    }

    private static SuiteLock take(Layout layout, Runnable whenWaiting) {
        var lock = new SuiteLock(open(layout));
        if (lock.tryTake()) {
            return lock;
        }
        whenWaiting.run();
        var patience = new Patience(PATIENCE);
        while (!lock.tryTake()) {
            if (patience.isOver()) {
                lock.close();
                throw new CannotStart("another up or down still works on " + layout.data());
            }
            Patience.sleep(GLANCE);
        }
        return lock;
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean tryTake() {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Layout layout) {
        try {
            Files.createDirectories(layout.run());
            return FileChannel.open(layout.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
