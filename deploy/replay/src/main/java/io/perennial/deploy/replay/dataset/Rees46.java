package io.perennial.deploy.replay.dataset;

import io.perennial.deploy.replay.message.MessageSource;
import io.perennial.deploy.replay.message.MessageStream;
import io.perennial.deploy.replay.table.DayOrder;
import io.perennial.deploy.replay.table.DirtyLines;
import io.perennial.deploy.replay.table.Table;
import io.perennial.deploy.replay.table.Times;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The REES46 shops (multi-category, cosmetics, electronics): a line is a happening, read as it comes. */
public final class Rees46 implements MessageSource {

    static final String[] TIME = {"event_time", "timestamp"};

    private final Path file;
    private @Nullable DayOrder order;

    /** Reads {@code file}. */
    public Rees46(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "rees46";
    }

    @Override
    public MessageStream open(DirtyLines dirty) throws IOException {
        if (order == null) {
            order = DayOrder.of(file, TIME);
        }
        return new Rees46Stream(Table.open(file, dirty), new Times(ZoneOffset.UTC, order), dirty);
    }
}
