package io.perennial.common;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.core.log.LogMessage;

/** Spring's own log messages: they reach Logback, and cost nothing where they do not. */
class SpringLoggingTests {

    private static final String NAME = "io.perennial.common.spring";

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void aMessageNobodyWantsIsNotMade() {
        ((Logger) LoggerFactory.getLogger(NAME)).setLevel(Level.INFO);

        LogFactory.getLog(NAME).debug(LogMessage.of(this::text));

        assertThat(made).hasValue(0);
    }

    @Test
    void aMessageThatIsWantedIsLogged() {
        Logger logger = (Logger) LoggerFactory.getLogger(NAME);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        logger.addAppender(seen);
        logger.setLevel(Level.DEBUG);

        LogFactory.getLog(NAME).debug(LogMessage.of(this::text));

        assertThat(seen.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly("message 1");
        logger.detachAppender(seen);
    }

    private String text() {
        return "message " + made.incrementAndGet();
    }
}
