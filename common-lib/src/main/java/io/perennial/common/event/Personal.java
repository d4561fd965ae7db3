package io.perennial.common.event;

import org.jspecify.annotations.Nullable;

/**
 * What names a person: moved out of an event by ingest and read only through {@link EventCodec}, so that encrypting it
 * changes one class. Its {@code toString} shows nothing.
 */
public record Personal(Attributes values) {

    public static final Personal NONE = new Personal(Attributes.EMPTY);

    public @Nullable String email() {
        return values.text("email");
    }

    public @Nullable String phone() {
        return values.text("phone");
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public String toString() {
        return values.isEmpty() ? "Personal[]" : "Personal[…]";
    }
}
