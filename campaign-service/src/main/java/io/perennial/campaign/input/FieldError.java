package io.perennial.campaign.input;

/**
 * A mistake in something a person wrote.
 *
 * @param field path of the field, such as {@code actions[1].template}
 * @param problem what is wrong with it
 * @param fix what to write instead
 */
public record FieldError(String field, String problem, String fix) {}
