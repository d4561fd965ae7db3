package io.perennial.common.topic;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.perennial.common.event.Money;
import java.math.BigDecimal;
import tools.jackson.databind.module.SimpleModule;

/** Money in JSON: {@code {"amount":"12.30","currency":"EUR"}}, the amount a string so that nobody rounds it. */
public final class MoneyModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public MoneyModule() {
        super("perennial-money");
        setMixInAnnotation(Money.class, MoneyJson.class);
    }

    /** The annotations {@link Money}, being pure, does not carry. */
    @SuppressWarnings("UnusedMethod") // Jackson reads it
    private interface MoneyJson {
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal amount();
    }
}
