package io.perennial.common.topic;

import java.util.UUID;

/**
 * Which profile an identifier belongs to ({@link Topics#IDENTITY}, key {@code kind:value}; a tombstone: gone).
 *
 * @param revision grows for each identifier; readers drop lower ones
 */
public record IdentityState(String identifier, UUID profileId, long revision) implements Revised {}
